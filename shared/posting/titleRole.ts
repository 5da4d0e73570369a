import type { RoleId, TitleForms, TitleGrammar } from '../taxonomy/index.ts';
import { jobNoun } from './jobNoun.ts';
import type { RoleMention, TitleReading } from './posting.ts';
import type { Span } from './span.ts';
import { followingOf, joinedFrom, phraseAt, plainJobBefore, reach, standsAlone } from './titleNeighbours.ts';

function occurrences(text: string, phrase: string): readonly number[] {
  let at = text.indexOf(phrase);
  if (at < 0) return nowhere;
  const found: number[] = [];
  for (; at >= 0; at = text.indexOf(phrase, at + 1))
    if (standsAlone(text, at, at + phrase.length)) found.push(at);
  return found;
}
const nowhere: readonly number[] = [];

/** Whether a text ends in one of the phrases, or in one and "the". */
function endsInOneOf(text: string, phrases: readonly string[]): boolean {
  const ends = [text, text.replace(/the\s+$/, '')].map((each) => each.trimEnd());
  return phrases.some((phrase) => ends.some((end) => end.endsWith(phrase)));
}

/**
 * Of mentions of two roles where one lies within the other only the wider: "project owner" in "product project owner".
 * @param mentions in the order of the text, the longer first where two begin together
 */
function widest(mentions: readonly RoleMention[]): RoleMention[] {
  const reach = new Map<RoleId, number>();
  return mentions.filter(({ role, modifier: { end } }) => {
    const within = [...reach].some(([other, furthest]) => other !== role && furthest >= end);
    reach.set(role, Math.max(reach.get(role) ?? 0, end));
    return !within;
  });
}

/** Whether a word makes it the title of another job; words of whole titles of the roles do not count. */
function namesOther(text: string, grammar: TitleGrammar): boolean {
  const found = (rest: string): boolean =>
    grammar.others.some((phrase) => occurrences(rest, phrase).length > 0);
  if (!found(text)) return false;
  const wholes = grammar.forms.flatMap((form) => form.wholes);
  const rest = wholes.reduce((left, whole) => left.replaceAll(whole, ' '), text);
  return found(rest);
}

/** "(& events) Manager": the noun that a modifier belongs to, at most three words on. */
function nounAfter(text: string, from: number, nouns: readonly string[]): Span | null {
  let at = from;
  for (let skipped = 0; skipped <= 3; skipped++) {
    const gap = /^[\s&+/,-]*/.exec(text.slice(at))?.[0].length ?? 0;
    at += gap;
    const noun = phraseAt(text, at, nouns);
    if (noun !== undefined) return { start: at, end: at + noun.length };
    const next = /^[\p{L}\p{N}'’-]+/u.exec(text.slice(at))?.[0];
    if (next === undefined) return null;
    at += next.length;
  }
  return null;
}

/** The noun that a modifier belongs to, null where it needs none, or undefined where it names no job. */
function nounOf(
  text: string,
  modifier: Span,
  form: TitleForms,
  grammar: TitleGrammar,
): Span | null | undefined {
  const { start, end } = modifier;
  const nouns = [...form.ownNouns, ...grammar.nouns];
  const { everyday } = form;
  const strict = everyday?.words.some((each) => text.slice(start, end).endsWith(each)) === true;
  const noun = strict ? followingOf(text, end, everyday, nouns, grammar) : nounAfter(text, end, nouns);
  const from = strict ? joinedFrom(text, start, everyday, grammar) : start;
  if (noun === undefined || from === null) return undefined;
  if (noun !== null) return noun;
  const opening = text.slice(Math.max(0, from - reach), from);
  const lead = endsInOneOf(opening, grammar.leads);
  const parted = /[,(:|–—-]\s*$/.test(opening);
  if (strict && parted && !plainJobBefore(text, from, everyday, grammar)) return undefined;
  const alone = /^[\s/,–—-]*$/.test(text.slice(end)) || /\(\s*$/.test(opening);
  return lead || (alone && jobNoun.test(text)) ? null : undefined;
}

/**
 * Reads a title, or a sentence that may hold one: which roles it names, and with which words.
 * @param text the title as it stands; case does not matter
 */
export function readTitle(text: string, grammar: TitleGrammar): TitleReading {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return { role: null, mentions: [] };
  const mentions: RoleMention[] = [];
  for (const form of grammar.forms) {
    const taken: { start: number; end: number }[] = [];
    for (const modifier of form.modifiers) {
      for (const start of occurrences(lower, modifier)) {
        const end = start + modifier.length;
        if (taken.some((span) => start < span.end && span.start < end)) continue;
        const noun = nounOf(lower, { start, end }, form, grammar);
        if (noun === undefined) continue;
        taken.push({ start, end });
        const near = noun !== null && /^[\s-]*$/.test(lower.slice(end, noun.start));
        mentions.push({
          role: form.role,
          modifier: { start, end },
          noun: near ? noun : null,
          ownNoun: near && phraseAt(lower, noun.start, form.ownNouns) === lower.slice(noun.start, noun.end),
        });
      }
    }
    for (const whole of form.wholes) {
      for (const start of occurrences(lower, whole)) {
        const end = start + whole.length;
        if (taken.some((span) => start < span.end && span.start < end)) continue;
        mentions.push({ role: form.role, modifier: { start, end }, noun: null, ownNoun: true });
      }
    }
  }
  mentions.sort((a, b) => a.modifier.start - b.modifier.start || b.modifier.end - a.modifier.end);
  if (namesOther(lower.replace(/\([^)]*\)/g, ' '), grammar)) return { role: 'other', mentions: [] };
  const named = widest(mentions);
  const roles = new Set<RoleId>(named.map((mention) => mention.role));
  const [only] = roles;
  if (roles.size > 1) return { role: 'both', mentions: named };
  if (only !== undefined) return { role: only, mentions: named };
  const job = grammar.nouns.some((noun) => occurrences(lower, noun).length > 0) || jobNoun.test(lower);
  return { role: job ? 'other' : null, mentions: [] };
}
