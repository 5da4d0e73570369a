/** Simpler ways of judging, measured beside ours: the title alone, and the seed lexicon. */
import { readFileSync } from 'node:fs';
import type { LabelledPosting } from './data.ts';
import { type Class, confusionOf, classes, macroF1, scored } from './metrics.ts';

/** The answer for each row, by its place. */
export type Answers = readonly Class[];

export function titleAlone(rows: readonly LabelledPosting[]): Answers {
  return rows.map(({ titleRole }) => (titleRole === 'other' ? 'neither' : titleRole));
}

interface Line {
  readonly side: string;
  readonly weight: number;
  readonly pattern: RegExp;
}
export interface Lexicon {
  readonly masks: readonly RegExp[];
  readonly lines: readonly Line[];
}

/** @param file tab separated: id, side, weight, family, pattern, note; the first line names the columns */
export function readLexicon(file: string): Lexicon {
  const rows = readFileSync(file, 'utf8').split('\n').slice(1).filter(Boolean);
  const lines = rows.map((row): Line & { id: string } => {
    const [id = '', side = '', weight = '0', , pattern = ''] = row.split('\t');
    return { id, side, weight: Number(weight), pattern: new RegExp(pattern, 'gi') };
  });
  return {
    masks: lines.filter((line) => line.id.startsWith('NEG')).map((line) => line.pattern),
    lines: lines.filter((line) => line.side === 'S' || line.side === 'C'),
  };
}

/** The weight of all lines of a side that occur in the text, however often. */
function weigh(text: string, { masks, lines }: Lexicon): { social: number; community: number } {
  const open = masks.reduce((left, mask) => left.replace(mask, ' '), text);
  const side = (name: string): number =>
    lines
      .filter((line) => line.side === name && open.search(line.pattern) >= 0)
      .reduce((sum, line) => sum + line.weight, 0);
  return { social: side('S'), community: side('C') };
}

export interface Thresholds {
  /** A role is claimed from this weight on, */
  readonly role: number;
  /** with this many times the other's; */
  readonly times: number;
  /** else both, where each has this weight. */
  readonly both: number;
}

/** Six weights, six ratios, four weights for both: 144 settings. */
const settings: readonly Thresholds[] = [4, 6, 8, 10, 13, 16].flatMap((role) =>
  [1, 1.25, 1.5, 2, 2.5, 3].flatMap((times) => [6, 10, 14, 18].map((both) => ({ role, times, both }))),
);

function decide({ social, community }: { social: number; community: number }, at: Thresholds): Class {
  const [high, low] = social >= community ? [social, community] : [community, social];
  if (high >= at.role && high > at.times * low) return social >= community ? 'social' : 'community';
  return low >= at.both ? 'both' : 'neither';
}

/** The lexicon with the setting that does best on these very rows: kinder to it than to us. */
export function seedLexicon(
  rows: readonly LabelledPosting[],
  truths: readonly Class[],
  lexicon: Lexicon,
): { readonly answers: Answers; readonly best: Thresholds; readonly tried: number } {
  const weights = rows.map((row) => weigh(row.text, lexicon));
  const tries = settings.map((best) => {
    const answers = weights.map((weight) => decide(weight, best));
    const pairs = truths.map((truth, index) => ({ truth, answer: answers[index] ?? 'neither' }));
    return { answers, best, f1: macroF1(confusionOf(pairs, classes), scored) };
  });
  const winner = tries.reduce((a, b) => (b.f1 > a.f1 ? b : a));
  return { answers: winner.answers, best: winner.best, tried: tries.length };
}
