import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/json';
import { decodeEscape, decodeString } from '../data/strings.ts';
import { type DataEntry, type DataScalar, type DataValue, maxDepth } from '../data/value.ts';
import type { Escape, MappedText } from '../mappedText.ts';

/** Text for a JSON string, in a file of its own or in an HTML script. */
const escapeJson: Escape = (text) => JSON.stringify(text).slice(1, -1).replace(/<\//g, '<\\/');

const escapes = /\\(?:u[0-9a-fA-F]{4}|[\s\S])/g;

/** Where the string ends that opens at a quote: its closing quote, or -1. By a loop, as a long one is too much for an expression. */
function closingQuote(json: string, open: number): number {
  for (let at = open + 1; at < json.length; at++) {
    const sign = json.charAt(at);
    if (sign === '"') return at;
    if (sign === '\\') at += 1;
  }
  return -1;
}

/**
 * Line breaks inside strings made blanks for the parser. JSON forbids them and web pages have them; a string that goes on
 * over lines ends where a comma or a bracket follows its quote, else it was half typed and ends with its line.
 */
function withWholeStrings(json: string): string {
  let result = '';
  let done = 0;
  for (let open = json.indexOf('"'); open >= 0;) {
    const close = closingQuote(json, open);
    // Nothing closes the last quote: escaped ones after it must not each be tried as an opening one.
    if (close < 0) return result + json.slice(done, open) + json.slice(open).replace(/\\"/g, '  ');
    const end = close + 1;
    const string = json.slice(open, end);
    const goesOn = string.includes('\n');
    const isWhole = !goesOn || /^\s*[,}\]]/.test(json.slice(end, end + 80));
    if (goesOn && isWhole) {
      result += json.slice(done, open) + string.replace(/[\r\n]/g, ' ');
      done = end;
    }
    open = json.indexOf('"', isWhole ? end : close);
  }
  return result + json.slice(done);
}

class JsonReader {
  readonly #json: string;

  constructor(json: string) {
    this.#json = json;
  }

  value(node: SyntaxNode | null, depth: number): DataValue | null {
    if (node === null || depth > maxDepth) return null;
    const span = { start: node.from, end: node.to };
    if (node.name === 'Object') {
      const entries: DataEntry[] = [];
      for (let child = node.firstChild; child !== null; child = child.nextSibling) {
        const entry = child.name === 'Property' ? this.#entry(child, depth) : null;
        if (entry !== null) entries.push(entry);
      }
      return { kind: 'object', entries, span };
    }
    if (node.name === 'Array') {
      const items: DataValue[] = [];
      for (let child = node.firstChild; child !== null; child = child.nextSibling) {
        const item = this.value(child, depth + 1);
        if (item !== null) items.push(item);
      }
      return { kind: 'array', items, span };
    }
    return this.#scalar(node);
  }

  #entry(property: SyntaxNode, depth: number): DataEntry | null {
    const name = property.getChild('PropertyName');
    if (name === null || name.to - name.from < 2) return null;
    for (let child = name.nextSibling; child !== null; child = child.nextSibling) {
      const value = this.value(child, depth + 1);
      if (value !== null) {
        const span = { start: name.from, end: value.span.end };
        return { key: this.#string(name.from, name.to), value, span };
      }
    }
    return null;
  }

  #scalar(node: SyntaxNode): DataScalar | null {
    const { from, to } = node;
    const span = { start: from, end: to };
    if (node.name === 'String')
      return { kind: 'scalar', isText: true, content: this.#string(from, to), span };
    // A string whose end is not typed yet is a fault to the parser, and still says something.
    if (node.type.isError && this.#json[from] === '"') {
      const line = this.#json.indexOf('\n', from);
      const end = line < 0 ? this.#json.length : line;
      const content = this.#string(from, end).trim();
      return content.text === ''
        ? null
        : { kind: 'scalar', isText: true, content, span: { start: from, end } };
    }
    if (!/^(?:Number|True|False|Null)$/.test(node.name)) return null;
    const content = decodeString(this.#json.slice(from, to), from, escapes, decodeEscape);
    return { kind: 'scalar', isText: false, content, span };
  }

  #string(from: number, to: number): MappedText {
    const closed = to - from > 1 && this.#json[to - 1] === '"';
    const inner = this.#json.slice(from + 1, closed ? to - 1 : to);
    return decodeString(inner, from + 1, escapes, decodeEscape, escapeJson);
  }
}

/**
 * The values of a JSON text: one, unless several stand in a row. Comments, commas too many or too few, line breaks in
 * strings and ends that are not typed yet are passed over.
 */
export function parseJson(json: string): DataValue[] {
  const reader = new JsonReader(json);
  const values: DataValue[] = [];
  for (
    let node = parser.parse(withWholeStrings(json)).topNode.firstChild;
    node !== null;
    node = node.nextSibling
  ) {
    const value = reader.value(node, 0);
    if (value !== null && value.kind !== 'scalar') values.push(value);
  }
  return values;
}
