import type { Format } from '../posting/blocks.ts';
import { lineStart } from '../posting/comments.ts';
import type { Span } from '../posting/span.ts';
import { type Directive, directivePrefix, directives, readSuppressions } from '../posting/suppressions.ts';
import { rules } from '../rules/registry.gen.ts';
import { type Phrase, say, sentence } from '../say.ts';

/** Words that may be written at a place. */
export interface Completion {
  readonly kind: 'directive' | 'rule';
  /** What takes the place of `span`. */
  readonly text: string;
  readonly span: Span;
  readonly detail: Phrase;
}

const details: Readonly<Record<Directive, Phrase>> = {
  'disable-next-line': say`Switches rules off for the next line`,
  disable: say`Switches rules off from here on`,
  enable: say`Switches rules on again`,
  'disable-file': say`Switches rules off in the whole document`,
};

/** A comment as far as it is written, up to the offset. */
interface Begun {
  readonly start: number;
  /** Where its words begin. */
  readonly body: number;
  readonly close: string;
}

/**
 * What may be written in a suppression comment: its directive, then ids of rules that it does not name yet.
 * @returns null everywhere else, as in code and strings, and in formats without comments
 */
export function completionsAt(source: string, format: Format, offset: number): Completion[] | null {
  if (format.comments === undefined) return null;
  const begun = commentBefore(source, offset);
  if (begun === null) return null;
  const written = source.slice(begun.body, offset);
  const word = /[^\s,]*$/.exec(written)?.[0] ?? '';
  const before = written.slice(0, written.length - word.length);
  const opens = before.trim() === '' && /^[a-z-]*$/.test(word);
  const named = /^\s*posting-lens-(?:disable-next-line|disable-file|disable|enable)(?=[\s,])/.exec(before);
  if ((!opens && named === null) || / --|,--/.test(before) || (!opens && word.startsWith('--'))) return null;
  if (!isComment(source, format, offset, begun)) return null;
  const rest = /^[a-z-]*?(?=-->|[^a-z-]|$)/.exec(source.slice(offset, offset + 80))?.[0] ?? '';
  const span = { start: offset - word.length, end: offset + rest.length };
  if (named === null)
    return directives.map((directive) => ({
      kind: 'directive',
      text: directivePrefix + directive,
      span,
      detail: details[directive],
    }));
  const line = /[^\r\n]*/y;
  line.lastIndex = span.end;
  const after = (line.exec(source)?.[0] ?? '').split(/-->|\s--/, 1)[0] ?? '';
  const known = new Set(`${before} ${after}`.split(/[\s,]+/));
  return rules
    .filter(({ id, about }) => about !== 'configuration' && !known.has(id))
    .map(({ id, says }) => ({ kind: 'rule', text: id, span, detail: sentence(says) }));
}

/** The comment on the line that is open at an offset, by its looks. */
function commentBefore(source: string, offset: number): Begun | null {
  const from = lineStart(source, offset);
  const line = source.slice(from, offset);
  const angles = line.lastIndexOf('<!--');
  if (angles >= 0 && !line.includes('-->', angles))
    return { start: from + angles, body: from + angles + 4, close: ' -->' };
  const sign = line.indexOf('#');
  return sign < 0 ? null : { start: from + sign, body: from + sign + 1, close: '' };
}

/** Whether the format reads a comment there, once it is whole. */
function isComment(source: string, format: Format, offset: number, { start, body, close }: Begun): boolean {
  const after = /[^\r\n]*/y;
  after.lastIndex = offset;
  const line = after.exec(source)?.[0] ?? '';
  const closed = close === '' ? line.length : line.indexOf('-->') + 3;
  const rest = source.slice(offset + (closed < 3 && close !== '' ? 0 : closed));
  const whole = `${source.slice(0, body)} ${directivePrefix}${directives[0]}${close}${rest}`;
  return readSuppressions(whole, format).all.some(({ span }) => span.start === start);
}
