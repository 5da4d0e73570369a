import { type Gated, gated } from '../firstWords.ts';
import type { View } from './view.ts';

/** Something that speaks for or against a posting, measured from 0 (absent) to 1 (as clear as it gets). */
export interface Cue {
  readonly id: string;
  /** Its name in a sentence for people: "a title that names a job". */
  readonly says: string;
  /** The weight set by hand: training starts here, and stays here where the data know no better. */
  readonly start: number;
  measure(view: View): number;
}

export const upTo = (limit: number, value: number): number => Math.min(value, limit) / limit;

/** How many statements a pattern is found in. */
export function countOf(statements: View['statements'], one: Gated): number {
  let count = 0;
  for (const statement of statements) if (statement.has(one)) count += 1;
  return count;
}

/** How many statements a pattern is found in, as a share of `limit`. */
export function statements(limit: number, pattern: RegExp): (view: View) => number {
  const one = gated(pattern);
  return (view) => {
    let count = 0;
    for (const statement of view.statements) {
      if (statement.has(one)) count += 1;
      if (count >= limit) break;
    }
    return upTo(limit, count);
  };
}

/** Of the statements the share that a pattern is found in, 1 at `full` and above. */
export function share(full: number, pattern: RegExp): (view: View) => number {
  const one = gated(pattern);
  return ({ statements: all }) => upTo(full, countOf(all, one) / Math.max(4, all.length));
}

/** 1 where a heading or a label is of this kind. */
export function heading(pattern: RegExp): (view: View) => number {
  return ({ headings }) => (headings.some((text) => pattern.test(text)) ? 1 : 0);
}

/** Front matter keys of this kind, `limit` and above is 1. Empty values do not count. */
export function fields(limit: number, key: RegExp, value: RegExp = /./): (view: View) => number {
  return ({ fields: all }) =>
    upTo(limit, all.filter((field) => key.test(field.key) && value.test(field.value.text)).length);
}
