import { isMap, isScalar, parseDocument, type Scalar } from 'yaml';
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

function yamlFields(body: string, offset: number): Pick<FrontMatter, 'fields' | 'problems'> {
  const document = parseDocument(body, { logLevel: 'silent', uniqueKeys: false, strict: false });
  const problems = document.errors.map((error) => ({
    message: `The front matter cannot be read here: ${error.message.split('\n')[0] ?? ''}`,
    span: { start: offset + error.pos[0], end: offset + error.pos[1] },
  }));
  const fields: Field[] = [];
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      if (!isScalar(pair.key) || !isScalar(pair.value)) continue;
      const value = scalarText(pair.value, body, offset);
      if (value !== null) fields.push({ key: String(pair.key.value), value, escape: yamlEscape(pair.value) });
    }
  }
  return { fields, problems };
}

/** A scalar's words with the way back: plain and quoted ones on one line; others are left alone. */
function scalarText(scalar: Scalar, body: string, offset: number): MappedText | null {
  const range = scalar.range;
  if (range === undefined || range === null || typeof scalar.value !== 'string') return null;
  const written = body.slice(range[0], range[1]);
  if (scalar.type === 'PLAIN')
    return written === scalar.value ? MappedText.verbatim(written, offset + range[0]) : null;
  if (scalar.type !== 'QUOTE_DOUBLE' && scalar.type !== 'QUOTE_SINGLE') return null;
  const inner = written.slice(1, -1);
  return decodeQuoted(
    inner,
    offset + range[0] + 1,
    scalar.type === 'QUOTE_SINGLE' ? /''/g : escapes,
    scalar.value,
  );
}

const escapes = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[\s\S])/g;
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
  const letter = written[1] ?? '';
  if (/[uUx]/.test(letter) && written.length > 2) {
    const code = Number.parseInt(written.slice(2), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  }
  return named[letter] ?? letter;
}

/** Text between quotes; null when our reading differs from the parser's (line folding, say): then nothing is claimed. */
function decodeQuoted(
  inner: string,
  at: number,
  pattern: RegExp,
  expected: string | null,
): MappedText | null {
  const builder = new TextBuilder();
  let done = 0;
  for (const match of inner.matchAll(pattern)) {
    builder.verbatim(inner.slice(done, match.index), at + done);
    builder.decoded(decodeEscape(match[0]), at + match.index, match[0].length);
    done = match.index + match[0].length;
  }
  builder.verbatim(inner.slice(done), at + done);
  const text = builder.build();
  return expected === null || text.text === expected ? text : null;
}

function yamlEscape(scalar: Scalar): (text: string) => string {
  if (scalar.type === 'QUOTE_DOUBLE') return (text) => text.replace(/["\\]/g, '\\$&');
  if (scalar.type === 'QUOTE_SINGLE') return (text) => text.replace(/'/g, "''");
  return (text) => text;
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
      basic === undefined ? MappedText.verbatim(inner, at) : decodeQuoted(inner, at, escapes, null);
    if (value === null) continue;
    const escape = (text: string): string => (basic === undefined ? text : text.replace(/["\\]/g, '\\$&'));
    fields.push({ key: (match[1] ?? '').replace(/"/g, ''), value, escape });
  }
  return fields;
}
