import { jobNoun } from './jobNoun.ts';
import type { Span } from './span.ts';
import type { EverydayWords, TitleGrammar } from '../taxonomy/index.ts';

const word = /[\p{L}\p{N}]/u;

/** Whether a stretch begins and ends with whole words. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return !word.test(text[start - 1] ?? ' ') && !word.test(text[end] ?? ' ');
}

/** The longest of the phrases that stands at this place, with the "s" of its plural. */
export function phraseAt(text: string, at: number, phrases: readonly string[]): string | undefined {
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

/** The text before the longest of the phrases that it ends in, or null. */
function before(text: string, phrases: readonly string[]): string | null {
  let best: string | null = null;
  for (const each of [text, text.replace(/s$/, '')])
    for (const phrase of phrases) {
      const start = each.length - phrase.length;
      if (start >= (best?.length ?? Infinity) || !each.endsWith(phrase)) continue;
      if (!word.test(each[start - 1] ?? ' ')) best = each.slice(0, start);
    }
  return best;
}

/** Titles are short; a paragraph is looked at no further than this around a word. */
export const reach = 80;
const mostCompanions = 4;

const joint = /^\s*(?:(?:[&+/,]|(?:and|or)(?=\s))\s*)+/;
const jointBefore = /(?:[&+/]|(?<=\s)(?:and|or)(?=\s))\s*$/;
/** Half a word that makes another word of what follows: "psycho-social". Whole words may stand before a hyphen. */
const halfWord = /(?:anti|bio|eco|geo|medico|multi|non|psycho)-$/;

/** What may follow the end of a job's name: punctuation, a word that no name goes on with, a region. */
const ending =
  /^\s*(?:$|[^\p{L}\s&+/-]|-\s|(?:at|for|in|of|on|to|with|within|by|from|as|is|are|will|can|must|should|has|have|who|that|this|you|your|we|our|the|an?|reports|wanted|role|position|job|vacancy|application|emea|apac|latam|dach|usa?|uk|eu|remote)(?![\p{L}\p{N}]))/u;

/** Words before a job's noun that leave it the plain job. */
const rank =
  /(?:^|[^\p{L}])(?:senior|junior|[sj]n?r\.?|lead|principal|staff|deputy|vice|interim|global|regional|group|internal|digital|online|freelance|remote|(?:part|full)[ -]time|an?|the|our|as|or|and|of)$/u;

/**
 * The noun that the words after an everyday modifier lead to, or null where its name ends without one.
 * @returns undefined where they make it a word of another field
 */
export function followingOf(
  text: string,
  from: number,
  everyday: EverydayWords,
  nouns: readonly string[],
  { forms }: TitleGrammar,
): Span | null | undefined {
  const near = text.slice(0, from + reach);
  let at = from;
  let joined = false;
  for (let passed = 0; passed <= mostCompanions; passed++) {
    const noun = at + (/^[\s&+/,-]*/.exec(near.slice(at))?.[0].length ?? 0);
    const found = phraseAt(near, noun, nouns);
    if (found !== undefined) return { start: noun, end: noun + found.length };
    const mark = joint.exec(near.slice(at))?.[0] ?? '';
    joined ||= mark !== '';
    const next = mark === '' ? noun : at + mark.length;
    const companion =
      phraseAt(
        near,
        next,
        forms.flatMap(({ modifiers }) => modifiers),
      ) ?? (joined ? phraseAt(near, next, everyday.companions) : undefined);
    if (companion === undefined)
      return ending.test(near.slice(at)) && /^[\s,]*$/.test(mark) ? null : undefined;
    at = next + companion.length;
  }
  return undefined;
}

/**
 * Where the names begin that are joined to an everyday modifier: "content & " before "community". A job with a noun of its
 * own ("designer & ") is another one beside it.
 * @returns null where what is joined to it is of another field
 */
export function joinedFrom(
  text: string,
  start: number,
  everyday: EverydayWords,
  { forms, nouns }: TitleGrammar,
): number | null {
  const known = [
    ...everyday.companions,
    ...nouns,
    ...forms.flatMap((form) => [...form.modifiers, ...form.ownNouns]),
  ];
  const far = Math.max(0, start - reach);
  let near = text.slice(far, start);
  if (halfWord.test(near)) return null;
  for (let passed = 0; passed <= mostCompanions; passed++) {
    const joined = jointBefore.exec(near);
    const list = joined === null && passed > 0 ? /,\s*$/.exec(near) : null;
    const names = near.slice(0, (joined ?? list)?.index ?? 0).trimEnd();
    if (!/[\p{L}\p{N}]$/u.test(names)) return far + near.length;
    const left = before(names, joined === null ? everyday.companions : known);
    if (left === null) {
      const ofItsOwn = joined === null || jobNoun.test(/\S+$/.exec(names)?.[0] ?? '');
      return ofItsOwn ? far + near.length : null;
    }
    near = left;
  }
  return null;
}

/** Whether what stands before a comma, dash or bracket is a plain job: "Senior Manager, ", not "Product Manager, ". */
export function plainJobBefore(
  text: string,
  start: number,
  everyday: EverydayWords,
  { nouns, leads }: TitleGrammar,
): boolean {
  const part = text.slice(Math.max(0, start - reach), start).replace(/[\s(,:|–—-]+$/, '');
  const titles = leads.flatMap((lead) => (lead.endsWith(',') ? [lead.slice(0, -1)] : []));
  const rest = before(part, [...nouns, ...titles])?.trimEnd();
  if (rest === undefined) return false;
  return (
    !/[\p{L}\p{N}.]$/u.test(rest) ||
    rank.test(rest) ||
    before(rest, [...everyday.companions, ...nouns]) !== null
  );
}
