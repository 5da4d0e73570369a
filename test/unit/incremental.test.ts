import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPostingLens } from '../../shared/index.ts';
import { changeBetween } from '../../shared/posting/parts.ts';
import { emptyTally, expectSame, session, subjects } from '../support/edits.ts';
import { formatOf } from '../support/postings.ts';
import { difference } from '../support/sameAnalysis.ts';

describe('a document that is edited', () => {
  it('is read and judged as if it had been read from the start', () => {
    const tally = emptyTally();
    fc.assert(
      fc.property(session(20), (each) => expectSame(each, tally)),
      { numRuns: 150 },
    );
    for (const count of tally.values()) expect(count).toBeGreaterThan(0);
  });
});
