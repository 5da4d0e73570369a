/** The checked-in table of scores: what a change must not make worse. Written and compared by `evaluate.ts`. */
import type { AlarmResult } from './alarms.ts';
import type { Results, SetResult } from './results.ts';

export interface ScoreTable {
  /** Macro-F1 by the file's name; several halves of one file are another name. */
  readonly macroF1: Readonly<Record<string, number>>;
  /** Wrong `title-mismatch` findings that are known, as "test id", by the file's name. */
  readonly wrong: Readonly<Record<string, readonly string[]>>;
}

/** A drop up to this much is noise. */
export const tolerance = 0.01;

const round = (value: number): number => Math.round(value * 10000) / 10000;

function wrongOf({ titles }: SetResult): string[] {
  return [
    ...titles.own.wrong.map(({ id }) => `own-title ${id}`),
    ...titles.never.wrong.map(({ id, title }) => `never ${id} "${title}"`),
    ...titles.natural.wrong.map(({ id }) => `as-it-came ${id}`),
  ].sort();
}

const wrongAlarms = ({ alarms }: AlarmResult): string[] =>
  alarms.filter(({ rule }) => rule === 'title-mismatch').map(({ id }) => `alarm ${id}`);

export function scoreTable(results: Results): ScoreTable {
  const { sets, statements } = results;
  const macroF1 = Object.fromEntries(sets.map(({ name, ours }) => [name, round(ours.macroF1)]));
  if (statements !== null) macroF1[statements.name] = round(statements.macroF1);
  const wrong = Object.fromEntries(
    sets.filter((set) => !set.combined).map((set) => [set.name, wrongOf(set)]),
  );
  for (const found of [results.unrelated, results.documents])
    if (found !== null) wrong[found.name] = wrongAlarms(found);
  return { macroF1, wrong };
}

export interface Comparison {
  /** What got worse: any of these fails the run. */
  readonly worse: readonly string[];
  /** What the table does not know, or knows and was not measured. */
  readonly notes: readonly string[];
}

export function compare(before: ScoreTable, now: ScoreTable): Comparison {
  const worse: string[] = [];
  const notes: string[] = [];
  for (const [file, score] of Object.entries(now.macroF1)) {
    const old = before.macroF1[file];
    if (old === undefined) notes.push(`${file} is not in the table`);
    else if (score < old - tolerance) worse.push(`${file}: macro-F1 fell from ${old} to ${score}`);
  }
  for (const file of Object.keys(before.macroF1))
    if (!(file in now.macroF1)) notes.push(`${file} is in the table and was not measured`);
  for (const [file, list] of Object.entries(now.wrong)) {
    const known = new Set(before.wrong[file]);
    for (const each of list)
      if (!known.has(each)) worse.push(`${file}: a wrong title-mismatch appeared: ${each}`);
  }
  return { worse, notes };
}
