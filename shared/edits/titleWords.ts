import type { RoleMention } from '../posting/posting.ts';
import type { Span } from '../posting/span.ts';
import { readTitle } from '../posting/titleRole.ts';
import type { RoleId, TitleForms, TitleGrammar } from '../taxonomy/index.ts';
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

/** A mention without a word that belongs to another before it: of "chronically-online community" only the last. */
function apart(text: string, mention: RoleMention, { forms }: TitleGrammar): RoleMention {
  const { start, end } = mention.modifier;
  const name = forms.find(({ role }) => role === mention.role)?.modifier.toLowerCase() ?? '';
  const isJoined = /[\p{L}\p{N}]-$/u.test(text.slice(Math.max(0, start - 2), start));
  if (!isJoined || !text.slice(start, end).toLowerCase().endsWith(` ${name}`)) return mention;
  return { ...mention, modifier: { start: end - name.length, end } };
}

/** Mentions that make one title together ("A & B Manager", "A Manager / B Manager"), in the order of the text. */
export function groupsOf(
  text: string,
  mentions: readonly RoleMention[],
  grammar: TitleGrammar,
): RoleMention[][] {
  const groups: RoleMention[][] = [];
  for (const read of mentions) {
    const mention = apart(text, read, grammar);
    const group = groups.at(-1);
    const last = group?.at(-1);
    const between = last === undefined ? '' : text.slice(endOf(last), mention.modifier.start);
    if (group !== undefined && (connector.test(between) || bracket.test(between))) group.push(mention);
    else groups.push([mention]);
  }
  return groups;
}

/** The words that say which ("online", "member") before what a title names, as the grammar's own modifiers have them. */
const qualifiersOf = (grammar: TitleGrammar): readonly string[] =>
  grammar.forms.flatMap(({ modifier, modifiers }) => {
    const named = ` ${modifier.toLowerCase()}`;
    return modifiers.filter((each) => each.endsWith(named)).map((each) => each.slice(0, -named.length));
  });

/** No such word is longer. */
const reach = 40;

/** Where the name of a role begins, with the word before it that says which and would say nothing beside another. */
function startOf(text: string, { modifier: { start } }: RoleMention, grammar: TitleGrammar): number {
  const from = Math.max(0, start - reach);
  const before = text.slice(from, start).toLowerCase().trimEnd();
  const which = qualifiersOf(grammar).find(
    (each) => before.endsWith(each) && !/[\p{L}\p{N}-]/u.test(before.charAt(before.length - each.length - 1)),
  );
  return which === undefined || from + before.length === start ? start : from + before.length - which.length;
}

/** The words to change and what to write: the modifier, or modifier and noun where the noun is the role's own. */
function renamed(text: string, mention: RoleMention, to: TitleForms, grammar: TitleGrammar): WordChange {
  const own = mention.ownNoun;
  const end = own ? endOf(mention) : mention.modifier.end;
  const span = { start: startOf(text, mention, grammar), end };
  const plural = own && /s$/i.test(text.slice(span.start, span.end)) ? 's' : '';
  // The noun shows whether "Community" is a capital of titles or of a sentence's first word.
  const sample = text.slice(span.start, mention.noun?.end ?? span.end);
  const name = own ? `${to.modifier} ${grammar.plainNoun}${plural}` : to.modifier;
  // Who joins the noun with a hyphen ("Community-Lead") joins all of the name.
  const joined = /^-\p{L}/u.test(text.slice(mention.modifier.end)) ? name.replaceAll(' ', '-') : name;
  return { span, newText: inCaseOf(sample, joined) };
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
  grammar: TitleGrammar,
): WordChange[] | null {
  if (group.every(({ role }) => role === to.role)) return [];
  if (group.some(({ role }) => role === to.role)) return reduced(text, group, to.role);
  return group.map((mention) => renamed(text, mention, to, grammar));
}

/** The initials of a role's plain title. */
const short = ({ modifier }: TitleForms, plainNoun: string): string =>
  `${modifier} ${plainNoun}`
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

const hasWord = (text: string, word: string): boolean =>
  text.split(word).some((part, index, parts) => {
    const next = parts[index + 1];
    return next !== undefined && !/[\p{L}\p{N}]$/u.test(part) && !/^(?!in(?:nen)?\b)[\p{L}\p{N}]/u.test(next);
  });

/**
 * Whether a title that was rewritten reads as one that somebody would write: it names the role once, or with a noun
 * each time, and nothing in it is left of the other's name.
 */
export function readsAsTitle(text: string, to: TitleForms, grammar: TitleGrammar): boolean {
  const { role, mentions } = readTitle(text, grammar);
  if (role !== to.role) return false;
  if (mentions.length > 1 && mentions.some(({ noun, ownNoun }) => noun === null && !ownNoun)) return false;
  const lower = text.toLowerCase();
  const own = short(to, grammar.plainNoun);
  return grammar.forms.every((form) => {
    if (form.role === to.role) return true;
    const initials = short(form, grammar.plainNoun);
    if (initials !== own && hasWord(text, initials)) return false;
    const name = form.modifier.toLowerCase();
    const words = [name, ...form.modifiers.filter((each) => !each.includes(' ') && !name.startsWith(each))];
    return !words.some((each) => hasWord(lower, each));
  });
}
