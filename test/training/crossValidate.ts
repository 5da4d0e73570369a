/** Lenses that judge a posting with numbers learned without its fold. */
import { judgingBy, type PostingLens, taxonomy } from '../../shared/index.ts';
import type { Data } from '../evaluation/data.ts';
import { assignFolds, foldCount } from '../evaluation/folds.ts';
import type { Numbers } from '../../shared/taxonomy/numbers.ts';
import type { Names, PostingExample } from './examples.ts';
import { learn, prepare } from './pipeline.ts';

/**
 * The signals that say most in these postings: by weight times the number of postings that show them. Signals of other
 * work count too.
 */
function mostUseful(
  numbers: Numbers,
  names: Names,
  examples: readonly PostingExample[],
  count: number,
): string[] {
  const shown = new Map<number, number>();
  for (const { statements } of examples) {
    const seen = new Set(statements.flatMap(({ signals }) => signals.map(([signal]) => signal)));
    for (const signal of seen) shown.set(signal, (shown.get(signal) ?? 0) + 1);
  }
  return names.signals
    .map((id, index) => ({ id, use: (numbers.signals[id] ?? 0) * (shown.get(index) ?? 0) }))
    .sort((a, b) => b.use - a.use || (a.id < b.id ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
}

/**
 * Learns once a fold. Nothing of a fold's own part is learned from.
 * @param without how many of the most useful signals are taken away after learning, for an ablation
 * @returns the lens that may judge a group; for groups without a label, the first fold's
 */
export function lensesByFold(data: Data, without = 0): (group: string) => PostingLens {
  const prepared = prepare(data);
  const folds = assignFolds([...data.postings, ...data.retold]);
  const lenses = Array.from({ length: foldCount }, (_, fold) => {
    const others = prepared.labelled.filter(({ group }) => folds.get(group) !== fold);
    const numbers = learn(prepared, others);
    const taken = mostUseful(numbers, prepared.names, others, without);
    if (taken.length > 0 && fold === 0) console.error(`Taken away in the first fold: ${taken.join(', ')}`);
    const signals = { ...numbers.signals, ...Object.fromEntries(taken.map((id) => [id, 0])) };
    return judgingBy(taxonomy, { ...numbers, signals });
  });
  const [first] = lenses;
  if (first === undefined) throw new Error('There are no folds.');
  return (group) => lenses[folds.get(group) ?? 0] ?? first;
}
