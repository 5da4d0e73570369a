/** What generators hand to `main.ts`. */
import path from 'node:path';
import type { Rule } from '../../../shared/rules/rule.ts';

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '../../..');

/** A file that is generated, or a part of one that is otherwise written by hand. */
export interface Generated {
  /** From the checkout, with `/`. */
  readonly path: string;
  /** The file's text as it should be. @param current what it holds now; empty where there is none */
  readonly renew: (current: string) => string;
}

/**
 * Makes one thing.
 * @param rules those in the folders, read now: `registry.gen.ts` may be out of date when this is called
 */
export type Generator = (rules: readonly Rule[]) => readonly Generated[];

/** A file that is generated as a whole. */
export function wholeFile(path: string, text: string): Generated {
  return { path, renew: () => text };
}

/**
 * A value in a JSON file. The rest of the file and the order of its keys stay; a new key comes last.
 * @param keys the way to the value: `['contributes', 'configuration']`
 */
export function jsonValue(path: string, keys: readonly string[], value: unknown): Generated {
  return {
    path,
    renew: (current) =>
      `${JSON.stringify(withValue(current === '' ? {} : JSON.parse(current), keys, value), null, 2)}\n`,
  };
}

function withValue(tree: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const object: Readonly<Record<string, unknown>> =
    typeof tree === 'object' && tree !== null && !Array.isArray(tree) ? { ...tree } : {};
  return { ...object, [key]: withValue(object[key], rest, value) };
}
