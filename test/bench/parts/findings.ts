/** From source text to findings over real postings, beside parsing alone, splitting into words, and other checkers. */
import { GFM, parser } from '@lezer/markdown';
import { createPostingLens, formatById } from '../../../shared/index.ts';
import { fixtures } from '../../support/fixtures.ts';
import { readMarks } from '../../support/marks.ts';
import { shelf, shelfIsHere } from '../../support/shelf.ts';
import { inTurn, type Measure, median, milliseconds, type Part, ratios } from '../measure.ts';
import { loadPeers } from '../peers/load.ts';

/** How many times as fast we mean to be. */
const targets: Readonly<Record<string, number>> = { 'write-good': 4, alex: 50, 'harper.js': 25 };

/** Postings in Markdown: real ones, else our own. */
function postings(): string[] {
  if (!shelfIsHere)
    return fixtures.filter(({ format }) => format === 'markdown').map(({ marked }) => readMarks(marked).text);
  return shelf('postings.dev.jsonl')
    .filter(({ format }) => format === 'markdown')
    .map(({ text }) => text);
}

export const findings: Part = {
  id: 'findings',
  title: 'Source text to findings, Markdown',
  measure: async ({ quick }) => {
    const lens = createPostingLens();
    const markdown = formatById('markdown');
    if (markdown === undefined) throw new Error('Markdown is not read.');
    const all = postings();
    // Every fourth: the slowest peer takes seconds for them.
    const texts = all.filter((_, index) => index % 4 === 0);
    const letters = texts.join('').length;
    const alone = parser.configure(GFM);
    const peers = quick ? null : await loadPeers();
    let seen = 0;
    const tasks = [
      { name: 'Posting Lens', check: (text: string) => lens.analyze(text, markdown) },
      { name: '@lezer/markdown alone', check: (text: string) => alone.parse(text) },
      { name: 'splitting into words', check: (text: string) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u) },
      ...(peers ?? []),
    ];
    const times = await inTurn(
      tasks.map(({ check }) => async (round) => {
        // A text that was never seen: nobody may remember the answer.
        for (const text of texts) await check(`${text}\nRound ${round} of ${(seen += 1)}.\n`);
      }),
      quick ? 9 : 5,
      2,
    );
    const ours = times[0] ?? [];
    const speed = (taken: readonly number[]): string =>
      `${(letters / 1000 / median(taken)).toPrecision(2)} MB/s, ${milliseconds(median(taken) / texts.length)} a posting`;
    return tasks.slice(1).map(({ name }, index): Measure => {
      const base = times[index + 1] ?? [];
      const isPeer = index >= 2;
      const target = isPeer ? targets[name] : name.startsWith('@lezer') ? 2 : undefined;
      return {
        name: isPeer ? `times as fast as ${name}` : `times as long as ${name}`,
        ratio: isPeer ? ratios(base, ours) : ratios(ours, base),
        better: isPeer ? 'more' : 'less',
        ...(target === undefined ? {} : { target }),
        detail: `${speed(ours)}; ${speed(base)}`,
      };
    });
  },
};
