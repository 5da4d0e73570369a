/** Lenses that judge a posting with numbers learned without its fold. */
import { createPostingLens, type PostingLens, taxonomy } from '../../shared/index.ts';
import type { Data } from '../evaluation/data.ts';
import { assignFolds, foldCount } from '../evaluation/folds.ts';
import { learn, prepare } from './pipeline.ts';

/**
 * Learns once a fold. Nothing of a fold's own part is learned from.
 * @returns the lens that may judge a group; for groups without a label, the first fold's
 */
export function lensesByFold(data: Data): (group: string) => PostingLens {
  const prepared = prepare(data);
  const folds = assignFolds([...data.postings, ...data.retold]);
  const lenses = Array.from({ length: foldCount }, (_, fold) => {
    const others = prepared.labelled.filter(({ group }) => folds.get(group) !== fold);
    return createPostingLens(taxonomy, learn(prepared, others));
  });
  const [first] = lenses;
  if (first === undefined) throw new Error('There are no folds.');
  return (group) => lenses[folds.get(group) ?? 0] ?? first;
}
