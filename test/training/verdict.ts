/** Fits the few numbers that turn shares into a verdict. */
import { roleChances, type VerdictNumbers } from '../../shared/judgement/verdict.ts';
import type { Shares } from './model.ts';

export interface SharesWithLabel {
  readonly shares: Shares;
  /** The class by the label: first role, second role, neither. */
  readonly right: 0 | 1 | 2;
}

type Vector = [biasFirst: number, biasSecond: number, own: number, other: number];

const numbersOf = ([first, second, own, other]: Vector, thin: number): VerdictNumbers['role'] => ({
  bias: [first, second],
  own,
  other,
  thin,
});

function lossOf(rows: readonly SharesWithLabel[], at: Vector, thin: number): number {
  const numbers = numbersOf(at, thin);
  let sum = 0.02 * ((at[2] - 2) ** 2 + (at[3] + 0.5) ** 2 + (at[0] - at[1]) ** 2);
  for (const { shares, right } of rows)
    sum -= Math.log(roleChances([shares.first, shares.second], shares.count, numbers)[right] + 1e-6);
  return sum;
}

/** Coordinate descent with shrinking steps: four numbers, a smooth loss, no randomness. */
export function fitVerdict(rows: readonly SharesWithLabel[], thin: number): VerdictNumbers['role'] {
  const at: Vector = [1, 1, 2, -0.5];
  let best = lossOf(rows, at, thin);
  for (let step = 1; step > 0.005; step /= 2) {
    for (let moved = true; moved;) {
      moved = false;
      for (const index of [0, 1, 2, 3] as const) {
        for (const by of [step, -step]) {
          const next: Vector = [...at];
          next[index] += by;
          const loss = lossOf(rows, next, thin);
          if (loss >= best - 1e-9) continue;
          at[index] = next[index];
          best = loss;
          moved = true;
        }
      }
    }
  }
  return numbersOf(at, thin);
}
