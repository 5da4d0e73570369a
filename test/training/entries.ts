/** Fits how much each responsibility's signals say when a duty of a role is given a name. */
import { taxonomy } from '../../shared/index.ts';
import type { Lens } from '../../shared/judgement/lens.ts';
import type { StatementReading } from '../../shared/judgement/reading.ts';
import type { RoleId } from '../../shared/taxonomy/index.ts';
import { entrySums } from '../../shared/judgement/weights.ts';
import { readingsOf } from './examples.ts';
import { type CorpusPosting, written } from './corpus.ts';
import { entryOfLabel } from './labels.ts';

/** A duty of one role with its label; read once, whatever numbers it is weighed with. */
export interface NamedDuty {
  readonly reading: StatementReading;
  readonly role: RoleId;
  readonly right: string;
}

export function namedDuties(corpus: readonly CorpusPosting[], lens: Lens): NamedDuty[] {
  const [first, second] = taxonomy.roles;
  return corpus.flatMap(({ id, duties }) => {
    const { text, labels } = written(id, duties);
    return readingsOf(text, 'markdown', lens).flatMap((reading) => {
      const { span } = reading.statement;
      const label = labels.find(
        ({ start, end }) => start !== null && end !== null && start <= span.start && span.end <= end,
      );
      const right = entryOfLabel(label?.label ?? '');
      if (right === null) return [];
      return [{ reading, role: (label?.side === 'S' ? first : second).id, right }];
    });
  });
}

/**
 * Multinomial logistic regression with a scale and a bias an entry, by plain gradient descent: smooth, so the same rows
 * give the same numbers. Learned from the corpus of our own alone, so no fold of labelled postings is touched.
 */
export function fitEntries(
  duties: readonly NamedDuty[],
  lens: Lens,
): Readonly<Record<string, readonly [scale: number, bias: number]>> {
  const rows = duties
    .map(({ reading, role, right }) => ({ sums: entrySums(reading, role, lens), right }))
    .filter(({ sums, right }) => sums.has(right));
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
