/** Memory: the heap of open postings beside their text, and whether edits, openings and closings leave anything behind. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { type Measure, type Part, spread } from '../measure.ts';

/** What the measured process tells. */
export interface Heaps {
  /** Bytes of heap for each count of open postings, and the letters of their texts. */
  readonly open: readonly { readonly count: number; readonly bytes: number; readonly letters: number }[];
  /** Bytes of heap with one posting open, before and after that many edits. */
  readonly edits: { readonly count: number; readonly before: number; readonly after: number };
  readonly cycles: { readonly count: number; readonly before: number; readonly after: number };
}

const program = path.join(import.meta.dirname, '../memoryProcess.ts');

function heaps(quick: boolean): Promise<Heaps> {
  return new Promise((resolve, reject) => {
    const child = fork(program, quick ? ['--quick'] : [], { execArgv: ['--expose-gc'] });
    child.on('message', (told) => resolve(told as Heaps));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code !== 0) reject(new Error(`The process that measures memory ended with ${code}.`));
    });
  });
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
/** One number, measured once after a full collection: it has no spread. */
const exactly = (value: number): Measure['ratio'] => ({ ...spread([value]) });

export const memory: Part = {
  id: 'memory',
  title: 'Memory after a full collection',
  measure: async ({ quick }) => {
    const { open, edits, cycles } = await heaps(quick);
    return [
      ...open.map(({ count, bytes, letters }): Measure => ({
        name: `${count} open: heap / text`,
        ratio: exactly(bytes / letters),
        better: 'less',
        target: 15,
        detail: `${megabytes(bytes)} for ${megabytes(letters)} of text`,
      })),
      ...(
        [
          [edits, `after ${edits.count} edits / before`],
          [cycles, `after ${cycles.count} openings and closings / before`],
        ] as const
      ).map(([{ before, after }, name]): Measure => ({
        name,
        ratio: exactly(after / before),
        better: 'less',
        target: 1.05,
        detail: `${megabytes(after)}; ${megabytes(before)}`,
      })),
    ];
  },
};
