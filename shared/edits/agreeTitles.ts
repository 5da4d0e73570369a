import type { MappedText } from '../posting/mappedText.ts';
import type { Posting, TitlePlace } from '../posting/posting.ts';
import { roleOf, type Taxonomy } from '../taxonomy/index.ts';
import { type Edit, replaceIn } from './edit.ts';

/** Short forms of seniority and what they stand for. */
const seniority = new Map([
  ['sr', 'senior'],
  ['snr', 'senior'],
  ['jr', 'junior'],
  ['jnr', 'junior'],
]);

/** A word as titles are compared: without case, and with seniority in full. */
function plain(word: string): string {
  const lower = word.toLowerCase();
  return lower.replace(/^(\p{L}+)\.?(?=[,)]?$)/u, (all, letters: string) => seniority.get(letters) ?? all);
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const keyOf = ({ content }: TitlePlace): string => words(content.text).map(plain).join(' ');

/** Neither ALL CAPITALS, which are styling more often than a name, nor all small. */
const isMixedCase = (text: string): boolean => text !== text.toUpperCase() && text !== text.toLowerCase();

/** Which place the others follow: the heading that people read, else the posting's title; one in capitals comes last. */
function leader(places: readonly TitlePlace[], main: TitlePlace | null): TitlePlace | undefined {
  const rank = (place: TitlePlace): number =>
    (isMixedCase(place.content.text) ? 0 : 3) + (place.place === 'heading' ? 0 : place === main ? 1 : 2);
  return [...places].sort((a, b) => rank(a) - rank(b))[0];
}

/** Writes a text's words, one for one, as another has them; what lies between them becomes one blank. */
function follow(content: MappedText, model: string): Edit[] {
  const models = words(model);
  const edits: Edit[] = [];
  let index = 0;
  for (const match of content.text.matchAll(/\S+|\s+/g)) {
    const blank = match[0].trim() === '';
    const inside = index > 0 && index < models.length;
    const wanted = blank ? (inside ? ' ' : '') : (models[index++] ?? match[0]);
    const span = { start: match.index, end: match.index + match[0].length };
    if (wanted !== match[0]) edits.push(...replaceIn(content, span, wanted));
  }
  return edits;
}

/**
 * Makes the places that name the job's title agree where they differ only in case, spacing or the form of seniority
 * ("Sr." and "Senior"). Titles that name no role of the taxonomy are left alone, as is every other difference.
 * @returns offset edits of the source; none where nothing differs
 */
export function agreeTitles({ title, titles }: Posting, taxonomy: Taxonomy): Edit[] {
  const ours = titles.filter(
    ({ reading: { role } }) => role === 'both' || roleOf(taxonomy, role ?? '') !== undefined,
  );
  const edits = ours.flatMap((place) => {
    const alike = ours.filter((other) => keyOf(other) === keyOf(place));
    return follow(place.content, (leader(alike, title) ?? place).content.text);
  });
  return edits.sort((a, b) => a.span.start - b.span.start);
}
