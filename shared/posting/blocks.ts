import type { CommentSyntax } from './comments.ts';
import type { MappedText } from './mappedText.ts';
import type { Memory } from './memory.ts';
import type { Span } from './span.ts';

/*
 * What a format reads from a source: flat lists of blocks in document order, one list a posting. Everything after this
 * (titles, sections, statements) is the same for all formats.
 */

/** What a block is in its document; a cell is one of a table. */
export type BlockKind = 'heading' | 'item' | 'paragraph' | 'cell';

/** A heading, an item, a paragraph or a cell. */
export interface Block {
  readonly kind: BlockKind;
  /** Level of a heading (1 to 6), depth of a list item (1 and up), else 0. */
  readonly level: number;
  readonly content: MappedText;
  /** The whole block in the source, markup included. */
  readonly span: Span;
  /**
   * Where it was read from a text that is itself decoded from the source: how it stands there.
   * @internal
   */
  readonly inner?: { readonly block: Block; readonly text: MappedText };
  /**
   * In a record: the value of a list that it is or opens, or the entry of the record that it opens.
   * @internal
   */
  readonly member?: Span;
}

/** Where a field stands: in the document's head or record, in structured data, or among what browsers show of a page. */
export type FieldPlace = 'field' | 'data' | 'page';

/** A named value of the document, such as a key of front matter. */
export interface Field {
  readonly key: string;
  readonly value: MappedText;
  readonly place: FieldPlace;
  /** Whether the value names the job; else the key's own words decide. */
  readonly isTitle?: boolean;
}

export interface Problem {
  readonly message: string;
  readonly span: Span;
}

/** One posting of a document, or all of a document that is not cut up. */
export interface DocumentBlocks {
  /** The stretch of the source from the first of its parts to the last. */
  readonly span: Span;
  readonly fields: readonly Field[];
  readonly blocks: readonly Block[];
  /** Blocks that say again what `blocks` say (structured data beside the page): edits reach them, nothing is judged by them. */
  readonly copies: readonly Block[];
  /** The document itself says that this is a posting, as structured data does. */
  readonly declared: boolean;
  /** Why part of the source could not be read, if so. */
  readonly problems: readonly Problem[];
}

/** The formats' names: `posting` is the language `job-posting`, Markdown that is always a posting. */
export type FormatId = 'markdown' | 'text' | 'html' | 'json' | 'yaml' | 'posting';

/** A format is a reader of blocks; nothing else about a document depends on its syntax. */
export interface Format {
  readonly id: FormatId;
  /** What editors call it. */
  readonly languageIds: readonly string[];
  /** The endings of its files, with the full stop. */
  readonly extensions: readonly string[];
  /**
   * Reads a whole source: one list of blocks for each posting that it may hold, none where it cannot hold any. Never
   * throws, whatever the text.
   * @param memory what is known from the source's last state; the answer is the same without it
   * @param titled the job's title is given beside the source: a record with none of its own may be a posting then
   * @internal
   */
  read(source: string, memory?: Memory, titled?: boolean): readonly DocumentBlocks[];
  /**
   * How comments are read and where they can be written; formats without comments have none.
   * @internal
   */
  readonly comments?: CommentSyntax;
}

/** Blocks read from a text that is itself decoded from a source, placed in that source. */
export function placed(blocks: readonly Block[], outer: MappedText): Block[] {
  return blocks.map((block) => ({
    ...block,
    content: block.content.through(outer),
    span: outer.toSource(block.span),
    inner: { block, text: outer },
  }));
}

/** A block where its source has moved by so much. */
export function shifted(block: Block, by: number): Block {
  if (by === 0) return block;
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const { kind, level, inner, member } = block;
  return {
    kind,
    level,
    content: block.content.shifted(by),
    span: move(block.span),
    ...(inner && { inner: { ...inner, text: inner.text.shifted(by) } }),
    ...(member && { member: move(member) }),
  };
}
