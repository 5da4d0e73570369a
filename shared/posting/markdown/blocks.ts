import type { SyntaxNode } from '@lezer/common';
import { type Block, type BlockKind, placed } from '../blocks.ts';
import { readHtmlContent } from '../html/blocks.ts';
import { MappedText } from '../mappedText.ts';
import { inlineText } from './inline.ts';
import { linkLabels } from './links.ts';
import { parseMarkdown } from './parser.ts';

/** No posting nests deeper; hostile documents do. */
const maxNesting = 60;

class BlockCollector {
  readonly blocks: Block[] = [];
  readonly #source: string;
  readonly #labels: ReadonlySet<string>;

  constructor(source: string, labels: ReadonlySet<string>) {
    this.#source = source;
    this.#labels = labels;
  }

  /** @param nesting how many blocks stand around this one; past the limit nothing is read */
  children(node: SyntaxNode, depth: number, nesting = 0): void {
    if (nesting > maxNesting) return;
    for (let child = node.firstChild; child !== null; child = child.nextSibling)
      this.#block(child, depth, nesting + 1);
  }

  #block(node: SyntaxNode, depth: number, nesting: number): void {
    const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
    if (heading !== null) this.#add('heading', Number(heading[1]), node);
    else if (node.name === 'Paragraph') this.#paragraph(node, depth);
    else if (node.name === 'Task') this.#add('item', depth, node);
    else if (node.name === 'BulletList' || node.name === 'OrderedList')
      this.children(node, depth + 1, nesting);
    else if (node.name === 'ListItem' || node.name === 'Blockquote') this.children(node, depth, nesting);
    else if (node.name === 'Table') this.#table(node);
    else if (node.name === 'HTMLBlock') this.#html(node, depth);
  }

  /** A paragraph that is one bold line is a heading in all but name, as many postings write them. */
  #paragraph(node: SyntaxNode, depth: number): void {
    const only = node.firstChild;
    const rest = only === null ? '' : this.#source.slice(only.to, node.to).trim();
    const bold =
      depth === 0 &&
      only !== null &&
      (only.name === 'StrongEmphasis' || only.name === 'Emphasis') &&
      only.from === node.from &&
      (rest === '' || rest === ':') &&
      node.to - node.from <= 90;
    if (bold) this.#add('heading', 6, node);
    else this.#add(depth > 0 ? 'item' : 'paragraph', depth, node);
  }

  #table(node: SyntaxNode): void {
    for (const row of node.getChildren('TableRow'))
      for (const cell of row.getChildren('TableCell')) this.#add('cell', 0, cell);
  }

  /** HTML in Markdown comes in pieces, cut at empty lines; each is read by itself. */
  #html(node: SyntaxNode, depth: number): void {
    const html = MappedText.verbatim(this.#source.slice(node.from, node.to), node.from);
    for (const block of placed(readHtmlContent(html.text).blocks, html))
      this.blocks.push(
        depth > 0 && block.kind === 'paragraph' ? { ...block, kind: 'item', level: depth } : block,
      );
  }

  #add(kind: BlockKind, level: number, node: SyntaxNode): void {
    const content = inlineText(this.#source, node, this.#labels);
    if (content.text === '') return;
    this.blocks.push({ kind, level, content, span: { start: node.from, end: node.to } });
  }
}

/** Reads the blocks of Markdown (CommonMark with GitHub's tables and task lists), without front matter. */
export function readMarkdownBlocks(source: string): Block[] {
  const tree = parseMarkdown(source);
  const collector = new BlockCollector(source, linkLabels(source, tree));
  collector.children(tree.topNode, 0);
  return collector.blocks;
}
