import type { Span } from './span.ts';

/** Where the lines of a text begin and end, as editors count them. */
export class Lines {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The number, from 0, of the line that an offset stands on. */
  at(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** A line with what ends it. */
  span(line: number): Span {
    return { start: this.#starts[line] ?? 0, end: this.#starts[line + 1] ?? this.#text.length };
  }

  /** A line's text without what ends it. */
  text(line: number): string {
    const { start, end } = this.span(line);
    return this.#text.slice(start, end).replace(/[\r\n]+$/, '');
  }
}
