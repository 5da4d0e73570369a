/** Measures the heap in a process of its own, where nothing else fills it; started by `parts/memory.ts` with `--expose-gc`. */
import { createPostingLens, type OpenDocument } from '../../shared/index.ts';
import { formatOf } from '../support/postings.ts';
import { longPosting, middle } from './longPosting.ts';
import type { Heaps } from './parts/memory.ts';

const quick = process.argv.includes('--quick');
const lens = createPostingLens();
const markdown = formatOf('markdown');
const { source } = longPosting('markdown', 4000);

/** Bytes in use after everything that can be freed was. */
function heap(): number {
  if (globalThis.gc === undefined) throw new Error('Start with --expose-gc.');
  for (let time = 0; time < 4; time++) globalThis.gc();
  return process.memoryUsage().heapUsed;
}

/** A posting that is like no other. */
const posting = (number: number): string => source.replaceAll('for team', `for our ${number}th team`);

function opened(count: number): Heaps['open'][number] {
  const before = heap();
  const documents = Array.from({ length: count }, (_, index) => lens.open(posting(index), markdown));
  const bytes = heap() - before;
  return { count, bytes, letters: documents.reduce((sum, document) => sum + document.source.length, 0) };
}

function edited(count: number): Heaps['edits'] {
  let document: OpenDocument = lens.open(source, markdown);
  const at = middle(source);
  // Types and deletes words, so that the text stays as long as it was.
  const step = (round: number): void => {
    const typed = round % 20 < 10;
    const start = at + (typed ? round % 10 : 9 - (round % 10));
    const edit = typed
      ? { span: { start, end: start }, newText: String.fromCharCode(97 + (round % 26)) }
      : { span: { start, end: start + 1 }, newText: '' };
    document = lens.edit(document, [edit]);
  };
  for (let round = 0; round < 200; round++) step(round);
  const before = heap();
  for (let round = 200; round < 200 + count; round++) step(round);
  const after = heap();
  if (document.source.length !== source.length) throw new Error('The text is not as long as it was.');
  return { count, before, after };
}

function cycled(count: number): Heaps['cycles'] {
  const cycle = (index: number): void => void lens.open(posting(index), markdown);
  for (let index = 0; index < 50; index++) cycle(index);
  const before = heap();
  for (let index = 50; index < 50 + count; index++) cycle(index);
  return { count, before, after: heap() };
}

// What the first posting loads counts for no posting.
lens.analyze(source, markdown);
const told: Heaps = {
  open: (quick ? [1, 100] : [1, 100, 1000]).map(opened),
  edits: edited(quick ? 1000 : 10_000),
  cycles: cycled(quick ? 200 : 1000),
};
process.send?.(told);
