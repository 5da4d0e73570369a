/**
 * Fuzzes the core and the built server: `npm run fuzz -- [--minutes N] [--seed S] [--only PART]`, or with a number of
 * edits instead of minutes: `npm run fuzz -- --edits 1000000 [--seed S]`. A counterexample is shrunk and printed with the
 * seed that finds it again; the run then ends with 1.
 */
import { parseArgs } from 'node:util';
import { configuration } from './configuration.ts';
import { documents } from './documents.ts';
import { edits } from './edits.ts';
import type { Part } from './part.ts';
import { protocol } from './protocol.ts';
import { watch } from './watchdog.ts';

const parts: readonly Part[] = [documents, edits, configuration, protocol];

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    edits: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
});
const only = values.edits === undefined ? values.only : edits.name;
const chosen = parts.filter(({ name }) => only === undefined || name === only);
const firstSeed = Number(values.seed ?? Date.now() % 2 ** 31);
const milliseconds = Number(values.minutes) * 60_000;
if (chosen.length === 0 || !Number.isSafeInteger(firstSeed) || !(milliseconds > 0)) {
  console.error(`The parts are ${parts.map(({ name }) => name).join(', ')}; minutes and seed are numbers.`);
  process.exit(2);
}
const wanted = values.edits === undefined ? Infinity : Number(values.edits);

const dog = watch();
let failed = 0;
for (const part of chosen) {
  const until = Date.now() + milliseconds / chosen.length;
  let seed = firstSeed;
  let made = 0;
  let round = 0;
  console.log(`${part.name}: seed ${seed}`);
  try {
    do {
      dog.begin(`${part.name}, seed ${seed}`);
      made += await part.run(seed);
      if (++round % 50 === 0) console.log(`${part.name}: ${made} ${part.counted}, next seed ${seed + 1}`);
      seed++;
    } while (wanted === Infinity ? Date.now() < until : made < wanted);
    console.log(`${part.name}: ${made} ${part.counted}, nothing broken (seeds ${firstSeed} to ${seed - 1})`);
  } catch (error) {
    failed++;
    console.error(`${part.name}: BROKEN with --only ${part.name} --seed ${seed}`);
    console.error(error);
  }
}
dog.end();
process.exitCode = failed === 0 ? 0 : 1;
