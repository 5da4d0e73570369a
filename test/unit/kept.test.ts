import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createPostingLens } from '../../shared/index.ts';
import { mislabeled } from '../support/mislabeled.ts';
import { formatOf } from '../support/postings.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes of the heap in use after all that can be freed was. */
function heap(): number {
  for (let time = 0; time < 4; time++) collect();
  return process.memoryUsage().heapUsed;
}

describe('words that are known again', () => {
  it('keep nothing of the documents that they were met in', () => {
    const lens = createPostingLens();
    const markdown = formatOf('markdown');
    const rest = '- Reply to messages of clubs and members every day\n'.repeat(200);
    const read = (number: number): void => {
      // Long words, each in one document only.
      const word = `boatbuilding${String.fromCharCode(97 + (number % 26), 97 + Math.floor(number / 26))}`;
      const item = `- Write about our ${word} in many posts and other texts\n`;
      const { judged } = lens.analyze(mislabeled({ end: item + rest }), markdown);
      expect(judged).toHaveLength(1);
    };
    for (let number = 0; number < 20; number++) read(number);
    const before = heap();
    const count = 40;
    for (let number = 20; number < 20 + count; number++) read(number);
    expect((heap() - before) / count).toBeLessThan(rest.length / 2);
  });
});
