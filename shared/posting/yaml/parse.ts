import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/yaml';
import type { Problem } from '../blocks.ts';
import type { Comment } from '../comments.ts';
import { decodeEscape, decodeString } from '../data/strings.ts';
import { type DataEntry, type DataScalar, type DataValue, maxDepth } from '../data/value.ts';
import { asIs, type Escape, MappedText } from '../mappedText.ts';
import { lineComments } from '../data/comments.ts';
import { readBlockScalar } from './blockScalar.ts';

const escapeDouble: Escape = (text) => text.replace(/["\\]/g, '\\$&');
const escapeSingle: Escape = (text) => text.replace(/'/g, "''");

/** A line break inside a scalar, with the indentation after it, is read as a blank; an empty line as a line break. */
const folded = /(?<![ \t])[ \t]*\r?\n\s*/g;
const inSingle = /''|(?<![ \t])[ \t]*\r?\n\s*/g;
const inDouble =
  /(?<![ \t])[ \t]*\r?\n\s*|\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|\r?\n[ \t]*|[\s\S])/g;

function decode(written: string): string {
  if (written === "''") return "'";
  if (/^\\\r?\n/.test(written)) return '';
  if (written.startsWith('\\')) return decodeEscape(written);
  return (written.match(/\n/g)?.length ?? 0) > 1 ? '\n' : ' ';
}

class YamlReader {
  readonly problems: Problem[] = [];
  readonly #yaml: string;

  constructor(yaml: string) {
    this.#yaml = yaml;
  }

  value(node: SyntaxNode | null, depth: number): DataValue | null {
    if (node === null || depth > maxDepth) return null;
    if (node.name === 'Anchored' || node.name === 'Tagged') return this.value(node.lastChild, depth + 1);
    if (node.name === 'BlockMapping' || node.name === 'FlowMapping') return this.#mapping(node, depth);
    if (node.name === 'BlockSequence' || node.name === 'FlowSequence') {
      const items = node.getChildren('Item').flatMap((item) => this.value(item.lastChild, depth + 1) ?? []);
      return { kind: 'array', items, span: { start: node.from, end: node.to } };
    }
    return this.#scalar(node);
  }

  #mapping(node: SyntaxNode, depth: number): DataValue {
    const entries: DataEntry[] = [];
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      const span = { start: child.from, end: child.to };
      if (child.type.isError) this.problems.push({ message: 'The YAML cannot be read here.', span });
      if (child.name !== 'Pair' || child.lastChild === null || child.lastChild.name === 'Key') continue;
      const value = this.#words(child.lastChild) ?? this.value(child.lastChild, depth + 1);
      if (value !== null) entries.push({ key: this.#key(child), value, span });
    }
    return { kind: 'object', entries, span: { start: node.from, end: node.to } };
  }

  /** A key's words, its anchor and tag left out; a key that is a list or a record stands as it is written. */
  #key(pair: SyntaxNode): MappedText {
    const written = pair.getChild('Key');
    let node = written?.lastChild ?? null;
    while (node?.name === 'Anchored' || node?.name === 'Tagged') node = node.lastChild;
    const { from, to } = written ?? { from: pair.from, to: pair.from };
    return this.#scalar(node)?.content ?? MappedText.verbatim(this.#yaml.slice(from, to), from);
  }

  /** How far the list or record that a node stands in is indented. */
  #indentAround(node: SyntaxNode): number {
    let around = node.parent;
    while (around !== null && around.name !== 'BlockMapping' && around.name !== 'BlockSequence')
      around = around.parent;
    const from = around?.firstChild?.from ?? 0;
    return from - (from === 0 ? 0 : this.#yaml.lastIndexOf('\n', from - 1) + 1);
  }

  /** "title: Manager: Berlin" is a mapping to YAML; whoever wrote it on one line meant words. */
  #words(node: SyntaxNode): DataScalar | null {
    if (node.name !== 'BlockMapping') return null;
    const before = this.#yaml.lastIndexOf('\n', node.from - 1);
    const sameLine = !/^[\s-]*$/.test(this.#yaml.slice(Math.max(before + 1, node.from - 200), node.from));
    const lineEnd = this.#yaml.indexOf('\n', node.from);
    const end = lineEnd < 0 ? this.#yaml.length : lineEnd;
    if (!sameLine || node.to > end) return null;
    const content = MappedText.verbatim(this.#yaml.slice(node.from, end), node.from, asIs).trim();
    return this.#made(content, content.span.start, content.span.end);
  }

  #made(content: MappedText, start: number, end: number): DataScalar {
    return { kind: 'scalar', isText: true, content, span: { start, end } };
  }

  #scalar(node: SyntaxNode | null): DataScalar | null {
    if (node === null) return null;
    const { from, to } = node;
    const written = this.#yaml.slice(from, to);
    if (node.name === 'QuotedLiteral') {
      const single = written.startsWith("'");
      const closed = written.length > 1 && written.endsWith(written[0] ?? '"');
      const inner = written.slice(1, closed ? -1 : undefined);
      const escape = single ? escapeSingle : escapeDouble;
      return this.#made(
        decodeString(inner, from + 1, single ? inSingle : inDouble, decode, escape),
        from,
        to,
      );
    }
    if (node.name === 'Literal') return this.#made(decodeString(written, from, folded, decode), from, to);
    if (node.name !== 'BlockLiteral') return null;
    const header = node.getChild('BlockLiteralHeader');
    const body = node.getChild('BlockLiteralContent');
    if (header === null || body === null) return null;
    const content = readBlockScalar(
      this.#yaml.slice(header.from, header.to),
      this.#yaml.slice(body.from, body.to),
      body.from,
      () => this.#indentAround(node),
    );
    return this.#made(content, from, to);
  }
}

/** Signs that make the parser look through the rest of a line; people write dozens on one. */
const costly = /[\u0000-\u0008\u000e-\u001f\u007f`@&]|[-:?!*%|>]\s/g;
const mostSigns = 400;

/**
 * Blanks lines on which the parser would spend quadratic time; no posting has any. A byte order mark is an empty line to
 * it: else it hides a comment that follows.
 */
function withoutCostlyLines(yaml: string): string {
  return yaml
    .replace(/^\uFEFF/, '\n')
    .replace(/[^\n]{1000,}/g, (line) =>
      (line.match(costly)?.length ?? 0) > mostSigns ? ' '.repeat(line.length) : line,
    );
}

/** The values of a YAML text, one a document. What stands beside a fault is still read. */
export function parseYaml(yaml: string): { values: DataValue[]; problems: Problem[] } {
  const reader = new YamlReader(yaml);
  const values: DataValue[] = [];
  for (const document of parser.parse(withoutCostlyLines(yaml)).topNode.getChildren('Document')) {
    for (let child = document.firstChild; child !== null; child = child.nextSibling) {
      const value = reader.value(child, 0);
      if (value !== null && value.kind !== 'scalar') values.push(value);
    }
  }
  return { values, problems: reader.problems };
}

/** The comments of a YAML text: from the number sign to the end of the line. */
export const yamlComments = (yaml: string): Comment[] =>
  lineComments(parser.parse(withoutCostlyLines(yaml)), yaml);
