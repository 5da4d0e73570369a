import fc from 'fast-check';
import { emptyTally, expectSame, session } from '../support/edits.ts';
import type { Part } from './part.ts';

/** Edits, several at once and undone, in documents of every format: incremental equals full. */
export const edits: Part = {
  name: 'edits',
  counted: 'edits',
  run: (seed) => {
    const tally = emptyTally();
    fc.assert(
      fc.property(session(40), (each) => {
        expectSame(each, tally);
      }),
      { seed, numRuns: 10 },
    );
    return Promise.resolve([...tally.values()].reduce((sum, count) => sum + count, 0));
  },
};
