import type { Node } from 'jsonc-parser';
import { closestMatch } from 'leven';
import type { Span } from '../posting/span.ts';
import { type Phrase, say } from '../say.ts';
import type { ConfigurationProblem, Correction } from './problem.ts';

/** Tells of a problem. */
export type Report = (span: Span, message: Phrase, extra?: Partial<ConfigurationProblem>) => undefined;

/** A name and its value in an object of a configuration file. */
export interface Property {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
  /** All names of the object. */
  readonly among: ReadonlyMap<string, Property>;
}

/** Names that JavaScript gives a meaning to. They are ids of nothing. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

export const spanOf = ({ offset, length }: Node): Span => ({ start: offset, end: offset + length });

/** The properties of an object, of those that stand there twice the last. */
export function propertiesOf(node: Node, name: string, report: Report): Property[] {
  if (node.type !== 'object') {
    report(spanOf(node), say`“${name}” takes names and values in braces, so this value is passed over.`);
    return [];
  }
  const among = new Map<string, Property>();
  for (const { children: [keyNode, value] = [] } of node.children ?? []) {
    if (keyNode === undefined || value === undefined) continue;
    const key = String(keyNode.value);
    const keySpan = spanOf(keyNode);
    if (forbidden.has(key)) {
      report(keySpan, say`“${key}” has a meaning of its own in programs, so it is not read as a name.`, {
        schemaTells: false,
      });
      continue;
    }
    if (among.has(key))
      report(
        keySpan,
        say`“${key}” stands here more than once, and only the last one counts. Remove the others.`,
      );
    among.set(key, { key, keySpan, value, among });
  }
  return [...among.values()];
}

/** The known name that a misspelt one stands for, if one is near. */
export function nearest(written: string, span: Span, names: readonly string[]): Correction | null {
  if (written.length > 40) return null;
  const maxDistance = Math.max(1, Math.floor(written.length / 3));
  const name = closestMatch(written, names, { maxDistance });
  return name === undefined ? null : { name, edit: { span, newText: JSON.stringify(name) } };
}

/** The same for a name of an object: one that the object has already was not meant. */
export function nearestName({ key, keySpan, among }: Property, names: readonly string[]): Correction | null {
  return nearest(
    key,
    keySpan,
    names.filter((name) => !among.has(name)),
  );
}
