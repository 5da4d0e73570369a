import type { SyntaxNode } from '@lezer/common';
import { parser as yaml } from '@lezer/yaml';
import type { Field } from '../blocks.ts';
import { MappedText, TextBuilder } from '../mappedText.ts';
import type { Span } from '../span.ts';

export interface FrontMatter {
  readonly fields: readonly Field[];
  /** Where the body begins. */
  readonly end: number;
  readonly problems: readonly { readonly message: string; readonly span: Span }[];
}

const fence = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/;

/**
 * Front matter at the head of a Markdown source: YAML between `---` lines, or TOML between `+++` lines, of which only
 * top-level strings are read. No closing line: no front matter.
 */
export function readFrontMatter(source: string): FrontMatter {
  const open = fence.exec(source);
  if (open === null) return { fields: [], end: source.startsWith('\uFEFF') ? 1 : 0, problems: [] };
  const mark = open[1] ?? '---';
  const start = open[0].length;
  const close = new RegExp(`^${mark === '---' ? '(?:---|\\.\\.\\.)' : '\\+\\+\\+'}[ \\t]*(?:\\r?\\n|$)`, 'm');
  const found = close.exec(source.slice(start));
  if (found === null) {
    const span = { start: open[0].indexOf(mark), end: open[0].indexOf(mark) + 3 };
    return {
      fields: [],
      end: start,
      problems: [{ message: `The front matter that begins here has no closing ${mark} line.`, span }],
    };
  }
  const body = source.slice(start, start + found.index);
  const end = start + found.index + found[0].length;
  return mark === '---'
    ? { ...yamlFields(body, start), end }
    : { fields: tomlFields(body, start), end, problems: [] };
}

/** Top-level scalars of a YAML mapping. What stands beside a fault is still read. */
function yamlFields(body: string, offset: number): Pick<FrontMatter, 'fields' | 'problems'> {
  const top = yaml.parse(body).topNode;
  const problems: { message: string; span: Span }[] = [];
  const mapping = top.getChild('Document')?.getChild('BlockMapping') ?? null;
  const fields: Field[] = [];
  for (let node = mapping?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (node.type.isError) {
      const span = { start: offset + node.from, end: offset + node.to };
      problems.push({ message: 'The front matter cannot be read here.', span });
    }
    const key = node.name === 'Pair' ? node.getChild('Key') : null;
    if (key === null || node.name !== 'Pair') continue;
    const name = body.slice(key.from, key.to).replace(/^["']|["']$/g, '');
    const value = node.lastChild;
    const field = value === null || value.name === 'Key' ? null : scalarField(name, value, body, offset);
    if (field !== null) fields.push(field);
  }
  return { fields, problems };
}

/** A value's words with the way back. Block scalars, lists and mappings name no title and are left alone. */
function scalarField(key: string, node: SyntaxNode, body: string, offset: number): Field | null {
  if (node.name === 'Anchored' || node.name === 'Tagged')
    return node.lastChild === null ? null : scalarField(key, node.lastChild, body, offset);
  const at = offset + node.from;
  const written = body.slice(node.from, node.to);
  if (node.name === 'QuotedLiteral') {
    const single = written.startsWith("'");
    if (written.length < 2 || !written.endsWith(written[0] ?? '"')) return null;
    const value = decodeQuoted(written.slice(1, -1), at + 1, single ? singleEscapes : doubleEscapes);
    const escape = single
      ? (text: string): string => text.replace(/'/g, "''")
      : (text: string): string => text.replace(/["\\]/g, '\\$&');
    return { key, value, escape };
  }
  if (node.name === 'Literal') return { key, value: decodeQuoted(written, at, folded), escape: asIs };
  // "title: Manager: Berlin" is a mapping to YAML; whoever wrote it on one line meant words.
  const rest = /^[^\n]*/.exec(body.slice(node.from))?.[0] ?? '';
  const line = rest.trim();
  const from = at + rest.length - rest.trimStart().length;
  return node.name === 'BlockMapping' && node.to <= node.from + rest.length
    ? { key, value: MappedText.verbatim(line, from), escape: asIs }
    : null;
}

const asIs = (text: string): string => text;

/** A line break inside a scalar, with the indentation after it, is read as a blank. */
const folded = /[ \t]*\r?\n\s*/g;
const singleEscapes = /''|[ \t]*\r?\n\s*/g;
const doubleEscapes = /[ \t]*\r?\n\s*|\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[\s\S])/g;
const named: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  e: '\x1b',
  _: '\u00a0',
};

function decodeEscape(written: string): string {
  if (written === "''") return "'";
  if (!written.startsWith('\\')) return ' ';
  const letter = written[1] ?? '';
  if (/[uUx]/.test(letter) && written.length > 2) {
    const code = Number.parseInt(written.slice(2), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  }
  return named[letter] ?? letter;
}

/** Text whose escapes and folds the pattern finds, decoded. */
function decodeQuoted(inner: string, at: number, pattern: RegExp): MappedText {
  const builder = new TextBuilder();
  let done = 0;
  for (const match of inner.matchAll(pattern)) {
    builder.verbatim(inner.slice(done, match.index), at + done);
    builder.decoded(decodeEscape(match[0]), at + match.index, match[0].length);
    done = match.index + match[0].length;
  }
  builder.verbatim(inner.slice(done), at + done);
  return builder.build();
}

function tomlFields(body: string, offset: number): Field[] {
  const fields: Field[] = [];
  const top = body.slice(0, /^[ \t]*\[/m.exec(body)?.index ?? body.length);
  for (const match of top.matchAll(
    /^[ \t]*([\w-]+|"[^"\n]*")[ \t]*=[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')[ \t]*(?:#.*)?$/gm,
  )) {
    const basic = match[2];
    const inner = basic ?? match[3] ?? '';
    const quote = match[0].indexOf(basic === undefined ? "'" : '"', (match[1] ?? '').length);
    const at = offset + match.index + quote + 1;
    const value =
      basic === undefined ? MappedText.verbatim(inner, at) : decodeQuoted(inner, at, doubleEscapes);
    const escape = (text: string): string => (basic === undefined ? text : text.replace(/["\\]/g, '\\$&'));
    fields.push({ key: (match[1] ?? '').replace(/"/g, ''), value, escape });
  }
  return fields;
}
