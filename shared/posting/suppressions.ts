import type { Format } from './blocks.ts';
import type { Memory } from './memory.ts';
import type { Span } from './span.ts';

/** What a comment does; each is written `posting-lens-` and its name. */
export type Directive = 'disable-next-line' | 'disable' | 'enable' | 'disable-file';
export const directives = [
  'disable-next-line',
  'disable',
  'enable',
  'disable-file',
] as const satisfies readonly Directive[];

/** What every suppression comment begins with; a text without it holds none. */
export const directivePrefix = 'posting-lens-';

/** Names that are read of one comment: there are fewer rules. */
const mostNames = 100;

/** A rule's id as a comment names it. */
export interface NamedRule {
  readonly id: string;
  readonly span: Span;
}

/** A comment that switches rules off or on again. */
export interface Suppression {
  readonly kind: Directive;
  /** The whole comment in the source. */
  readonly span: Span;
  /** The directive's word. */
  readonly directive: Span;
  /** The rules named; none means all. */
  readonly rules: readonly NamedRule[];
  /** What stands after the two dashes. */
  readonly reason: { readonly text: string; readonly span: Span } | null;
}

/** A comment, or one of the rules that it names, that suppresses nothing. */
export interface UnusedSuppression {
  readonly suppression: Suppression;
  /** The rule that could be left out; null where the whole comment could. */
  readonly rule: NamedRule | null;
  /** All names of the comment that could be left out together, this one among them. */
  readonly unused: readonly NamedRule[];
  /** A name in it that no rule has, and the id that comes nearest, if any is near. */
  readonly unknown: { readonly id: string; readonly nearest: string | null } | null;
  /** How names in it would be written to suppress something; none where more is wrong than spelling. */
  readonly spellings: readonly { readonly name: NamedRule; readonly id: string }[];
}

/** A comment that begins as those that switch rules off, and goes on otherwise: nothing hears it. */
export interface UnheardComment {
  readonly span: Span;
  /** Its first word. */
  readonly word: string;
}

/** As much of a comment's first word as is told. */
const longestWord = 80;

const opening = /^\s*posting-lens-(disable-next-line|disable-file|disable|enable)(?=[\s,]|$)/;

/**
 * Reads what a comment says.
 * @param span the whole comment in the source
 * @param body its words, without the marks of the comment; in the source from `at`
 * @returns null for comments about other things
 */
export function readSuppression(span: Span, body: string, at: number): Suppression | null {
  const open = opening.exec(body);
  if (open === null) return null;
  const kind = open[1] as Directive;
  const from = at + open[0].length;
  const directive = { start: from - directivePrefix.length - kind.length, end: from };
  const rules: NamedRule[] = [];
  const words = /[^\s,]+/g;
  words.lastIndex = open[0].length;
  for (let word = words.exec(body); word !== null; word = words.exec(body)) {
    const [id] = word;
    if (id.startsWith('--')) {
      return { kind, span, directive, rules, reason: reasonAt(body, word.index + 2, at) };
    }
    if (rules.length < mostNames)
      rules.push({ id, span: { start: at + word.index, end: at + word.index + id.length } });
  }
  return { kind, span, directive, rules, reason: null };
}

function reasonAt(body: string, from: number, at: number): Suppression['reason'] {
  const rest = body.slice(from);
  const text = rest.trim();
  if (text === '') return null;
  const start = at + from + (rest.length - rest.trimStart().length);
  return { text, span: { start, end: start + text.length } };
}

/** Tells of a comment that begins with our prefix and no directive. */
function readUnheard(span: Span, body: string): UnheardComment | null {
  const word = /^\s*(posting-lens-[^\s,]*)/.exec(body)?.[1];
  return word === undefined ? null : { span, word: word.slice(0, longestWord) };
}

/** What a document says of rules, and what counts as one line to it. */
export interface Suppressions {
  /** In document order. */
  readonly all: readonly Suppression[];
  readonly unheard: readonly UnheardComment[];
  /** Stretches that a comment on the line before covers as a whole, beside the blocks of the postings. */
  readonly wholes: readonly Span[];
}

const none: Suppressions = { all: [], unheard: [], wholes: [] };

/**
 * Reads the suppression comments of a source, where its format has comments. Linear time; a source without any is only
 * searched for their first letters.
 * @param memory what is known from the source's last state
 */
export function readSuppressions(source: string, format: Format, memory?: Memory): Suppressions {
  if (format.comments === undefined || !source.includes(directivePrefix)) return none;
  const { comments, wholes } = format.comments.read(source, memory);
  const all: Suppression[] = [];
  const unheard: UnheardComment[] = [];
  for (const { span, body } of comments) {
    const words = source.slice(body.start, body.end);
    const suppression = readSuppression(span, words, body.start);
    const other = suppression === null ? readUnheard(span, words) : null;
    if (suppression !== null) all.push(suppression);
    if (other !== null) unheard.push(other);
  }
  if (all.length === 0 && unheard.length === 0) return none;
  return { all: all.sort((a, b) => a.span.start - b.span.start), unheard, wholes };
}
