/** Chooses the words and pairs of words that tell duties apart, from the corpus of our own. */
import { tokenize } from '../../shared/posting/tokens.ts';
import { COMMUNITY, SOCIAL } from '../../shared/taxonomy/roles.ts';
import type { RoleId, Signal } from '../../shared/taxonomy/types.ts';
import { wordSignals } from '../../shared/taxonomy/signals/define.ts';
import type { CorpusPosting } from './corpus.ts';
import { entryOfLabel } from './labels.ts';

interface Count {
  readonly word: string;
  readonly postings: Set<string>;
  readonly sides: [number, number, number];
  readonly labels: Map<string, number>;
}

const common = new Set(
  'a an and the of to in on for with by at from as is are be will or our your you we it its that this all any their they them who what when where which how into over per via up out about new more most other each every both own between within across through after before so if not no can may must should has have do does one two three first day daily week weekly month monthly year yearly team work ensure help make get'.split(
    ' ',
  ),
);

const sideOf = (label: string): 0 | 1 | 2 => (label.startsWith('S.') ? 0 : label.startsWith('C.') ? 1 : 2);

function countWords(corpus: readonly CorpusPosting[]): { words: Count[]; totals: [number, number, number] } {
  const words = new Map<string, Count>();
  const totals: [number, number, number] = [0, 0, 0];
  for (const { id, duties } of corpus) {
    for (const { label, text } of duties) {
      const side = sideOf(label);
      totals[side] += 1;
      const tokens = tokenize(text);
      const seen = new Set<string>();
      tokens.forEach((token, index) => {
        if (!common.has(token.norm) && token.stem.length >= 2 && !/\d/.test(token.stem)) seen.add(token.stem);
        const next = tokens[index + 1];
        if (next !== undefined && !next.clauseBefore && !/\d/.test(token.stem + next.stem))
          if (!common.has(token.norm) || !common.has(next.norm)) seen.add(`${token.stem} ${next.stem}`);
      });
      for (const word of seen) {
        const known: Count = words.get(word) ?? {
          word,
          postings: new Set(),
          sides: [0, 0, 0],
          labels: new Map(),
        };
        known.postings.add(id);
        known.sides[side] += 1;
        known.labels.set(label, (known.labels.get(label) ?? 0) + 1);
        words.set(word, known);
      }
    }
  }
  return { words: [...words.values()], totals };
}

/** Log-odds of a word on a side against the rest, smoothed; and how surely it differs. */
function association(count: Count, side: 0 | 1 | 2, totals: readonly [number, number, number]) {
  const mine = count.sides[side];
  const all = count.sides[0] + count.sides[1] + count.sides[2];
  const [here, rest] = [totals[side], totals[0] + totals[1] + totals[2] - totals[side]];
  const odds =
    Math.log((mine + 0.5) / (here - mine + 0.5)) - Math.log((all - mine + 0.5) / (rest - all + mine + 0.5));
  const error = Math.sqrt(1 / (mine + 0.5) + 1 / (all - mine + 0.5));
  return { odds, z: odds / error };
}

/**
 * @param least how many postings must use a word
 * @param surely how many standard errors its log-odds must be away from none
 */
export function chooseWords(corpus: readonly CorpusPosting[], least = 4, surely = 1.5): Signal[] {
  const roles: readonly (RoleId | null)[] = [SOCIAL, COMMUNITY, null];
  const { words, totals } = countWords(corpus);
  const signals: Signal[] = [];
  for (const count of words) {
    if (count.postings.size < least) continue;
    const best = ([0, 1, 2] as const)
      .map((side) => ({ side, ...association(count, side, totals) }))
      .sort((a, b) => b.z - a.z)[0];
    if (best === undefined || best.z < surely) continue;
    const role = roles[best.side] ?? null;
    const label = [...count.labels]
      .filter(([each]) => sideOf(each) === best.side)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
    const entry = best.side === 2 ? null : entryOfLabel(label ?? '');
    if (best.side !== 2 && entry === null) continue;
    signals.push(...wordSignals(entry, role, count.word));
  }
  return signals.sort((a, b) => (a.id < b.id ? -1 : 1));
}
