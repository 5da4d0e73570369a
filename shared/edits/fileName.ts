/** Names of files that hold a posting: only the last part of a path, with its ending. */

/** What may stand between the words of a name; none where capitals or nothing part them. */
const gap = '(?:[^\\p{L}\\p{N}]*(?:and[^\\p{L}\\p{N}]+)?)';

/** The words of a title that a name would hold: no remarks in brackets, no "and". */
function wordsOf(title: string): string[] {
  const words = title.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.toLowerCase() !== 'and');
}

const same = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && a.toLowerCase() === b?.toLowerCase();

/** What differs between two titles, and the words on either side of it. */
function difference(before: readonly string[], after: readonly string[]) {
  let head = 0;
  while (same(before[head], after[head])) head++;
  let tail = 0;
  while (
    tail < Math.min(before.length, after.length) - head &&
    same(before.at(-1 - tail), after.at(-1 - tail))
  )
    tail++;
  return {
    old: before.slice(head, before.length - tail),
    fresh: after.slice(head, after.length - tail),
    previous: before[head - 1],
    next: before[before.length - tail],
  };
}

/** A word begins here: after something that is no letter, or with a capital after a small letter. */
function beginsWord(name: string, at: number): boolean {
  const pair = name.slice(at - 1, at + 1);
  return at === 0 || at === name.length || !/^\p{L}\p{L}$/u.test(pair) || /^\p{Ll}\p{Lu}$/u.test(pair);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/** A word in the case of another. */
function inCase(word: string, sample: string): string {
  if (sample === sample.toLowerCase()) return word.toLowerCase();
  if (sample.length > 1 && sample === sample.toUpperCase()) return word.toUpperCase();
  return capitalised(word);
}

/**
 * The name of a file that follows its posting's title: "2026-head_of_tea.md" becomes
 * "2026-head_of_coffee.md". Case and what stands between words stay as the name has them.
 * @param name the file's name without its folder
 * @returns null where the name does not hold the old title's words
 */
export function renamed(name: string, titleBefore: string, titleAfter: string): string | null {
  const { old, fresh, previous, next } = difference(wordsOf(titleBefore), wordsOf(titleAfter));
  // "community.md" may be about anything: a neighbour shows that the words are the title's.
  const neighbours = [previous, next].filter((word) => word !== undefined);
  if (fresh.length === 0 || old.length === 0 || old.length + neighbours.length < 2) return null;
  const core = old.join(gap);
  const alternatives =
    neighbours.length === 0
      ? [`()(${core})()`]
      : [
          ...(next === undefined ? [] : [`()(${core})(${gap}${next})`]),
          ...(previous === undefined ? [] : [`(${previous}${gap})(${core})()`]),
        ];
  let result = name;
  for (const pattern of alternatives)
    result = result.replace(
      new RegExp(pattern, 'giu'),
      (whole: string, before: string, written: string, after: string, at: number, all: string) => {
        if (!beginsWord(all, at) || !beginsWord(all, at + whole.length)) return whole;
        return before + writtenLike(fresh, old, written, before, after) + after;
      },
    );
  return result === name ? null : result;
}

/** The new words with the case and the separators of the old ones and their neighbours. */
function writtenLike(
  fresh: readonly string[],
  old: readonly string[],
  written: string,
  before: string,
  after: string,
): string {
  const separator = /[^\p{L}\p{N}]+/u.exec(`${written}${after}${before}`)?.[0] ?? '';
  const first = written.slice(0, old[0]?.length);
  const following = /[\p{L}\p{N}]/u.exec(written.slice(first.length) + after)?.[0];
  const rest = following === undefined || first === first.toUpperCase() ? first : following;
  return fresh.map((word, index) => inCase(word, index === 0 ? first : rest)).join(separator);
}

/**
 * The name of a file that a fix makes beside a document: "job.posting.md" and "community" make
 * "job-community.posting.md".
 * @param count which try this is; from the second on the name gets the number, for names that are taken
 */
export function besides(name: string, suffix: string, count = 1): string {
  const ending = /(?:\.(?:posting|job))?\.[^.]+$/i.exec(name)?.[0] ?? '';
  const number = count < 2 ? '' : `-${count}`;
  return `${name.slice(0, name.length - ending.length)}-${suffix}${number}${ending}`;
}
