import { readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { root } from '../support/commandLine.ts';

const page = new MarkdownIt().parse(readFileSync(path.join(root, 'server/lsp/editors.md'), 'utf8'), {});

/**
 * What people are told to copy, from the page for other editors.
 * @param heading the words of the part's heading
 * @param language what the page calls the blocks' language
 * @throws where the part or such a block is not there: a test would go without its set-up
 */
export function codeBlocks(heading: string, language: string): string[] {
  const start = page.findIndex(
    ({ type }, at) => type === 'heading_open' && page[at + 1]?.content === heading,
  );
  const next = page.findIndex(({ type }, at) => type === 'heading_open' && at > start);
  const blocks = page
    .slice(start, next === -1 ? undefined : next)
    .flatMap(({ type, info, content }) => (type === 'fence' && info === language ? [content] : []));
  if (start === -1 || blocks.length === 0) throw new Error(`No ${language} under “${heading}”.`);
  return blocks;
}
