import type { MappedText } from '../posting/mappedText.ts';
import type { Span } from '../posting/span.ts';
import type { Misnomer } from '../taxonomy/index.ts';
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

const isPlural = (noun: string): boolean => noun.endsWith('s');
const articleOf = (noun: string): string => (/^[aeiou]/i.test(noun) ? 'an' : 'a');
const withCapital = (written: string, noun: string): string =>
  inCaseOf(written, /^\p{Lu}/u.test(written) ? noun.charAt(0).toUpperCase() + noun.slice(1) : noun);

function verbInPlural(verb: string): string {
  const [, stem = '', negation = ''] = /^(is|has|was|does)(n['’]t)?$/i.exec(verb) ?? [];
  const known = irregular[stem.toLowerCase()];
  return known === undefined ? verb.slice(0, -1) : withCapital(verb, known + negation);
}

/** Makes "a" or "an" before the word follow its sound. */
function articleEdits(content: MappedText, before: string, word: string): Edit[] {
  const article = /\b(an?)\s+$/i.exec(before);
  const [, written = ''] = article ?? [];
  const fits = articleOf(word);
  if (article === null || written.toLowerCase() === fits) return [];
  const span = { start: article.index, end: article.index + written.length };
  const rest = fits.slice(1);
  return replaceIn(content, span, written.charAt(0) + (/^\p{Lu}{2}/u.test(word) ? rest.toUpperCase() : rest));
}

/** A regular noun, counted as the one that it stands for. */
const counted = (noun: string, many: boolean): string => (many && !isPlural(noun) ? `${noun}s` : noun);

/**
 * Ways to say what is meant, with the grammar kept: only words that fit the place are offered, the best first.
 * @param span the misnomer in `content.text`: its word, or the word and the noun that makes it one of many
 */
export function misnomerEdits(content: MappedText, span: Span, misnomer: Misnomer): Renaming[] {
  const { text } = content;
  const before = text.slice(0, span.start);
  const after = text.slice(span.end);
  const written = text.slice(span.start, span.end);
  const norm = written.toLowerCase();
  const renamed = (word: string, newText = word, end = span.end): Renaming => {
    const cased = withCapital(written, newText);
    const place = { start: span.start, end };
    return { word, edits: [...articleEdits(content, before, cased), ...replaceIn(content, place, cased)] };
  };
  const { single, meant } = misnomer;
  if (norm === misnomer.plural) return meant.map((noun) => renamed(counted(noun, true)));
  if (single !== undefined && norm !== misnomer.word)
    return [renamed(counted(single.meant, norm.endsWith('s')))];

  const made = madeBefore.test(before);
  const singular = made || singularBefore.test(before) || singularLater.test(after);
  const owner = possessive.exec(after)?.[0];
  const verb = verbAfter.exec(after);
  return meant.flatMap((noun) => {
    if (!isPlural(noun)) return renamed(noun, made ? `${articleOf(noun)} ${noun}` : noun);
    if (singular) return [];
    if (owner !== undefined) return renamed(noun, noun + owner.charAt(0), span.end + owner.length);
    if (verb?.[1] === undefined) return standsAlone.test(after) ? renamed(noun) : [];
    if (secondVerb.test(after)) return [];
    const end = span.end + verb[0].length;
    const verbEdits = replaceIn(content, { start: end - verb[1].length, end }, verbInPlural(verb[1]));
    return { word: noun, edits: [...renamed(noun).edits, ...verbEdits] };
  });
}
