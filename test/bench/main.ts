/**
 * Measures speed and memory, each beside something that was measured in the same run, and prints ratios with their spread.
 *
 *   npm run bench [-- --only PART,PART] [--check] [--write-bounds]
 *
 * Writes `out/bench/bench.json` and `out/bench/bench.svg`. `--check` measures less and compares with `bounds.json`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chart } from './chart.ts';
import type { Measure, Part } from './measure.ts';
import { findings } from './parts/findings.ts';
import { growth } from './parts/growth.ts';
import { memory } from './parts/memory.ts';
import { start } from './parts/start.ts';
import { typing } from './parts/typing.ts';
import { workspace } from './parts/workspace.ts';

const parts: readonly Part[] = [findings, typing, growth, start, memory, workspace];
const boundsFile = path.join(import.meta.dirname, 'bounds.json');
const out = path.resolve(import.meta.dirname, '../../out/bench');
/** What a noisy machine may add before a bound is broken; bounds are written from a run with this room. */
const slack = 1.6;

/** Part, a colon, name of the measure, to the ratio that must not be passed. */
type Bounds = Record<string, number>;

const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)}x`;

function line({ name, ratio: { median, low, high }, target, better, detail }: Measure): string {
  const reached = target === undefined || (better === 'less' ? median <= target : median >= target);
  const aim =
    target === undefined
      ? ''
      : `  ${reached ? 'within' : 'MISSES'} ${better === 'less' ? '<=' : '>='} ${target}`;
  return `  ${name.padEnd(44)} ${times(median).padStart(7)} (${times(low)} to ${times(high)})${aim}\n      ${detail}`;
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    check: { type: 'boolean', default: false },
    'write-bounds': { type: 'boolean', default: false },
  },
});
const only = values.only?.split(',');
const unknown = only?.filter((id) => !parts.some((part) => part.id === id)) ?? [];
if (unknown.length > 0) {
  console.error(`No part "${unknown.join(', ')}"; there are ${parts.map(({ id }) => id).join(', ')}.`);
  process.exit(2);
}

const results: { part: string; title: string; measures: readonly Measure[] }[] = [];
for (const { id, title, measure } of parts) {
  if (only !== undefined && !only.includes(id)) continue;
  console.log(`${title} (${id})`);
  const measures = await measure({ quick: values.check });
  for (const each of measures) console.log(line(each));
  results.push({ part: id, title, measures });
}

const all = results.flatMap(({ part, measures }) =>
  measures.map((each) => ({ ...each, key: `${part}: ${each.name}` })),
);
if (values.check) {
  const bounds = existsSync(boundsFile) ? (JSON.parse(readFileSync(boundsFile, 'utf8')) as Bounds) : {};
  const broken = all.filter(({ key, better, ratio }) => {
    const bound = bounds[key];
    // The better quartile: a machine that is busy with something else must not fail a build.
    return bound !== undefined && (better === 'less' ? ratio.low > bound : ratio.high < bound);
  });
  for (const { key, ratio } of broken)
    console.error(`SLOWER: ${key}: ${times(ratio.median)}, bound ${times(bounds[key] ?? NaN)}`);
  console.log(
    broken.length === 0 ? 'Every ratio is within its bound.' : `${broken.length} ratios out of bounds.`,
  );
  process.exitCode = broken.length === 0 ? 0 : 1;
} else {
  mkdirSync(out, { recursive: true });
  const [cpu] = cpus();
  const machine = `${cpus().length} x ${cpu?.model.trim() ?? 'unknown'}, Node ${process.version}`;
  const json = { machine, date: new Date().toISOString(), parts: results };
  writeFileSync(path.join(out, 'bench.json'), `${JSON.stringify(json, null, 2)}\n`);
  writeFileSync(path.join(out, 'bench.svg'), chart(results, machine));
  console.log(`Written: ${path.relative('.', out)}/bench.json, bench.svg`);
}
if (values['write-bounds']) {
  const bounds: Bounds = Object.fromEntries(
    all
      .filter(({ better }) => better === 'less')
      .map(({ key, ratio }) => [key, Number((ratio.median * slack).toPrecision(2))]),
  );
  writeFileSync(boundsFile, `${JSON.stringify(bounds, null, 2)}\n`);
}
