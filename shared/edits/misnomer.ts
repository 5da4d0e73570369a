import type { MappedText } from '../posting/mappedText.ts';
import type { Span } from '../posting/span.ts';
import type { Misnomer } from '../taxonomy/index.ts';
import { articleEdits, isVowel } from './article.ts';
import { type Edit, inCaseOf, replaceIn } from './edit.ts';

/** A word for what is meant, with the edits that put it there. */
export interface Renaming {
  readonly word: string;
  readonly edits: readonly Edit[];
}

/** Words that agree with a singular: a plural in the word's place would break them. */
const singularBefore = /\b(?:an?|this|that|each|every|one|another)\s+(?:[\p{L}\p{N}-]+\s+){0,4}$/iu;
const singularLater = /\b(?:its?|itself)\b/i;
const secondVerb = /\s(?:and|but|or)\s+(?:\p{L}+ly\s+)?\p{L}+s(?!\p{L})/iu;

/** What may follow a plural that stands for itself; before any other word it may only describe a noun. */
const standsAlone =
  /^(?:\s*(?:$|[^\s\p{L}\p{N}'’-])|\s+(?:on|across|via|through|over|in|at|to|for|with|by|from|and|or|but|as|so|while|when|about|before|after|into|who|will|can|should|must|every|daily|weekly)\b)/iu;

/** A verb that agrees with a singular. Left out are those that may be nouns: "the community posts". */
const verbAfter =
  /^\s+((?:is|has|was|does)(?:n['’]t)?|(?:grow|love|trust|know|follow|expect|react|respond|engage|deserve|see|find|feel|get|come|live|keep|stay|want)s)(?![\p{L}'’])/iu;
const irregular: Readonly<Record<string, string>> = { is: 'are', has: 'have', was: 'were', does: 'do' };

/** After these a bare word is what is made: "build community", but "build an audience". */
const madeBefore = /\b(?:build|grow|create|develop|cultivate|foster|nurture|engage)(?:s|ing)?\s+$/i;
const possessive = /^['’]s(?![\p{L}\p{N}])/u;

const withCapital = (written: string, noun: string): string =>
  inCaseOf(written, /^\p{Lu}/u.test(written) ? noun.charAt(0).toUpperCase() + noun.slice(1) : noun);

function verbInPlural(verb: string): string {
  const [, stem = '', negation = ''] = /^(is|has|was|does)(n['’]t)?$/i.exec(verb) ?? [];
  const known = irregular[stem.toLowerCase()];
  return known === undefined ? verb.slice(0, -1) : withCapital(verb, known + negation);
}

/**
 * Ways to say what is meant, with the grammar kept: only words that fit the place are offered, the best first.
 * @param span the misnomer in `content.text`: its word, or the word and what it calls one of the many
 */
export function misnomerEdits(
  content: MappedText,
  span: Span,
  { word, member, people, group }: Misnomer,
): Renaming[] {
  const { text } = content;
  const before = text.slice(0, span.start);
  const after = text.slice(span.end);
  const written = text.slice(span.start, span.end);
  const norm = written.toLowerCase();
  const renamed = (noun: string, newText = noun, end = span.end): Renaming => {
    const cased = withCapital(written, newText);
    return {
      word: noun,
      edits: [
        ...articleEdits(content, span.start, cased),
        ...replaceIn(content, { start: span.start, end }, cased),
      ],
    };
  };
  if (norm.endsWith(member.many)) return [renamed(people.many)];
  if (norm.endsWith(member.one)) return [renamed(people.one)];
  if (norm === word.many) return [renamed(people.many), renamed(group.many)];

  const article = isVowel(group.one.charAt(0)) ? 'an' : 'a';
  if (madeBefore.test(before)) return [renamed(group.one, `${article} ${group.one}`)];
  const asGroup = renamed(group.one);
  if (singularBefore.test(before) || singularLater.test(after)) return [asGroup];
  const [owner] = possessive.exec(after) ?? [];
  if (owner !== undefined)
    return [renamed(people.many, people.many + owner.charAt(0), span.end + owner.length), renamed(group.one)];
  const verb = verbAfter.exec(after);
  if (verb?.[1] !== undefined && !secondVerb.test(after)) {
    const end = span.end + verb[0].length;
    const asPeople = renamed(people.many);
    const verbEdits = replaceIn(content, { start: end - verb[1].length, end }, verbInPlural(verb[1]));
    return [{ ...asPeople, edits: [...asPeople.edits, ...verbEdits] }, asGroup];
  }
  return standsAlone.test(after) ? [renamed(people.many), asGroup] : [asGroup];
}
