import type { SyntaxNode } from '@lezer/common';
import { decodeHTML } from 'entities';
import { type Escape, type MappedText, TextBuilder } from '../mappedText.ts';
import { refersToNothing } from './links.ts';

/** Markup that a reader does not see. */
const hidden = new Set([
  'EmphasisMark',
  'StrikethroughMark',
  'CodeMark',
  'LinkMark',
  'LinkTitle',
  'LinkLabel',
  'HeaderMark',
  'QuoteMark',
  'ListMark',
  'TaskMarker',
  'TableDelimiter',
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
  'Image',
]);

/** Brackets of what is no link, and what stands in them. */
const brackets = new Set(['LinkMark', 'LinkLabel']);

/** A bullet in the text itself, after a line break: pasted from a word processor, it begins a line of its own. */
const pastedBullet = /^(?:[•▪‣·●○◦⁃∙–—]|\\[-*+]|-)\s/;

/** Markup nested deeper than this is taken as it is written. */
const maxNesting = 60;

/** Text for Markdown: what could be read as markup is escaped. */
const escapeMarkdown: Escape = (text) => text.replace(/[\\`*[\]<&]/g, '\\$&');

/** Collects what a reader sees of inline content, as it is walked from left to right. */
class InlineReader {
  readonly #source: string;
  readonly #builder = new TextBuilder(escapeMarkdown);
  readonly #labels: ReadonlySet<string>;
  #skipTo = 0;

  constructor(source: string, labels: ReadonlySet<string>) {
    this.#source = source;
    this.#labels = labels;
  }

  /** @param from offset in the source, `to` exclusive */
  plain(from: number, to: number): void {
    let at = Math.max(from, this.#skipTo);
    const part = this.#source;
    for (
      let newline = part.indexOf('\n', at);
      newline >= 0 && newline < to;
      newline = part.indexOf('\n', at)
    ) {
      let end = newline;
      while (end > at && /[ \t\r]/.test(part[end - 1] ?? '')) end -= 1;
      this.#builder.verbatim(part.slice(at, end), at);
      let next = newline + 1;
      while (next < part.length && /[ \t>]/.test(part[next] ?? '')) next += 1;
      this.#builder.decoded(pastedBullet.test(part.slice(next, next + 4)) ? '\n' : ' ', end, next - end);
      this.#skipTo = next;
      at = next;
    }
    if (at < to) this.#builder.verbatim(part.slice(at, to), at);
  }

  decoded(text: string, from: number, to: number): void {
    this.#builder.decoded(text, from, to - from);
  }

  hardBreak(from: number, to: number): void {
    let next = to;
    while (next < this.#source.length && /[ \t\r\n]/.test(this.#source[next] ?? '')) next += 1;
    this.#builder.decoded('\n', from, next - from);
    this.#skipTo = next;
  }

  /** @param plain names of children that are plain text here */
  walk(node: SyntaxNode, from: number, to: number, nesting = 0, plain?: ReadonlySet<string>): void {
    let at = from;
    if (nesting > maxNesting) {
      this.plain(from, to);
      return;
    }
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.to <= from || child.from >= to || plain?.has(child.name)) continue;
      this.plain(at, child.from);
      at = child.to;
      this.#node(child, nesting + 1);
    }
    this.plain(at, to);
  }

  #node(node: SyntaxNode, nesting: number): void {
    if (node.name === 'Escape') this.plain(node.from + 1, node.to);
    else if (node.name === 'Entity')
      this.decoded(decodeHTML(this.#source.slice(node.from, node.to)), node.from, node.to);
    else if (node.name === 'HardBreak') this.hardBreak(node.from, node.to);
    else if (node.name === 'HTMLTag' && /^<br\b/i.test(this.#source.slice(node.from, node.from + 4)))
      this.hardBreak(node.from, node.to);
    else if (node.name === 'URL' && node.parent?.name === 'Link') return;
    else if (refersToNothing(node, this.#source, this.#labels))
      this.walk(node, node.from, node.to, nesting, brackets);
    else if (!hidden.has(node.name)) this.walk(node, node.from, node.to, nesting);
  }

  build(): MappedText {
    return this.#builder.build().trim();
  }
}

/**
 * What a reader sees of a node's inline content.
 * @param source the whole source that the tree was made of
 * @param labels those that the document defines for its links
 */
export function inlineText(source: string, node: SyntaxNode, labels: ReadonlySet<string>): MappedText {
  const reader = new InlineReader(source, labels);
  reader.walk(node, node.from, node.to);
  return reader.build();
}
