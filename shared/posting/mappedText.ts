import type { Span } from './span.ts';

/** A run of plain text and where it stands in the source. Equal lengths mean character by character. */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
}

/**
 * Plain text as a reader sees it, with the way back to the source: markup is left out, entities and escapes are
 * decoded, soft breaks are blanks. All offsets are UTF-16.
 */
export class MappedText {
  readonly text: string;
  readonly #pieces: readonly Piece[];

  constructor(text: string, pieces: readonly Piece[]) {
    this.text = text;
    this.#pieces = pieces;
  }

  /** Text that stands in the source just so. */
  static verbatim(text: string, source: number): MappedText {
    return new MappedText(text, [{ at: 0, length: text.length, source, sourceLength: text.length }]);
  }

  #pieceAt(offset: number): Piece | undefined {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#pieces[low];
  }

  /** The source span that shows this stretch of the text; inner markup is within, outer markup is not. */
  toSource(span: Span): Span {
    const first = this.#pieceAt(span.start);
    const last = this.#pieceAt(Math.max(span.start, span.end - 1));
    if (first === undefined || last === undefined) return { start: 0, end: 0 };
    const start = first.length === first.sourceLength ? first.source + (span.start - first.at) : first.source;
    const end =
      last.length === last.sourceLength
        ? last.source + (span.end - last.at)
        : last.source + last.sourceLength;
    return { start, end: Math.max(start, end) };
  }

  /** Whether this stretch stands in the source letter by letter, so that it can be replaced in place. */
  isVerbatim(span: Span): boolean {
    const source = this.toSource(span);
    const first = this.#pieceAt(span.start);
    const last = this.#pieceAt(Math.max(span.start, span.end - 1));
    return (
      source.end - source.start === span.end - span.start &&
      first !== undefined &&
      first === last &&
      first.length === first.sourceLength
    );
  }

  /** The source span of the whole. */
  get span(): Span {
    return this.toSource({ start: 0, end: this.text.length });
  }

  /** Part of this text, still mapped. */
  slice(start: number, end: number): MappedText {
    const pieces: Piece[] = [];
    for (const piece of this.#pieces) {
      const from = Math.max(start, piece.at);
      const to = Math.min(end, piece.at + piece.length);
      if (from >= to) continue;
      const exact = piece.length === piece.sourceLength;
      pieces.push({
        at: from - start,
        length: to - from,
        source: exact ? piece.source + (from - piece.at) : piece.source,
        sourceLength: exact ? to - from : piece.sourceLength,
      });
    }
    return new MappedText(this.text.slice(start, end), pieces);
  }

  /** Without white space at either end. */
  trim(): MappedText {
    const start = this.text.length - this.text.trimStart().length;
    const end = this.text.trimEnd().length;
    return start === 0 && end === this.text.length ? this : this.slice(start, Math.max(start, end));
  }
}

/** Collects pieces from left to right. */
export class TextBuilder {
  #text = '';
  readonly #pieces: Piece[] = [];

  /** Text that stands in the source just so. */
  verbatim(text: string, source: number): void {
    if (text.length === 0) return;
    this.#pieces.push({ at: this.#text.length, length: text.length, source, sourceLength: text.length });
    this.#text += text;
  }

  /** Text that the source writes in another way (an entity, an escape, a line break with its indentation). */
  decoded(text: string, source: number, sourceLength: number): void {
    if (text.length === 0) return;
    this.#pieces.push({ at: this.#text.length, length: text.length, source, sourceLength });
    this.#text += text;
  }

  get isEmpty(): boolean {
    return this.#text.trim() === '';
  }

  get endsInSpace(): boolean {
    return /\s$/.test(this.#text);
  }

  build(): MappedText {
    return new MappedText(this.#text, this.#pieces);
  }
}
