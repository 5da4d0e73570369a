import type { Block, DocumentBlocks, Format, FormatId } from './blocks.ts';
import { htmlFormat } from './html/read.ts';
import { jsonFormat } from './json/read.ts';
import { markdownFormat, readMarkdown } from './markdown/read.ts';
import { mayBeTitleLine, textFormat } from './text/read.ts';
import { yamlFormat } from './yaml/read.ts';

/** Where the document has no head and opens with a short line by itself, that is its title, as in plain text. */
function titledByLine(source: string, read: DocumentBlocks): DocumentBlocks {
  const [first, ...rest] = read.blocks;
  if (read.fields.length > 0 || first?.kind !== 'paragraph' || !mayBeTitleLine(first.content.text))
    return read;
  if (/[\r\n]/.test(source.slice(first.span.start, first.span.end).trim())) return read;
  const title: Block = { ...first, kind: 'heading', level: 1 };
  return { ...read, blocks: [title, ...rest] };
}

/** The language `job-posting` is Markdown to its reader: front matter, headings and lists, or just lines. */
const postingFormat: Format = {
  ...markdownFormat,
  id: 'posting',
  languageIds: ['job-posting'],
  extensions: ['.posting', '.jobposting'],
  read: (source, memory) => readMarkdown(source, memory).map((read) => titledByLine(source, read)),
};

/** All formats that can be read. */
export const formats: readonly Format[] = [
  markdownFormat,
  textFormat,
  postingFormat,
  htmlFormat,
  jsonFormat,
  yamlFormat,
];

/** The format of that name. */
export function formatById(id: FormatId): Format | undefined {
  return formats.find((format) => format.id === id);
}

/**
 * The format of a language, or undefined where there is none for it.
 * @param languageId what editors call it: `markdown`, `plaintext`, `job-posting`, ...
 */
export function formatByLanguage(languageId: string): Format | undefined {
  return formats.find((format) => format.languageIds.includes(languageId));
}

/**
 * The format of a file, or undefined where its ending says none.
 * @param path a path or URI; only its ending counts
 */
export function formatByPath(path: string): Format | undefined {
  const lower = path.toLowerCase();
  return formats.find((format) => format.extensions.some((extension) => lower.endsWith(extension)));
}
