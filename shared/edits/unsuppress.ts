import type { FormatId } from '../posting/blocks.ts';
import type { NamedRule, Suppression } from '../posting/suppressions.ts';
import type { Edit } from './edit.ts';

/** Takes suppression comments out again. The document reads the same afterwards. */

/** Lines that begin a block of Markdown whatever stands before them. */
const begins = /^[ \t>]*(?:[-*+][ \t]+\S|#{1,6}[ \t]|```|~~~|<!--|<\/?[a-z])/i;
const orderedItem = /^[ \t>]*\d+[.)][ \t]/;
const item = /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]/;
const isBlank = (line: string): boolean => /^[\s>]*$/.test(line);

/** Whether two lines of Markdown would be one paragraph if nothing stood between. */
function wouldJoin(before: string, after: string): boolean {
  if (isBlank(before) || isBlank(after) || begins.test(after) || /^[ \t>]*#{1,6}[ \t]/.test(before))
    return false;
  return !(orderedItem.test(after) && item.test(before));
}

const isBreak = (letter: string | undefined): boolean => letter === '\n' || letter === '\r';

/** Where the letters end that fit, going from an offset to the left. */
function backWhile(source: string, from: number, fits: (letter: string | undefined) => boolean): number {
  let at = from;
  while (at > 0 && fits(source[at - 1])) at -= 1;
  return at;
}

/** The line that ends before an offset at which one begins; empty where there is none. */
function lineAbove(source: string, start: number): string {
  if (start === 0 || !isBreak(source[start - 1])) return '';
  const end = source.startsWith('\r\n', start - 2) ? start - 2 : start - 1;
  return source.slice(
    backWhile(source, end, (letter) => !isBreak(letter)),
    end,
  );
}

/** The rest of a line, and where the next begins. */
function restOfLine(source: string, from: number): { text: string; end: number; next: number } {
  const lineEnd = /\r\n|\r|\n|$/g;
  lineEnd.lastIndex = from;
  const found = lineEnd.exec(source);
  const end = found?.index ?? source.length;
  return { text: source.slice(from, end), end, next: end + (found?.[0].length ?? 0) };
}

/**
 * Removes a comment with its line, or what it has of one.
 * @returns null where words beside it would be read only once it is gone
 */
export function removeSuppression(source: string, format: FormatId, { span }: Suppression): Edit | null {
  const markdown = (format === 'markdown' || format === 'posting') && source.startsWith('<!--', span.start);
  const from = backWhile(source, span.start, (letter) => /[ \t>]/.test(letter ?? ''));
  const opensLine = from === 0 || isBreak(source[from - 1]) || (from === 1 && source.startsWith('\uFEFF'));
  const ahead = /[ \t]*/y;
  ahead.lastIndex = span.end;
  const afterBlanks = span.end + (ahead.exec(source)?.[0].length ?? 0);
  const endsLine = afterBlanks === source.length || isBreak(source[afterBlanks]);
  if (!opensLine || !endsLine) {
    if (markdown && opensLine) return null;
    const blanks = backWhile(source, span.start, (letter) => letter === ' ' || letter === '\t');
    const start = endsLine || afterBlanks > span.end ? blanks : span.start;
    return { span: { start, end: endsLine ? afterBlanks : span.end }, newText: '' };
  }
  const { end, next } = restOfLine(source, span.end);
  const above = lineAbove(source, from);
  const below = restOfLine(source, next);
  if (markdown && wouldJoin(above, below.text))
    return { span: { start: from, end }, newText: source.slice(from, span.start).trimEnd() };
  // Two empty lines in a row would be left, or one at the top.
  const litter = below.next > next && isBlank(above) && below.text.trim() === '';
  return { span: { start: from, end: litter ? below.next : next }, newText: '' };
}

/**
 * Removes a rule's name from a comment that names others, too.
 * @param unused all names that are removed from the comment, each by its own edit: together they leave no separators
 */
export function removeName(suppression: Suppression, name: NamedRule, unused: readonly NamedRule[]): Edit {
  const { rules } = suppression;
  const at = rules.indexOf(name);
  const next = rules[at + 1];
  const keepsLater = rules.slice(at + 1).some((rule) => !unused.includes(rule));
  const start = keepsLater ? name.span.start : (rules[at - 1]?.span.end ?? name.span.start);
  const end = keepsLater && next !== undefined ? next.span.start : name.span.end;
  return { span: { start, end }, newText: '' };
}
