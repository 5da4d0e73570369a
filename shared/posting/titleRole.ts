import type { TitleGrammar, RoleId } from '../taxonomy/index.ts';
import type { RoleMention, TitleReading } from './posting.ts';

const word = /[\p{L}\p{N}]/u;

function standsAlone(text: string, start: number, end: number): boolean {
  return !word.test(text[start - 1] ?? ' ') && !word.test(text[end] ?? ' ');
}

function occurrences(text: string, phrase: string): readonly number[] {
  let at = text.indexOf(phrase);
  if (at < 0) return nowhere;
  const found: number[] = [];
  for (; at >= 0; at = text.indexOf(phrase, at + 1))
    if (standsAlone(text, at, at + phrase.length)) found.push(at);
  return found;
}
const nowhere: readonly number[] = [];

/** The first of the phrases that stands at this place, the longest where several do. */
function phraseAt(text: string, at: number, phrases: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const phrase of phrases) {
    if (phrase.length <= (best?.length ?? 0)) continue;
    if (!text.startsWith(phrase, at)) continue;
    const plural = text[at + phrase.length] === 's' ? 1 : 0;
    if (standsAlone(text, at, at + phrase.length)) best = phrase;
    else if (plural === 1 && standsAlone(text, at, at + phrase.length + 1)) best = `${phrase}s`;
  }
  return best;
}

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
function nounAfter(text: string, from: number, grammar: TitleGrammar, own: readonly string[]) {
  let at = from;
  for (let skipped = 0; skipped <= 3; skipped++) {
    const gap = /^[\s&+/,-]*/.exec(text.slice(at))?.[0].length ?? 0;
    at += gap;
    const ownNoun = phraseAt(text, at, own);
    const noun = ownNoun ?? phraseAt(text, at, grammar.nouns);
    if (noun !== undefined) {
      return {
        span: { start: at, end: at + noun.length },
        own: ownNoun !== undefined,
        between: text.slice(from, at),
      };
    }
    const next = /^[\p{L}\p{N}'’-]+/u.exec(text.slice(at))?.[0];
    if (next === undefined) return null;
    at += next.length;
  }
  return null;
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
        const lead = endsInOneOf(lower.slice(0, start), grammar.leads);
        const noun = nounAfter(lower, end, grammar, form.ownNouns);
        const alone = /^[\s/,–—-]*$/.test(lower.slice(end)) || /\(\s*$/.test(lower.slice(0, start));
        if (noun === null && !lead && !(alone && form.modifiers.length > 0 && jobNoun.test(lower))) continue;
        taken.push({ start, end });
        const near = noun !== null && /^[\s-]*$/.test(noun.between);
        mentions.push({
          role: form.role,
          modifier: { start, end },
          noun: near ? noun.span : null,
          ownNoun: near && noun.own,
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

/** Nouns that make a line a job title, of whatever job. */
export const jobNoun =
  /\b(manager|engineer|developer|director|specialist|coordinator|analyst|designer|assistant|associate|officer|lead|head|consultant|intern|internship|architect|administrator|scientist|representative|executive|strategist|writer|editor|producer|technician|nurse|teacher|advisor|adviser|recruiter|accountant|programmer|supervisor|fellow|fellowship|evangelist|advocate|postdoc|professor|researcher|president|counsel|organizer|creator|marketer|planner|buyer|clerk|operator|agent|planner|librarian|therapist|trainer|instructor|partner|chief|cto|ceo|cfo|sre|devops|moderator|attorney|paralegal|controller|bookkeeper|salesperson|worker|driver|chef|cook|mechanic|electrician|welder|translator|copywriter|tester|ambassador|apprentice|trainee|volunteer|contractor|freelancer)s?\b/i;
