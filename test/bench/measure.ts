/** Times things in turn and compares them: what else a machine does strikes all alike, so ratios are what counts. */

export interface Spread {
  readonly median: number;
  /** The quartiles. */
  readonly low: number;
  readonly high: number;
}

/** One thing beside another that was measured in the same rounds. */
export interface Measure {
  /** What is compared, for people and as the key of its bound. */
  readonly name: string;
  /** How many times as much as the base, or, where more is better, how many times as fast as the base. */
  readonly ratio: Spread;
  /** Which way is better. */
  readonly better: 'less' | 'more';
  /** What we mean to reach. */
  readonly target?: number;
  /** What the ratio is made of, in words, such as "1.2 ms, 0.4 ms". */
  readonly detail: string;
}

export interface Part {
  readonly id: string;
  readonly title: string;
  /** @throws where something measured did not do what it should */
  readonly measure: (options: PartOptions) => Promise<readonly Measure[]>;
}

export interface PartOptions {
  /** Fewer rounds and sizes, for CI. */
  readonly quick: boolean;
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function spread(values: readonly number[]): Spread {
  return { median: median(values), low: quantile(values, 0.25), high: quantile(values, 0.75) };
}

/** How many times as much the first took as the second, round by round. */
export function ratios(first: readonly number[], second: readonly number[]): Spread {
  return spread(first.map((value, round) => value / (second[round] ?? NaN)));
}

/** Milliseconds that a task takes. */
export async function time(task: () => unknown): Promise<number> {
  const begun = performance.now();
  await task();
  return performance.now() - begun;
}

/**
 * Does each task once a round, one after the other, beginning with another one each round.
 * @param warm rounds that do not count
 * @returns for each task the milliseconds of each round
 */
export async function inTurn(
  tasks: readonly ((round: number) => unknown)[],
  rounds: number,
  warm = 1,
): Promise<number[][]> {
  const times = tasks.map((): number[] => []);
  for (let round = -warm; round < rounds; round++)
    for (const shift of tasks.keys()) {
      const index = (shift + round + warm) % tasks.length;
      const taken = await time(() => tasks[index]?.(round));
      if (round >= 0) times[index]?.push(taken);
    }
  return times;
}

/** Slope of the line through points in logarithms: 1 where time is proportional to size. */
export function exponent(points: readonly (readonly [size: number, time: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (index: 0 | 1): number => logs.reduce((sum, point) => sum + point[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return (
    logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) /
    logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
  );
}

export const milliseconds = (value: number): string =>
  `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
