export interface Sample {
  readonly values: readonly number[];
  readonly positive: boolean;
  readonly weight: number;
}

export interface Model {
  readonly prior: number;
  readonly weights: readonly number[];
}

const clamp = (value: number, start: number): number => (start > 0 ? Math.max(0, value) : Math.min(0, value));

/**
 * Logistic regression whose weights are drawn towards `start` and keep its sign, by coordinate descent: no chance is
 * involved, so the same data give the same weights.
 * @param pull how strongly weights are drawn towards `start`
 */
export function fit(samples: readonly Sample[], start: readonly number[], pull: number): Model {
  const columns = start.map((_, index) => Float64Array.from(samples, ({ values }) => values[index] ?? 0));
  const ones = new Float64Array(samples.length).fill(1);
  const margins = Float64Array.from(samples, ({ values }) =>
    values.reduce((sum, value, index) => sum + value * (start[index] ?? 0), 0),
  );
  const weights = [...start];
  let prior = 0;

  /** One Newton step along a column; returns how far the weight moved. */
  const step = (column: Float64Array, weight: number, home: number | null): number => {
    let slope = home === null ? 0 : pull * (weight - home);
    let bend = home === null ? 1e-9 : pull;
    for (const [row, sample] of samples.entries()) {
      const value = column[row] ?? 0;
      if (value === 0) continue;
      const chance = 1 / (1 + Math.exp(-(margins[row] ?? 0)));
      slope += sample.weight * (chance - Number(sample.positive)) * value;
      bend += sample.weight * Math.max(chance * (1 - chance), 1e-4) * value * value;
    }
    const wanted = weight - Math.max(-1, Math.min(1, slope / bend));
    const moved = (home === null ? wanted : clamp(wanted, home)) - weight;
    for (let row = 0; row < samples.length; row++)
      margins[row] = (margins[row] ?? 0) + moved * (column[row] ?? 0);
    return moved;
  };

  for (let sweep = 0; sweep < 300; sweep++) {
    let most = 0;
    const before = prior;
    prior += step(ones, prior, null);
    most = Math.abs(prior - before);
    for (const [index, column] of columns.entries()) {
      const moved = step(column, weights[index] ?? 0, start[index] ?? 0);
      weights[index] = (weights[index] ?? 0) + moved;
      most = Math.max(most, Math.abs(moved));
    }
    if (most < 1e-3) break;
  }
  return { prior, weights };
}

/** Log-odds of a sample. */
export function logOdds(model: Model, values: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (model.weights[index] ?? 0), model.prior);
}
