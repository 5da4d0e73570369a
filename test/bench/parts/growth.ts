/** How time grows with size: a full analysis and one edit in every format, from 1 KB up, and hostile inputs. */
import { createPostingLens, defaults, type OpenDocument } from '../../../shared/index.ts';
import { formatOf } from '../../support/postings.ts';
import { slowMarkdown } from '../../support/slowMarkdown.ts';
import { longPosting, middle } from '../longPosting.ts';
import { exponent, inTurn, type Measure, median, milliseconds, type Part, spread } from '../measure.ts';

const lens = createPostingLens();
/** Every size is read, the largest too. */
const options = { always: true, configuration: { ...defaults, maxLength: Infinity } };
const formats = ['markdown', 'posting', 'text', 'html', 'json', 'yaml'] as const;
type Format = (typeof formats)[number];

/** Kilobytes. */
const allSizes = [1, 4, 16, 64, 256, 1024, 10_240];

/** Rounds that a size is measured in: the long ones take seconds. */
const roundsOf = (kilobytes: number): number => (kilobytes > 2000 ? 1 : kilobytes > 200 ? 3 : 9);

interface Growth {
  readonly full: readonly (readonly [number, number])[];
  readonly edit: readonly (readonly [number, number])[];
}

async function grow(format: Format, sizes: readonly number[]): Promise<Growth> {
  const reader = formatOf(format);
  const full: [number, number][] = [];
  const edit: [number, number][] = [];
  for (const size of sizes) {
    const { source } = longPosting(format, size * 1024);
    const at = middle(source);
    let document: OpenDocument = lens.open(source, reader, options);
    const type = (round: number): void => {
      const newText = 'abc'[Math.abs(round) % 3] ?? 'a';
      document = lens.edit(document, [{ span: { start: at, end: at }, newText }]);
    };
    const read = (round: number): unknown => lens.analyze(`${source}\n${round}`, reader, options);
    const [fullTimes = [], editTimes = []] = await inTurn([read, type], roundsOf(size), 1);
    full.push([source.length, median(fullTimes)]);
    edit.push([source.length, median(editTimes)]);
  }
  return { full, edit };
}

const points = (each: readonly (readonly [number, number])[]): string =>
  each.map(([size, time]) => `${Math.round(size / 1024)} KB ${milliseconds(time)}`).join(', ');

/** An exponent has no spread of its own: that of the lines without one of the points says how firm it is. */
function slope(all: readonly (readonly [number, number])[]): Measure['ratio'] {
  const without = all.length < 3 ? [] : all.map((_, index) => exponent(all.toSpliced(index, 1)));
  return { ...spread([exponent(all), ...without]), median: exponent(all) };
}

/** The input of those known to be slow for Markdown parsers whose time grows fastest. */
async function worst(counts: readonly number[]): Promise<Measure> {
  const markdown = formatOf('markdown');
  const grown: { name: string; ratio: Measure['ratio']; detail: string }[] = [];
  for (const [name, text] of Object.entries(slowMarkdown)) {
    const times: [number, number][] = [];
    for (const count of counts) {
      const source = text(count);
      const [taken = []] = await inTurn([() => lens.analyze(source, markdown, options)], 3);
      times.push([source.length, median(taken)]);
    }
    grown.push({ name, ratio: slope(times), detail: `${name}: ${points(times)}` });
  }
  const [most] = grown.toSorted((a, b) => b.ratio.median - a.ratio.median);
  if (most === undefined) throw new Error('No input is known to be slow.');
  const { ratio, detail } = most;
  return { name: `the worst of ${grown.length} hostile inputs, Markdown`, ratio, better: 'less', detail };
}

export const growth: Part = {
  id: 'growth',
  title: 'Growth: the exponent of time over size',
  measure: async ({ quick }) => {
    const sizes = quick ? allSizes.slice(1, 5) : allSizes;
    const measures: Measure[] = [];
    for (const format of formats) {
      const { full, edit } = await grow(format, sizes);
      measures.push(
        { name: `${format}, full`, ratio: slope(full), better: 'less', target: 1.05, detail: points(full) },
        { name: `${format}, one edit`, ratio: slope(edit), better: 'less', detail: points(edit) },
      );
    }
    measures.push(await worst(quick ? [1000, 4000] : [1000, 4000, 16_000]));
    return measures;
  },
};
