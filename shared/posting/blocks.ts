import type { MappedText } from './mappedText.ts';
import type { Span } from './span.ts';

/**
 * What a format reads from a source: a flat list of blocks in document order. Everything after this (titles, sections,
 * statements) is the same for all formats.
 */
export type BlockKind = 'heading' | 'item' | 'paragraph' | 'cell';

export interface Block {
  readonly kind: BlockKind;
  /** Level of a heading (1 to 6), depth of a list item (1 and up), else 0. */
  readonly level: number;
  readonly content: MappedText;
  /** The whole block in the source, markup included. */
  readonly span: Span;
}

/** A named value of the document's head, such as a key of front matter. */
export interface Field {
  readonly key: string;
  readonly value: MappedText;
  /** How to write text into the value's place, so that the source stays well formed. */
  readonly escape: (text: string) => string;
}

export interface DocumentBlocks {
  readonly fields: readonly Field[];
  readonly blocks: readonly Block[];
  /** Why part of the source could not be read, if so. */
  readonly problems: readonly { readonly message: string; readonly span: Span }[];
}

export type FormatId = 'markdown' | 'text' | 'html' | 'json' | 'yaml' | 'posting';

/** A format is a reader of blocks; nothing else about a document depends on its syntax. */
export interface Format {
  readonly id: FormatId;
  readonly languageIds: readonly string[];
  readonly extensions: readonly string[];
  /** Reads a whole source. Never throws, whatever the text. */
  read(source: string): DocumentBlocks;
}
