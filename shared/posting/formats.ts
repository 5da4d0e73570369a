import type { Format, FormatId } from './blocks.ts';
import { htmlFormat } from './html/read.ts';
import { jsonFormat } from './json/read.ts';
import { markdownFormat } from './markdown/read.ts';
import { textFormat } from './text/read.ts';
import { yamlFormat } from './yaml/read.ts';

/** The language `job-posting` is Markdown to its reader: front matter, headings and lists, or just lines. */
const postingFormat: Format = {
  ...markdownFormat,
  id: 'posting',
  languageIds: ['job-posting'],
  extensions: ['.posting', '.jobposting'],
};

export const formats: readonly Format[] = [
  markdownFormat,
  textFormat,
  postingFormat,
  htmlFormat,
  jsonFormat,
  yamlFormat,
];

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
