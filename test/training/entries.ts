/** Fits how much each responsibility's signals say when a duty of a role is given a name. */
import { taxonomy } from '../../shared/index.ts';
import type { Lens } from '../../shared/judgement/lens.ts';
import { withNumbers } from '../../shared/judgement/lens.ts';
import type { Numbers } from '../../shared/judgement/numbers.ts';
import { entrySums } from '../../shared/judgement/statement.ts';
import { readingsOf } from './examples.ts';
import { type CorpusPosting, written } from './corpus.ts';
import { entryOfLabel } from './labels.ts';

interface Row {
  readonly sums: ReadonlyMap<string, number>;
  readonly right: string;
}

function rowsOf(corpus: readonly CorpusPosting[], lens: Lens): Row[] {
  const rows: Row[] = [];
  for (const { id, duties } of corpus) {
    const { text, labels } = written(id, duties);
    for (const reading of readingsOf(text, 'markdown', lens)) {
      const { span } = reading.statement;
      const label = labels.find(
        ({ start, end }) => start !== null && end !== null && start <= span.start && span.end <= end,
      );
      const right = entryOfLabel(label?.label ?? '');
      const role =
        label?.side === 'S' ? taxonomy.roles[0].id : label?.side === 'C' ? taxonomy.roles[1].id : null;
      if (right === null || role === null) continue;
      const sums = entrySums(reading, role, lens);
      if (sums.has(right)) rows.push({ sums, right });
    }
  }
  return rows;
}

/**
 * Multinomial logistic regression with a scale and a bias an entry, by plain gradient descent: smooth, so the same rows
 * give the same numbers. Learned from the corpus of our own alone, so no fold of labelled postings is touched.
 */
export function fitEntries(
  corpus: readonly CorpusPosting[],
  lens: Lens,
  numbers: Numbers,
): Readonly<Record<string, readonly [scale: number, bias: number]>> {
  const rows = rowsOf(corpus, withNumbers(lens, numbers));
  const entries = [...new Set(rows.flatMap(({ sums }) => [...sums.keys()]))].sort();
  const at = new Map(entries.map((entry) => [entry, { scale: 1, bias: 0 }]));
  for (let step = 0; step < 300; step++) {
    const slopes = new Map(entries.map((entry) => [entry, { scale: 0, bias: 0 }]));
    for (const { sums, right } of rows) {
      const odds = [...sums].map(([entry, sum]) => {
        const { scale, bias } = at.get(entry) ?? { scale: 1, bias: 0 };
        return Math.exp(scale * sum + bias);
      });
      const all = odds.reduce((total, each) => total + each, 0);
      [...sums].forEach(([entry, sum], index) => {
        const slope = (odds[index] ?? 0) / all - (entry === right ? 1 : 0);
        const mine = slopes.get(entry);
        if (mine === undefined) return;
        mine.scale += slope * sum;
        mine.bias += slope;
      });
    }
    for (const [entry, slope] of slopes) {
      const mine = at.get(entry);
      if (mine === undefined) continue;
      mine.scale = Math.max(0.05, mine.scale - 0.5 * (slope.scale / rows.length + 0.002 * (mine.scale - 1)));
      mine.bias -= 0.5 * (slope.bias / rows.length + 0.002 * mine.bias);
    }
  }
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return Object.fromEntries(
    [...at].map(([entry, { scale, bias }]) => [entry, [round(scale), round(bias)] as const]),
  );
}
