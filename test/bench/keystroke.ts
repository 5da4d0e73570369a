/**
 * What a keystroke costs: one letter typed in the middle of a posting of 2, 20 and 200 KB in each format, its document
 * edited against read and judged from the start, as ratios of medians. `npm run bench:keystroke`
 */
import { createPostingLens, defaults, type OpenDocument } from '../../shared/index.ts';
import { formatOf } from '../support/postings.ts';
import { type Model, reference, type Rendering, renderings } from '../support/renderings.ts';

const lens = createPostingLens();
const shown = new Set([
  'Markdown',
  'text',
  'posting',
  'HTML page',
  'JSON-LD beside the text',
  'Greenhouse',
  'YAML with Markdown in it',
]);
/** Every size is read, the largest too. */
const options = { always: true, configuration: { ...defaults, maxLength: Infinity } };

/** A posting with as many sections as make so many letters; no two items are the same. */
function model(length: number): Model {
  const items = reference.sections[0]?.items ?? [];
  const size = items.join('').length + 100;
  const sections = Array.from({ length: Math.ceil(length / size) }, (_, index) => ({
    heading: `What you’ll do in region ${index}`,
    items: items.map((item) => `${item} for team ${index}`),
  }));
  return { ...reference, sections };
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

function time(task: () => void): number {
  const begun = performance.now();
  task();
  return performance.now() - begun;
}

/** Where a letter may be typed: in a word about the middle. */
const middle = (source: string): number => source.indexOf('for team', source.length / 2) + 2;

function measure({ name, format, source }: Rendering): string {
  const reader = formatOf(format);
  const at = middle(source);
  let document: OpenDocument = lens.open(source, reader, options);
  const type = (newText: string): void => {
    document = lens.edit(document, [{ span: { start: at, end: at }, newText }]);
  };
  const rounds = source.length > 100_000 ? 5 : 15;
  for (let round = 0; round < 3; round++) type('x');
  const full = Array.from({ length: rounds }, () =>
    time(() => lens.analyze(document.source, reader, options)),
  );
  const edited = Array.from({ length: rounds }, (_, round) => time(() => type('abc'[round % 3] ?? 'a')));
  const [a, b] = [median(edited), median(full)];
  const size = `${Math.round(source.length / 1024)} KB`;
  return `${name.padEnd(24)} ${size.padStart(7)}  1 : ${(b / a).toFixed(1).padEnd(6)} (${a.toFixed(2)} ms, ${b.toFixed(2)} ms)`;
}

console.log('                             size  edited : read from the start');
for (const length of [2_000, 20_000, 200_000])
  for (const rendering of renderings(model(length)).filter(({ name }) => shown.has(name)))
    console.log(measure(rendering));
