import type { DocumentBlocks, Format } from '../blocks.ts';
import { splitPostings } from '../split.ts';
import { readMarkdownBlocks } from './blocks.ts';
import { readFrontMatter } from './frontMatter.ts';

/** Blanks the head, so that the body is parsed in place and all offsets are the source's own. */
function blanked(source: string, bodyStart: number): string {
  return bodyStart === 0 ? source : '\n'.repeat(bodyStart) + source.slice(bodyStart);
}

/** Reads Markdown and its front matter. Never throws. */
export function readMarkdown(source: string): DocumentBlocks[] {
  const { fields, end, problems } = readFrontMatter(source);
  const blocks = readMarkdownBlocks(blanked(source, end));
  const span = { start: 0, end: source.length };
  return splitPostings({ span, fields, blocks, copies: [], declared: false, problems });
}

export const markdownFormat: Format = {
  id: 'markdown',
  languageIds: ['markdown'],
  extensions: ['.md', '.markdown', '.mdown'],
  read: readMarkdown,
};
