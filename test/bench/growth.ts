/**
 * Measures how the time of a full read, from source to posting, grows with the size of the document in each format, and
 * what the reading of Markdown takes beside its parser alone, and the time of a whole analysis.
 *
 *   npm run bench:growth
 */
import { GFM, parser } from '@lezer/markdown';
import { createPostingLens, type FormatId, formatById, taxonomy } from '../../shared/index.ts';
import { buildPosting } from '../../shared/posting/build.ts';
import { reference, renderings } from '../support/renderings.ts';

const sizes = [1, 4, 16, 64, 256, 1024].map((kilobytes) => kilobytes * 1024);
const rounds = 9;
/** A short read is done as often as it takes to last so many milliseconds. */
const least = 20;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** One posting, the items of its lists said again, each with a number of its own, until it is long enough. */
function document(format: FormatId, size: number): string {
  const source = (copies: number): string => {
    const sections = reference.sections.map(({ heading, items }) => ({
      heading,
      items: Array.from({ length: copies }, (_, copy) => items.map((item) => `${item}, week ${copy}`)).flat(),
    }));
    const all = renderings({ ...reference, sections });
    const found = all.find((each) => each.format === (format === 'posting' ? 'markdown' : format));
    if (found === undefined) throw new Error(`There is no rendering in ${format}.`);
    return found.source;
  };
  const one = source(1).length;
  const each = source(2).length - one;
  return source(Math.max(1, 1 + Math.round((size - one) / each)));
}

function time(task: () => unknown): number {
  let runs = 0;
  const begun = performance.now();
  do {
    task();
    runs += 1;
  } while (performance.now() - begun < least);
  return (performance.now() - begun) / runs;
}

function read(source: string, id: FormatId): number {
  const format = formatById(id);
  if (format === undefined) throw new Error(`No format ${id}.`);
  return format.read(source).map((blocks) => buildPosting(blocks, id, taxonomy.titles)).length;
}

/** Slope of the line through the points, in logarithms: 1 where time is proportional to size. */
function slope(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (index: 0 | 1): number => logs.reduce((sum, point) => sum + point[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return (
    logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) /
    logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
  );
}

console.log(
  `Median of ${rounds} runs, in milliseconds, by size in KB; the exponent of growth from 1 KB to 1 MB.\n`,
);
console.log(['format', ...sizes.map((size) => size / 1024), 'exponent'].join('\t'));
for (const id of ['markdown', 'posting', 'text', 'html', 'json', 'yaml'] as const) {
  const sources = sizes.map((size) => document(id, size));
  for (const source of sources.slice(0, 4)) for (let run = 0; run < 3; run++) time(() => read(source, id));
  // Each round measures all sizes, so that what else the machine does strikes all alike.
  const runs = Array.from({ length: rounds }, () => sources.map((source) => time(() => read(source, id))));
  const medians = sources.map((_, index) => median(runs.map((run) => run[index] ?? NaN)));
  const points = sources.map((source, index) => [source.length, medians[index] ?? NaN] as const);
  console.log([id, ...medians.map((each) => each.toFixed(2)), slope(points).toFixed(3)].join('\t'));
}

const alone = parser.configure(GFM);
console.log('\nMarkdown from source to posting, as a multiple of @lezer/markdown alone, by size in KB\n');
for (const size of sizes) {
  const source = document('markdown', size);
  const ratios = Array.from({ length: rounds }, () => {
    const parsed = time(() => alone.parse(source));
    return time(() => read(source, 'markdown')) / parsed;
  });
  console.log(`${size / 1024}\t${median(ratios).toFixed(2)}`);
}

// Each document has words of its own, so that what is remembered of one is of no use for the next.
const lens = createPostingLens();
const ordinary = document('markdown', 4096);
const markdown = formatById('markdown');
if (markdown === undefined) throw new Error('Markdown is not read.');
let number = 0;
const analyses = Array.from({ length: 400 }, () => {
  const source = ordinary.replace(/week \d+/g, () => `week ${(number += 1)}`);
  const begun = performance.now();
  lens.analyze(source, markdown);
  return performance.now() - begun;
});
console.log(`\nWhole analysis of a posting of 4 KB: ${median(analyses.slice(100)).toFixed(2)} ms`);
