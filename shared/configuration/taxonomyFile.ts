import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { TaxonomyReading } from '../judgement/readTaxonomy.ts';
import type { Span } from '../posting/span.ts';
import type { Taxonomy } from '../taxonomy/index.ts';
import type { ConfigurationProblem } from './problem.ts';
import { spanOf } from './properties.ts';
import { parseFile } from './read.ts';

export interface TaxonomyFile {
  /** Null where the file cannot be used; then its problems say why. */
  readonly taxonomy: Taxonomy | null;
  readonly problems: readonly ConfigurationProblem[];
}

/** Reads a file with another pair of roles. Never throws, whatever the text. */
export function readTaxonomyFile(text: string, read: (value: unknown) => TaxonomyReading): TaxonomyFile {
  const { root, problems } = parseFile(text);
  if (root === undefined || problems.length > 0) return { taxonomy: null, problems };
  const reading = read(plain(root));
  if ('taxonomy' in reading) return { taxonomy: reading.taxonomy, problems: [] };
  return {
    taxonomy: null,
    problems: reading.problems.map(({ path, message }) => ({
      span: placeOf(root, path),
      message,
      correction: null,
      schemaTells: false,
    })),
  };
}

/** A node's value. The parser's own function would let the name `__proto__` change what an object is. */
function plain(node: Node): unknown {
  const children = node.children ?? [];
  if (node.type === 'array') return children.map(plain);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    children.map(({ children: [key, value] = [] }) => [
      String(key?.value),
      value === undefined ? null : plain(value),
    ]),
  );
}

/** The value that a path leads to, or the innermost one around the place where it should be. */
function placeOf(root: Node, path: readonly (string | number)[]): Span {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return spanOf(node);
  }
  return { start: root.offset, end: root.offset + 1 };
}
