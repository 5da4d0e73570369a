import type { SyntaxNode } from '@lezer/common';
import { parser } from 'lezer-toml';
import type { Comment } from '../comments.ts';
import { lineComments } from '../data/comments.ts';
import { decodeEscape, decodeString } from '../data/strings.ts';
import type { DataEntry, DataObject, DataScalar } from '../data/value.ts';
import { asIs, type Escape, MappedText } from '../mappedText.ts';

const escapeBasic: Escape = (text) => text.replace(/["\\]/g, '\\$&');

const escapes = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[ \t]*\r?\n\s*|[\s\S])/g;
const decode = (written: string): string => (/^\\\s/.test(written) ? '' : decodeEscape(written));

/** A string's words, by its quotes: single ones take everything as it is, three of them may hold lines. */
function stringOf(toml: string, node: SyntaxNode): DataScalar | null {
  const written = toml.slice(node.from, node.to);
  const quotes = /^("""|'''|"|')(?:\r?\n)?/.exec(written);
  if (quotes === null) return null;
  const mark = quotes[1] ?? '"';
  const open = mark.length > 1 ? quotes[0].length : 1;
  const closed = written.length >= open + mark.length && written.endsWith(mark);
  const inner = written.slice(open, closed ? -mark.length : undefined);
  const at = node.from + open;
  const content = mark.startsWith("'")
    ? MappedText.verbatim(inner, at, asIs)
    : decodeString(inner, at, escapes, decode, escapeBasic);
  return { kind: 'scalar', isText: true, content, span: { start: node.from, end: node.to } };
}

/** The strings of a table, each with its key. */
function stringsIn(toml: string, table: SyntaxNode): DataEntry[] {
  return table.getChildren('Pair').flatMap((pair): DataEntry[] => {
    const name = pair.firstChild;
    const value = pair.lastChild === null ? null : stringOf(toml, pair.lastChild);
    if (name === null || value === null) return [];
    return [{ key: keyOf(toml, name), value, span: { start: pair.from, end: pair.to } }];
  });
}

const keyOf = (toml: string, name: SyntaxNode): MappedText =>
  stringOf(toml, name)?.content ?? MappedText.verbatim(toml.slice(name.from, name.to), name.from);

/** The strings at the top of a TOML text and of its tables. What stands beside a fault is still read. */
export function parseToml(toml: string): DataObject {
  const tree = parser.parse(toml).topNode;
  const top = tree.getChild('TopLevelTable') ?? tree;
  const tables = top.getChildren('Table').flatMap((table): DataEntry[] => {
    const name = table.getChild('TableHeader')?.firstChild ?? null;
    if (name === null) return [];
    const span = { start: table.from, end: table.to };
    return [
      { key: keyOf(toml, name), value: { kind: 'object', entries: stringsIn(toml, table), span }, span },
    ];
  });
  return {
    kind: 'object',
    entries: [...stringsIn(toml, top), ...tables],
    span: { start: 0, end: toml.length },
  };
}

/** The comments of a TOML text: from the number sign to the end of the line. */
export const tomlComments = (toml: string): Comment[] => lineComments(parser.parse(toml), toml);
