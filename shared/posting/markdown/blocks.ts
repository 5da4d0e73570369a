import type { SyntaxNode, Tree } from '@lezer/common';
import { type Block, type BlockKind, shifted } from '../blocks.ts';
import { readHtmlContent } from '../html/blocks.ts';
import { inlineText } from './inline.ts';
import { linkLabels } from './links.ts';
import { type Parsed, parseMarkdown } from './parser.ts';

/** No posting nests deeper; hostile documents do. */
const maxNesting = 60;

/** What was read of a node that holds no other blocks; offsets count from its start. */
interface Leaf {
  readonly depth: number;
  readonly blocks: readonly Block[];
}

/** A source that was read. */
export interface MarkdownRead {
  readonly parsed: Parsed;
  /** What its links may refer to. */
  readonly labels: ReadonlySet<string>;
  readonly leaves: ReadonlyMap<Tree, Leaf>;
  readonly blocks: readonly Block[];
}

const holdsBlocks = new Set(['BulletList', 'OrderedList', 'ListItem', 'Blockquote']);

class BlockCollector {
  readonly blocks: Block[] = [];
  readonly leaves = new Map<Tree, Leaf>();
  readonly #known: ReadonlyMap<Tree, Leaf> | undefined;
  readonly #source: string;
  readonly #labels: ReadonlySet<string>;

  /** @param known leaves of the source as it was: nodes that are the same object have the same text */
  constructor(source: string, labels: ReadonlySet<string>, known?: ReadonlyMap<Tree, Leaf>) {
    this.#source = source;
    this.#labels = labels;
    this.#known = known;
  }

  /** @param nesting how many blocks stand around this one; past the limit nothing is read */
  children(node: SyntaxNode, depth: number, nesting = 0): void {
    if (nesting > maxNesting) return;
    const inner = node.name === 'BulletList' || node.name === 'OrderedList' ? depth + 1 : depth;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (holdsBlocks.has(child.name)) this.children(child, inner, nesting + 1);
      else this.#leaf(child, inner);
    }
  }

  #leaf(node: SyntaxNode, depth: number): void {
    const known = node.tree === null ? undefined : this.#known?.get(node.tree);
    const start = this.blocks.length;
    if (known?.depth === depth) for (const block of known.blocks) this.blocks.push(shifted(block, node.from));
    else this.#read(node, depth);
    if (node.tree === null) return;
    const blocks =
      known?.depth === depth
        ? known.blocks
        : this.blocks.slice(start).map((block) => shifted(block, -node.from));
    this.leaves.set(node.tree, { depth, blocks });
  }

  #read(node: SyntaxNode, depth: number): void {
    const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
    if (heading !== null) this.#add('heading', Number(heading[1]), node);
    else if (node.name === 'Paragraph') this.#paragraph(node, depth);
    else if (node.name === 'Task') this.#add('item', depth, node);
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
    for (const read of readHtmlContent(this.#source.slice(node.from, node.to)).blocks) {
      const block = shifted(read, node.from);
      this.blocks.push(
        depth > 0 && block.kind === 'paragraph' ? { ...block, kind: 'item', level: depth } : block,
      );
    }
  }

  #add(kind: BlockKind, level: number, node: SyntaxNode): void {
    const content = inlineText(this.#source, node, this.#labels);
    if (content.text === '') return;
    this.blocks.push({ kind, level, content, span: { start: node.from, end: node.to } });
  }
}

/** Reads a source; of what a change leaves alone the blocks are not read again. */
export function readMarkdownDocument(source: string, before?: MarkdownRead): MarkdownRead {
  const parsed = parseMarkdown(source, before?.parsed);
  const labels = linkLabels(source, parsed.tree);
  // Any text may refer to a label that is new or gone.
  const same = before?.labels.size === labels.size && [...labels].every((label) => before.labels.has(label));
  const collector = new BlockCollector(source, labels, same ? before.leaves : undefined);
  collector.children(parsed.tree.topNode, 0);
  return { parsed, labels, leaves: collector.leaves, blocks: collector.blocks };
}

/** Reads the blocks of Markdown (CommonMark with GitHub's tables and task lists), without front matter. */
export function readMarkdownBlocks(source: string): readonly Block[] {
  return readMarkdownDocument(source).blocks;
}
