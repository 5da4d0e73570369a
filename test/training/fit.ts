/** Finds the parameters with the smallest loss, signs kept to their side. Deterministic. */
import type { PostingExample } from './examples.ts';
import { loss, type Settings, type Shape } from './model.ts';

/** Full-batch Adam with a falling step; weights of signals are never negative. */
export function fit(
  examples: readonly PostingExample[],
  start: Float64Array,
  shape: Shape,
  settings: Settings,
  steps: number,
): Float64Array {
  const at = Float64Array.from(start);
  const gradient = new Float64Array(at.length);
  const mean = new Float64Array(at.length);
  const square = new Float64Array(at.length);
  for (let step = 1; step <= steps; step++) {
    loss(examples, at, start, gradient, shape, settings);
    const rate = 0.12 * (1 - (step - 1) / steps) + 0.002;
    for (let index = 0; index < at.length; index++) {
      const slope = gradient[index] ?? 0;
      const m = (mean[index] = 0.9 * (mean[index] ?? 0) + 0.1 * slope);
      const v = (square[index] = 0.99 * (square[index] ?? 0) + 0.01 * slope * slope);
      const moved =
        (at[index] ?? 0) - (rate * (m / (1 - 0.9 ** step))) / (Math.sqrt(v / (1 - 0.99 ** step)) + 1e-8);
      at[index] = index < shape.signals ? Math.max(0, moved) : moved;
    }
  }
  return at;
}
