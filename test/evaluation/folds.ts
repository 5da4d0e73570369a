/** Folds of whole groups, for judging postings with numbers that were fitted without them. */
import { hash } from './random.ts';

export const foldCount = 10;

/**
 * Puts every group in a fold, so that labels are spread evenly. The same rows give the same folds in any order; so the
 * trainer and the evaluation must hand over the same rows: all of `postings` and `retold` together.
 * @returns the fold of each group, from 0
 */
export function assignFolds(
  rows: readonly { readonly group: string; readonly label: string | null }[],
  count = foldCount,
): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  const groups = new Map<string, Map<string, number>>();
  for (const { group, label } of rows) {
    const key = label ?? 'none';
    totals.set(key, (totals.get(key) ?? 0) + 1);
    const labels = groups.get(group) ?? new Map<string, number>();
    groups.set(group, labels.set(key, (labels.get(key) ?? 0) + 1));
  }
  const sizeOf = (labels: ReadonlyMap<string, number>): number =>
    [...labels.values()].reduce((sum, n) => sum + n, 0);
  // The largest groups choose first, while there is room everywhere.
  const order = [...groups].sort(
    ([a, first], [b, second]) => sizeOf(second) - sizeOf(first) || hash(a) - hash(b) || (a < b ? -1 : 1),
  );
  const folds = Array.from({ length: count }, () => ({ size: 0, labels: new Map<string, number>() }));
  const assigned = new Map<string, number>();
  for (const [group, labels] of order) {
    const crowding = folds.map((fold) =>
      [...labels].reduce(
        (sum, [label, n]) => sum + (n * (fold.labels.get(label) ?? 0)) / (totals.get(label) ?? 1),
        0,
      ),
    );
    const best = folds
      .map((_, index) => index)
      .sort(
        (a, b) =>
          (crowding[a] ?? 0) - (crowding[b] ?? 0) ||
          (folds[a]?.size ?? 0) - (folds[b]?.size ?? 0) ||
          hash(`${group} ${a}`) - hash(`${group} ${b}`),
      )[0];
    const fold = folds[best ?? 0];
    if (best === undefined || fold === undefined) continue;
    assigned.set(group, best);
    fold.size += sizeOf(labels);
    for (const [label, n] of labels) fold.labels.set(label, (fold.labels.get(label) ?? 0) + n);
  }
  return assigned;
}
