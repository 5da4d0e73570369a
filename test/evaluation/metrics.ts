/** Scores of answers against labels, with intervals. Knows nothing of postings. */
import { randomNumbers } from './random.ts';

/** What an answer or a label can count as. */
export const classes = ['social', 'community', 'both', 'neither'] as const;
export type Class = (typeof classes)[number];
/** The classes that the macro average is taken over. */
export const scored = ['social', 'community', 'neither'] as const satisfies readonly Class[];

export interface Pair<C extends string = Class> {
  readonly truth: C;
  readonly answer: C;
}
/** How often each truth got each answer. */
export type Confusion<C extends string = Class> = Readonly<Record<C, Readonly<Record<C, number>>>>;

export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** How many have this label. */
  readonly support: number;
}
export type Interval = readonly [low: number, high: number];

export function confusionOf<C extends string>(pairs: readonly Pair<C>[], names: readonly C[]): Confusion<C> {
  const empty = (): Record<C, number> =>
    Object.fromEntries(names.map((name) => [name, 0])) as Record<C, number>;
  const table = Object.fromEntries(names.map((name) => [name, empty()])) as Record<C, Record<C, number>>;
  for (const { truth, answer } of pairs) table[truth][answer] += 1;
  return table;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const ratio = (part: number, whole: number): number => (whole === 0 ? Number.NaN : part / whole);

/** Scores of one class; NaN where there is nothing to divide by. */
export function scoresOf<C extends string>(table: Confusion<C>, name: C): Scores {
  const names = Object.keys(table) as C[];
  const right = table[name][name];
  const answered = sum(names.map((truth) => table[truth][name]));
  const support = sum(names.map((answer) => table[name][answer]));
  return {
    precision: ratio(right, answered),
    recall: ratio(right, support),
    f1: ratio(2 * right, answered + support),
    support,
  };
}

/** The mean F1 of classes; one that is neither in the labels nor in the answers is left out. */
export function macroF1<C extends string>(table: Confusion<C>, over: readonly C[]): number {
  const each = over.map((name) => scoresOf(table, name).f1).filter((f1) => !Number.isNaN(f1));
  return ratio(sum(each), each.length);
}

export function accuracy<C extends string>(table: Confusion<C>): number {
  const names = Object.keys(table) as C[];
  return ratio(
    sum(names.map((name) => table[name][name])),
    sum(names.flatMap((a) => names.map((b) => table[a][b]))),
  );
}

/** Cohen's kappa: agreement beyond what the frequencies alone would bring. */
export function kappa<C extends string>(table: Confusion<C>): number {
  const names = Object.keys(table) as C[];
  const all = sum(names.flatMap((a) => names.map((b) => table[a][b])));
  const byChance = sum(
    names.map((name) => {
      const row = sum(names.map((other) => table[name][other]));
      return row * sum(names.map((other) => table[other][name]));
    }),
  );
  const chance = ratio(byChance, all * all);
  return ratio(accuracy(table) - chance, 1 - chance);
}

/**
 * Bootstrap intervals (95 %, percentiles) of figures, with whole groups drawn again and again.
 * @param figures makes the figures of a confusion table; NaN is left out
 */
export function bootstrap<C extends string, F extends string>(
  pairs: readonly (Pair<C> & { readonly group: string })[],
  names: readonly C[],
  figures: (table: Confusion<C>) => Readonly<Record<F, number>>,
  times = 1000,
): Record<F, Interval> {
  const groups = [...Map.groupBy(pairs, (pair) => pair.group).values()];
  const random = randomNumbers();
  const drawn = new Map<F, number[]>();
  for (let time = 0; time < times; time += 1) {
    const sample = groups.flatMap(() => groups[Math.floor(random() * groups.length)] ?? []);
    for (const [name, value] of Object.entries(figures(confusionOf(sample, names))) as [F, number][]) {
      if (!drawn.has(name)) drawn.set(name, []);
      if (!Number.isNaN(value)) drawn.get(name)?.push(value);
    }
  }
  const entries = [...drawn].map(([name, values]): [F, Interval] => {
    values.sort((a, b) => a - b);
    return [name, [quantile(values, 0.025), quantile(values, 0.975)]];
  });
  return Object.fromEntries(entries) as Record<F, Interval>;
}

/** @param sorted ascending */
export function quantile(sorted: readonly number[], at: number): number {
  const place = (sorted.length - 1) * at;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
