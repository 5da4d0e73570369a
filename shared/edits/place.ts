import type { Block } from '../posting/blocks.ts';
import type { MappedText } from '../posting/mappedText.ts';
import type { Span } from '../posting/span.ts';

/** The text that a block is written in: the source, or a string in it as its reader decoded it. */
export interface Place {
  readonly text: string;
  /** Where a stretch of the text stands in the source; an empty one is a point between two letters. */
  readonly toSource: (span: Span) => Span;
  /** A stretch of the text as the source writes it. */
  readonly written: (start: number, end: number) => string;
  /** How the source writes something new in this text. */
  readonly escape: (text: string) => string;
}

function through(outer: MappedText, span: Span): Span {
  if (span.start < span.end) return outer.toSource(span);
  const at =
    span.start < outer.text.length
      ? outer.toSource({ start: span.start, end: span.start + 1 }).start
      : outer.toSource({ start: span.start - 1, end: span.start }).end;
  return { start: at, end: at };
}

function placeIn(outers: readonly MappedText[], source: string): Place {
  const toSource = (span: Span): Span => outers.reduce((inner, outer) => through(outer, inner), span);
  return {
    text: outers[0]?.text ?? source,
    toSource,
    written: (start, end) => {
      const span = toSource({ start, end });
      return source.slice(span.start, span.end);
    },
    escape: (text) => outers.reduce((written, outer) => outer.escape(written), text),
  };
}

/** The source itself as a place. */
export const sourcePlace = (source: string): Place => placeIn([], source);

/** The text that a block was read from, and the block as it stands there. */
export function placeOf(block: Block, source: string): { readonly place: Place; readonly own: Block } {
  const outers: MappedText[] = [];
  let own = block;
  for (; own.inner !== undefined; own = own.inner.block) outers.unshift(own.inner.text);
  return { place: placeIn(outers, source), own };
}

export function isSamePlace(a: Place, b: Place): boolean {
  const whole = { start: 0, end: a.text.length };
  return a.text === b.text && a.toSource(whole).start === b.toSource(whole).start;
}

/** Where white space begins that stands before an offset. */
export const blankBefore = (text: string, at: number): number => text.slice(0, at).trimEnd().length;

/** Where white space ends that stands after an offset. */
export const blankAfter = (text: string, at: number): number =>
  text.length - text.slice(at).trimStart().length;

/** So many line breaks as the source writes them in this text: copied from it where it has such. */
export function lineBreaks(place: Place, count: 1 | 2): string {
  const run = new RegExp(`(?<![\\r\\n])(?:\\r?\\n){${count}}(?![\\r\\n])`).exec(place.text);
  if (run !== null) return place.written(run.index, run.index + run[0].length);
  const one = /\r?\n/.exec(place.text);
  const single = one === null ? place.escape('\n') : place.written(one.index, one.index + one[0].length);
  return single.repeat(count);
}
