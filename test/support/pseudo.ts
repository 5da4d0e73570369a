import { type InterfaceLanguage, rules } from '../../shared/index.ts';
import { interfaceTexts } from '../tools/generate/interfaceTexts.ts';

/** Stays as it is in every language: places, code, targets of links. */
const kept = /(\{\d+\}|`[^`]*`|\]\([^)]*\))/;

const accented = (text: string): string => text.replace(/[A-Za-z]/g, (letter) => `${letter}\u0301`);

/** A translation that shows itself: in brackets, with an accent on every letter. */
export function pseudo(text: string): string {
  const parts = text.split(kept).map((part) => (kept.test(part) ? part : accented(part)));
  return `⟦${parts.join('')}⟧`;
}

export const texts: readonly string[] = interfaceTexts(rules).map(({ text }) => text);

/** A language that nobody speaks, complete. */
export const pseudoLanguage: InterfaceLanguage = {
  locale: 'de',
  translations: Object.fromEntries(texts.map((text) => [text, pseudo(text)])),
};

/** Words in letters without accents: none of ours. */
const plainWord = /[A-Za-z\u00c0-\u024f]{2,}(?!\u0301)/g;

/** What stands in no brackets. */
function outside(shown: string): string {
  let text = shown;
  for (;;) {
    const next = text.replace(/⟦[^⟦⟧]*⟧/g, '');
    if (next === text) return text;
    text = next;
  }
}

/**
 * The words of a text on show that are in English and that nobody but us can have said.
 * @param given what may be shown as it is: text of the document, names, what is written into postings
 */
export function escaped(shown: string, given: readonly string[] = []): string[] {
  const bare = given
    .filter((text) => text.trim().length > 3)
    .sort((a, b) => b.length - a.length)
    .reduce((text, each) => text.split(each).join(''), shown);
  const known = new Set(given.flatMap((text) => text.match(plainWord) ?? []));
  const ours = texts.filter((text) => /[a-z] [a-z]/i.test(text) && bare.includes(text));
  return [
    ...ours,
    ...(outside(bare).match(plainWord) ?? []),
    ...(bare.match(plainWord) ?? []).filter((word) => !known.has(word)),
  ];
}
