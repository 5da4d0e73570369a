import type { DocumentBlocks, Format } from '../blocks.ts';
import { summaries } from '../copies.ts';
import { forgetful, type Memory } from '../memory.ts';
import { splitPostings } from '../split.ts';
import { readMarkdownDocument } from './blocks.ts';
import { markdownComments } from './comments.ts';
import { blanked, readFrontMatter } from './frontMatter.ts';

/** Reads Markdown and its front matter. Never throws. */
export function readMarkdown(source: string, memory: Memory = forgetful): DocumentBlocks[] {
  const { fields, end, problems } = readFrontMatter(source);
  const { blocks } = memory.renew(readMarkdownDocument, blanked(source, end));
  const span = { start: 0, end: source.length };
  return splitPostings({ span, fields, blocks, copies: summaries(fields), declared: false, problems });
}

export const markdownFormat: Format = {
  id: 'markdown',
  languageIds: ['markdown'],
  extensions: ['.md', '.markdown', '.mdown'],
  read: readMarkdown,
  comments: markdownComments,
};
