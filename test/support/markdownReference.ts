import MarkdownIt, { type Token } from 'markdown-it';
import type { Block } from '../../shared/posting/blocks.ts';

const parser = new MarkdownIt({ html: true });

/** A block as the reference renderer sees it. */
export type ReferenceBlock = Pick<Block, 'kind' | 'level'> & { readonly text: string };

export interface Reference {
  readonly blocks: readonly ReferenceBlock[];
  /** Whether this place is HTML to Markdown, which another reader reads. */
  isHtml(offset: number): boolean;
  /** The text of a stretch of the source by itself, links resolved as in the whole. */
  inline(source: string): string;
}

/** As people read: runs of white space are one blank. */
export const asRead = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What readers see of inline tokens: pictures show no text, tags none but the line break. */
function visible(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'text' || token.type === 'code_inline') return token.content;
      if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
      return token.type === 'html_inline' && /^<br\b/i.test(token.content) ? '\n' : '';
    })
    .join('');
}

/** One stretch of emphasis and nothing else. */
function isEmphasis(tokens: readonly Token[]): boolean {
  const shown = tokens.filter((token) => token.type !== 'text' || token.content !== '');
  const [first] = shown;
  return (
    first !== undefined &&
    /^(?:em|strong)_open$/.test(first.type) &&
    shown.findIndex((token) => token.nesting === -1 && token.level === first.level) === shown.length - 1
  );
}

/**
 * Reads Markdown with markdown-it: CommonMark with tables and strikethrough, as our reader's parser has them. Two things
 * are as we want them and no renderer has them: a line that is all emphasis is a heading, and the heads of tables are left out.
 */
export function referenceOf(source: string): Reference {
  const env = {};
  const blocks: ReferenceBlock[] = [];
  const htmlLines = new Set<number>();
  let depth = 0;
  let kind: Block['kind'] | 'head' = 'paragraph';
  let level = 0;
  for (const { type, tag, nesting, map, children } of parser.parse(source, env)) {
    if (/^(?:bullet|ordered)_list_(?:open|close)$/.test(type)) depth += nesting;
    else if (type === 'heading_open') [kind, level] = ['heading', Number(tag.slice(1))];
    else if (type === 'paragraph_open') [kind, level] = [depth > 0 ? 'item' : 'paragraph', depth];
    else if (type === 'td_open') [kind, level] = ['cell', 0];
    else if (type === 'th_open') kind = 'head';
    else if (type === 'html_block' && map) for (let line = map[0]; line < map[1]; line++) htmlLines.add(line);
    else if (type === 'inline' && kind !== 'head' && children !== null) {
      const text = asRead(visible(children));
      if (kind === 'paragraph' && isEmphasis(children)) [kind, level] = ['heading', 6];
      if (text !== '') blocks.push({ kind, level, text });
    }
  }
  return {
    blocks,
    isHtml: (offset) => htmlLines.has(source.slice(0, offset).split('\n').length - 1),
    inline: (stretch) =>
      asRead(
        parser
          .parseInline(stretch, env)
          .map(({ children }) => visible(children ?? []))
          .join('\n'),
      ),
  };
}
