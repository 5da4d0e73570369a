import type { MappedText } from '../posting/mappedText.ts';
import { type Edit, replaceIn } from './edit.ts';

export const isVowel = (letter: string): boolean => /^[aeiou]$/i.test(letter);

/**
 * Makes "a" or "an" follow the sound of a new word.
 * @param at where the word stands in `content.text`; an article counts when it stands right before
 */
export function articleEdits(content: MappedText, at: number, word: string): Edit[] {
  const article = /\b(an?)\s+$/i.exec(content.text.slice(Math.max(0, at - 10), at));
  const [found = '', written = ''] = article ?? [];
  if (article === null || isVowel(word.charAt(0)) === (written.length === 2)) return [];
  const n = /^\p{Lu}{2}/u.test(word) ? 'N' : 'n';
  const start = at - found.length;
  const newText = written.charAt(0) + (written.length === 1 ? n : '');
  return replaceIn(content, { start, end: start + written.length }, newText);
}
