import type { RoleMention } from '../posting/posting.ts';
import type { Span } from '../posting/span.ts';
import type { RoleId, TitleForms } from '../taxonomy/index.ts';
import { inCaseOf } from './edit.ts';

/** Words of a title to change. `span` is in the title's text. */
export interface WordChange {
  readonly span: Span;
  readonly newText: string;
}

const endOf = ({ modifier, noun }: RoleMention): number => noun?.end ?? modifier.end;

/** What may stand between two roles that one title names. */
const connector = /^\s*(?:[&+/,|·–—-]|and|or)?\s*$/i;
const bracket = /^\s*\(\s*$/;

/** The words from the first mention to the last. */
export function wordsOf(group: readonly RoleMention[]): Span {
  return { start: group[0]?.modifier.start ?? 0, end: Math.max(0, ...group.map(endOf)) };
}

/** Mentions that make one title together ("A & B Manager", "A Manager / B Manager"), in the order of the text. */
export function groupsOf(text: string, mentions: readonly RoleMention[]): RoleMention[][] {
  const groups: RoleMention[][] = [];
  for (const mention of mentions) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const between = last === undefined ? '' : text.slice(endOf(last), mention.modifier.start);
    if (group !== undefined && (connector.test(between) || bracket.test(between))) group.push(mention);
    else groups.push([mention]);
  }
  return groups;
}

/** The words to change and what to write: the modifier, or modifier and noun where the noun is the role's own. */
function renamed(text: string, mention: RoleMention, to: TitleForms, plainNoun: string): WordChange {
  const own = mention.ownNoun;
  const span = { start: mention.modifier.start, end: own ? endOf(mention) : mention.modifier.end };
  const plural = own && /s$/i.test(text.slice(span.start, span.end)) ? 's' : '';
  // The noun shows whether "Community" is a capital of titles or of a sentence's first word.
  const sample = text.slice(span.start, mention.noun?.end ?? span.end);
  return { span, newText: inCaseOf(sample, own ? `${to.modifier} ${plainNoun}${plural}` : to.modifier) };
}

/** Takes out of "A & B Manager" all but the one role, or null where what is left would be no title. */
function reduced(text: string, group: readonly RoleMention[], role: RoleId): WordChange[] | null {
  const [kept, ...more] = group.filter((mention) => mention.role === role);
  if (kept === undefined || more.length > 0) return null;
  const at = group.indexOf(kept);
  const changes: WordChange[] = [];
  const before = group.slice(0, at);
  const [first] = before;
  if (first !== undefined) {
    if (kept.noun === null && before.some(({ noun }) => noun !== null)) return null;
    const { start } = kept.modifier;
    if (text.slice(first.modifier.start, start).includes('(')) return null;
    const opens = text.charAt(first.modifier.start);
    const capital = opens !== opens.toLowerCase() ? text.charAt(start).toUpperCase() : text.charAt(start);
    changes.push({ span: { start: first.modifier.start, end: start + 1 }, newText: capital });
  }
  const last = group.slice(at + 1).at(-1);
  if (last !== undefined) {
    if (kept.noun === null && last.ownNoun) return null;
    const start = endOf(kept);
    const end = kept.noun === null ? last.modifier.end : endOf(last);
    const opened = text.slice(start, end).includes('(');
    if (opened && text.charAt(end) !== ')') return null;
    changes.push({ span: { start, end: opened ? end + 1 : end }, newText: '' });
  }
  return changes;
}

/**
 * The words to change so that a group of mentions names just one role: other names are replaced, or left out where the
 * role is named beside them.
 * @returns null where no words would do
 */
export function changesTo(
  text: string,
  group: readonly RoleMention[],
  to: TitleForms,
  plainNoun: string,
): WordChange[] | null {
  if (group.every(({ role }) => role === to.role)) return [];
  if (group.some(({ role }) => role === to.role)) return reduced(text, group, to.role);
  return group.map((mention) => renamed(text, mention, to, plainNoun));
}
