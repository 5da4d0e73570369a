import type { Memory } from './memory.ts';
import type { Span } from './span.ts';

/** A comment of a source; what looks like one within code or a string is none. */
export interface Comment {
  /** From its first mark to its last. */
  readonly span: Span;
  /** What stands between the marks. */
  readonly body: Span;
}

/** What a source says to those who write it. */
export interface Remarks {
  readonly comments: readonly Comment[];
  /** Stretches that are one thing to a comment on the line before (a table, a script), beside the blocks. */
  readonly wholes: readonly Span[];
}

/** Where a comment can be written, and what must stand around it there. */
export interface CommentPlace {
  readonly at: number;
  readonly before: string;
  readonly after: string;
  /** Whether it is written `<!-- -->` there, or with a number sign. */
  readonly marks: 'angles' | 'number sign';
}

/** Comments as a format has them. Nothing here throws, whatever the text. */
export interface CommentSyntax {
  /** Reads the comments of a whole source. */
  read(source: string, memory?: Memory): Remarks;
  /**
   * A line above what holds an offset. Whether a comment is read as one there is for the caller to see.
   * @param block where the block begins that holds the offset
   */
  above(source: string, block: number, offset: number): CommentPlace;
  /** The top of a source: after what must stand first. */
  top(source: string): CommentPlace;
}

/** How lines end in a source. */
export function lineEndOf(source: string): string {
  return /\r\n|\r|\n/.exec(source)?.[0] ?? '\n';
}

export const bomLength = (source: string): number => (source.startsWith('\uFEFF') ? 1 : 0);

/** Where the line of an offset begins, after a byte order mark. */
export function lineStart(source: string, at: number): number {
  const before = Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1));
  return at === 0 ? 0 : Math.max(before + 1, bomLength(source));
}

/** A line of its own above an offset's, as far to the right. */
export function lineAbove(source: string, at: number, marks: CommentPlace['marks']): CommentPlace {
  const start = lineStart(source, at);
  const before = /^[ \t]*/.exec(source.slice(start, at))?.[0] ?? '';
  return { at: start, before, after: lineEndOf(source), marks };
}

/** The first line of a source. */
export function firstLine(source: string, marks: CommentPlace['marks']): CommentPlace {
  return { at: bomLength(source), before: '', after: lineEndOf(source), marks };
}
