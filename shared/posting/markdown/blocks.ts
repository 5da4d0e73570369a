import { type SyntaxNode, Tree } from '@lezer/common';
import { type Block, type BlockKind, shifted } from '../blocks.ts';
import { readHtmlContent } from '../html/blocks.ts';
import type { KnownText } from '../knownText.ts';
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

/** By the node: one that is the same object in a later state has the same text. */
type Leaves = WeakMap<Tree, Leaf>;

/** A source that was read. */
export interface MarkdownRead {
  readonly parsed: Parsed;
  /** What its links may refer to. */
  readonly labels: ReadonlySet<string>;
  readonly leaves: Leaves;
  /** The texts that were read anew: whoever types has the same ones around the cursor read with each letter. */
  readonly texts: ReadonlyMap<string, KnownText>;
  readonly blocks: readonly Block[];
}

const isList: ReadonlySet<string> = new Set(['BulletList', 'OrderedList']);
const holdsBlocks: ReadonlySet<string> = new Set([...isList, 'ListItem', 'Blockquote']);

/** Reads the blocks of a tree, from its objects and not by its nodes: most are those of the last state. */
class BlockCollector {
  readonly blocks: Block[] = [];
  readonly texts = new Map<string, KnownText>();
  readonly #source: string;
  readonly #labels: ReadonlySet<string>;
  readonly #leaves: Leaves;
  readonly #before: MarkdownRead['texts'] | undefined;

  constructor(
    source: string,
    labels: ReadonlySet<string>,
    leaves: Leaves,
    before: MarkdownRead['texts'] | undefined,
  ) {
    this.#source = source;
    this.#labels = labels;
    this.#leaves = leaves;
    this.#before = before;
  }

  /**
   * @param start where the tree begins in the source
   * @param nesting how many blocks stand around its children; past the limit nothing is read
   */
  children(tree: Tree, start: number, depth = 0, nesting = 0): void {
    if (nesting > maxNesting) return;
    const { children, positions } = tree;
    for (let index = 0; index < children.length; index++) {
      const child = children[index];
      // What is no tree of its own holds marks.
      if (!(child instanceof Tree)) continue;
      const at = start + (positions[index] ?? 0);
      const { name, isAnonymous } = child.type;
      // Long rows of children are kept in groups.
      if (isAnonymous) this.children(child, at, depth, nesting);
      else if (isList.has(name)) this.children(child, at, depth + 1, nesting + 1);
      else if (holdsBlocks.has(name)) this.children(child, at, depth, nesting + 1);
      else this.#leaf(child, at, depth);
    }
  }

  #leaf(tree: Tree, start: number, depth: number): void {
    let leaf = this.#leaves.get(tree);
    if (leaf?.depth !== depth) {
      const reader = new LeafReader(this.#source.slice(start), this.#labels);
      reader.read(tree.topNode, depth);
      leaf = { depth, blocks: reader.blocks.map((block) => this.#recognized(block)) };
      this.#leaves.set(tree, leaf);
    }
    for (const block of leaf.blocks) this.blocks.push(shifted(block, start));
  }

  #recognized(block: Block): Block {
    const { text } = block.content;
    const known = this.#before?.get(text);
    this.texts.set(text, known ?? block.content.known);
    return known === undefined ? block : { ...block, content: block.content.as(known) };
  }
}

/** Reads a node that holds no other blocks. */
class LeafReader {
  readonly blocks: Block[] = [];
  readonly #source: string;
  readonly #labels: ReadonlySet<string>;

  /** @param source from the node's start to the document's end */
  constructor(source: string, labels: ReadonlySet<string>) {
    this.#source = source;
    this.#labels = labels;
  }

  read(node: SyntaxNode, depth: number): void {
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
  const leaves = same ? before.leaves : new WeakMap<Tree, Leaf>();
  const collector = new BlockCollector(source, labels, leaves, before?.texts);
  collector.children(parsed.tree, 0);
  const { texts, blocks } = collector;
  return { parsed, labels, leaves, texts, blocks };
}

/** Reads the blocks of Markdown (CommonMark with GitHub's tables and task lists), without front matter. */
export function readMarkdownBlocks(source: string): readonly Block[] {
  return readMarkdownDocument(source).blocks;
}
