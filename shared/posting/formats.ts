import type { Format, FormatId } from './blocks.ts';
import { markdownFormat } from './markdown/read.ts';
import { textFormat } from './text/read.ts';

/** The language `job-posting` is Markdown to its reader: front matter, headings and lists, or just lines. */
const postingFormat: Format = {
  ...markdownFormat,
  id: 'posting',
  languageIds: ['job-posting'],
  extensions: ['.posting', '.jobposting'],
};

export const formats: readonly Format[] = [markdownFormat, textFormat, postingFormat];

export function formatById(id: FormatId): Format | undefined {
  return formats.find((format) => format.id === id);
}

export function formatByLanguage(languageId: string): Format | undefined {
  return formats.find((format) => format.languageIds.includes(languageId));
}

/** @param path a path or URI; only its ending counts */
export function formatByPath(path: string): Format | undefined {
  const lower = path.toLowerCase();
  return formats.find((format) => format.extensions.some((extension) => lower.endsWith(extension)));
}

/** Formats that the contract knows and this version does not read yet, by file ending. */
export function knownEnding(path: string): FormatId | undefined {
  const ending = /\.[^.\\/]+$/.exec(path.toLowerCase())?.[0];
  const unread: Readonly<Record<string, FormatId>> = {
    '.html': 'html',
    '.htm': 'html',
    '.json': 'json',
    '.jsonld': 'json',
    '.yaml': 'yaml',
    '.yml': 'yaml',
  };
  return ending === undefined ? undefined : unread[ending];
}
