import { ownString } from '../ownString.ts';
import { KnownText, type TextReader } from './knownText.ts';
import type { Span } from './span.ts';

/** A run of plain text and where it stands in the source. Equal lengths mean character by character. */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
}

/** How text must be written to be read as itself in a place of the source. */
export type Escape = (text: string) => string;

export const asIs: Escape = (text) => text;

const isExact = (piece: Piece): boolean => piece.length === piece.sourceLength;

/** Index of the last piece that begins at or before the offset; 0 where none does. */
function indexAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Plain text as a reader sees it, with the way back to the source: markup is left out, entities and escapes are
 * decoded, soft breaks are blanks. All offsets are UTF-16. Maps compose (`through`): HTML inside a JSON string is read
 * from the decoded string, and still knows its place in the file.
 */
export class MappedText {
  readonly text: string;
  /**
   * How to write text into this place, so that the source stays well formed.
   * @internal
   */
  readonly escape: Escape;
  readonly #pieces: readonly Piece[];
  /** Added to where the pieces say that they stand: so that text that moved as a whole is not mapped again. */
  readonly #base: number;
  /**
   * The text by itself, wherever it stands: what moved is not read again.
   * @internal
   */
  readonly known: KnownText;

  /** @internal */
  constructor(
    text: string,
    pieces: readonly Piece[],
    escape: Escape = asIs,
    base = 0,
    known = new KnownText(text),
  ) {
    this.text = text;
    this.#pieces = pieces;
    this.escape = escape;
    this.#base = base;
    this.known = known;
  }

  /**
   * Text that stands in the source just so.
   * @internal
   */
  static verbatim(text: string, source: number, escape: Escape = asIs): MappedText {
    return new MappedText(text, [{ at: 0, length: text.length, source, sourceLength: text.length }], escape);
  }

  /**
   * What a reader says of the text, computed once (`KnownText`).
   * @internal
   */
  once<Value>(read: TextReader<undefined, Value>): Value;
  /** @internal */
  once<By, Value>(read: TextReader<By, Value>, by: By): Value;
  once<By, Value>(read: TextReader<By | undefined, Value>, by?: By): Value {
    return this.known.once(read, by);
  }

  /** The source span that shows this stretch of the text; inner markup is within, outer markup is not. */
  toSource(span: Span): Span {
    const first = this.#pieces[indexAt(this.#pieces, span.start)];
    const last = this.#pieces[indexAt(this.#pieces, Math.max(span.start, span.end - 1))];
    if (first === undefined || last === undefined) return { start: 0, end: 0 };
    const start = isExact(first) ? first.source + (span.start - first.at) : first.source;
    const end = isExact(last) ? last.source + (span.end - last.at) : last.source + last.sourceLength;
    return { start: this.#base + start, end: this.#base + Math.max(start, end) };
  }

  /** The stretches of the source that show this stretch of the text, without the markup that stands between them. */
  runs(span: Span): Span[] {
    const runs: Span[] = [];
    for (const piece of this.#within(span.start, span.end)) {
      const start = piece.source;
      const end = start + piece.sourceLength;
      const before = runs.at(-1);
      if (before?.end === start) runs[runs.length - 1] = { start: before.start, end };
      else runs.push({ start, end });
    }
    return runs.length === 0 ? [this.toSource(span)] : runs;
  }

  /** The source span of the whole. */
  get span(): Span {
    return this.toSource({ start: 0, end: this.text.length });
  }

  /** The pieces of a stretch, those at its ends cut to fit; places in the text count from `zero`. */
  #within(start: number, end: number, zero = 0): Piece[] {
    const pieces: Piece[] = [];
    for (let index = indexAt(this.#pieces, start); index < this.#pieces.length; index++) {
      const piece = this.#pieces[index];
      if (piece === undefined || piece.at >= end) break;
      const from = Math.max(start, piece.at);
      const length = Math.min(end, piece.at + piece.length) - from;
      if (length <= 0) continue;
      const { sourceLength } = piece;
      const source = this.#base + piece.source;
      pieces.push(
        isExact(piece)
          ? { at: from - zero, length, source: source + (from - piece.at), sourceLength: length }
          : { at: from - zero, length, source, sourceLength },
      );
    }
    return pieces;
  }

  /**
   * This text where its source has moved by so much.
   * @internal
   */
  shifted(by: number): MappedText {
    if (by === 0) return this;
    return new MappedText(this.text, this.#pieces, this.escape, this.#base + by, this.known);
  }

  /**
   * This text as one that was read before.
   * @internal
   */
  as(known: KnownText): MappedText {
    return new MappedText(known.text, this.#pieces, this.escape, this.#base, known);
  }

  /**
   * Part of this text, still mapped.
   * @param known the part by itself, where it is known
   * @internal
   */
  slice(start: number, end: number, known = new KnownText(this.text.slice(start, end))): MappedText {
    if (start === 0 && end === this.text.length) return this;
    return new MappedText(known.text, this.#within(start, end, start), this.escape, 0, known);
  }

  /**
   * Without white space at either end.
   * @internal
   */
  trim(): MappedText {
    const start = this.text.length - this.text.trimStart().length;
    const end = this.text.trimEnd().length;
    return start === 0 && end === this.text.length ? this : this.slice(start, Math.max(start, end));
  }

  /**
   * This text, whose source was the text of `outer`, mapped to the source of `outer`.
   * @internal
   */
  through(outer: MappedText): MappedText {
    const pieces: Piece[] = [];
    for (const piece of this.#pieces) {
      const source = this.#base + piece.source;
      const span = { start: source, end: source + piece.sourceLength };
      if (!isExact(piece)) {
        const { start, end } = outer.toSource(span);
        pieces.push({ ...piece, source: start, sourceLength: end - start });
        continue;
      }
      for (const part of outer.#within(span.start, span.end))
        pieces.push({ ...part, at: piece.at + (part.at - span.start) });
    }
    const inner = this.escape;
    return new MappedText(this.text, pieces, (text) => outer.escape(inner(text)), 0, this.known);
  }
}

/** Characters that a reader takes for a blank, and those that nobody sees. */
const special = /[\u00a0\u2007\u202f]+|[\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff]+/g;
const anySpecial = /[\u00a0\u00ad\u2007\u200b\u200c\u200e\u200f\u202f\u2060\ufeff]/;

/** Collects pieces from left to right. */
export class TextBuilder {
  #text = '';
  readonly #pieces: Piece[] = [];
  readonly #escape: Escape;

  constructor(escape: Escape = asIs) {
    this.#escape = escape;
  }

  /** Text that stands in the source just so. Unusual blanks are read as blanks; what has no width is left out. */
  verbatim(text: string, source: number): void {
    if (!anySpecial.test(text)) {
      this.#add(text, source, text.length);
      return;
    }
    let done = 0;
    for (const match of text.matchAll(special)) {
      this.#add(text.slice(done, match.index), source + done, match.index - done);
      done = match.index + match[0].length;
      if (/^[\u00a0\u2007\u202f]/.test(match[0]))
        this.#add(' '.repeat(match[0].length), source + match.index, match[0].length);
    }
    this.#add(text.slice(done), source + done, text.length - done);
  }

  /** Text that the source writes in another way (an entity, an escape, a line break with its indentation). */
  decoded(text: string, source: number, sourceLength: number): void {
    const shown = anySpecial.test(text)
      ? text.replace(special, (run) => (run.trim() === '' && run[0] !== '\ufeff' ? ' ' : ''))
      : text;
    this.#add(shown, source, sourceLength);
  }

  #add(text: string, source: number, sourceLength: number): void {
    if (text.length === 0) return;
    this.#pieces.push({ at: this.#text.length, length: text.length, source, sourceLength });
    this.#text += text;
  }

  get length(): number {
    return this.#text.length;
  }

  get text(): string {
    return this.#text;
  }

  build(): MappedText {
    return new MappedText(ownString(this.#text), this.#pieces, this.#escape);
  }
}
