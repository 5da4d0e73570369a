import type { Posting, Statement } from '../posting/posting.ts';

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The statements of a posting's copies that say the same; null where a copy says it within another statement. */
export function copiesOf({ copies }: Posting, text: string): Statement[] | null {
  const words = plain(text);
  const all = copies
    .flatMap(({ statements }) => statements)
    .filter(({ content }) => plain(content.text).includes(words));
  return all.every(({ content }) => plain(content.text) === words) ? all : null;
}
