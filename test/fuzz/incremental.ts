/**
 * Edits postings of all formats at random: the analysis after an edit must be that of the text read from the start, to
 * the last field. Prints how many edits were made; `npm run fuzz:incremental -- [EDITS] [SEED]`
 */
import fc from 'fast-check';
import { emptyTally, expectSame, session } from '../support/edits.ts';

const wanted = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const tally = emptyTally();
const made = (): number => [...tally.values()].reduce((sum, count) => sum + count, 0);

console.log(`seed ${seed}`);
for (let round = 0; made() < wanted; round++) {
  fc.assert(
    fc.property(session(40), (each) => {
      if (made() < wanted) expectSame(each, tally);
    }),
    { numRuns: 100, seed: seed + round },
  );
  if (round % 5 === 4) console.log(`${made()} edits`);
}
const formats = [...tally].map(([format, count]) => `${format} ${count}`).join(', ');
console.log(`${made()} edits, all the same as read from the start (seed ${seed}): ${formats}`);
