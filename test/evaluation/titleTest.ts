/** Whether wrong titles are noticed and right ones left alone: by titles put in, and by the titles postings came with. */
import { taxonomy } from '../../shared/index.ts';
import type { LabelledPosting } from './data.ts';
import { answerOf, type Judge, type JudgedRow, type Source } from './judge.ts';

/** A posting where the finding was not as it should be, and what was said of it. */
export interface Failure {
  readonly id: string;
  readonly label: string | null;
  readonly title: string;
  readonly said: string;
}

export interface TitleResult {
  /** Postings of one role under its own plain title: the finding is wrong. */
  readonly own: { readonly read: number; readonly wrong: readonly Failure[] };
  /** The same under the other's: the finding must come. */
  readonly other: { readonly read: number; readonly found: number; readonly missed: readonly Failure[] };
  /** Postings of neither, both or unclear, under either plain title: the finding is wrong. */
  readonly never: { readonly read: number; readonly wrong: readonly Failure[] };
  /** As they came: `title-mismatch` is right exactly where the title names one role and the label is the other. */
  readonly natural: {
    readonly read: number;
    readonly found: readonly Failure[];
    readonly missed: readonly Failure[];
    /** Right titles blamed. */
    readonly wrong: readonly Failure[];
  };
}

const [first, second] = taxonomy.roles;
const plain = { social: first.title, community: second.title } as const;
const other = { social: 'community', community: 'social' } as const;
type RoleLabel = keyof typeof plain;
const isRole = (label: string | null): label is RoleLabel => label === 'social' || label === 'community';

/** The posting under another title, in every place that holds the title; handed over from outside where none does. */
export function retitled(row: LabelledPosting, title: string): Source {
  const spans = [...row.titleSpans].sort(([a], [b]) => b - a);
  const text = spans.reduce(
    (before, [start, end]) => before.slice(0, start) + title + before.slice(end),
    row.text,
  );
  return { group: row.group, format: row.format, text, title: spans.length === 0 ? title : undefined };
}

const failure = (row: LabelledPosting, title: string, said: string): Failure => ({
  id: row.id,
  label: row.label,
  title,
  said,
});

/** Rows whose readers did not agree on a label take no part. */
export function titleTest(rows: readonly JudgedRow[], judge: Judge): TitleResult {
  const own = { read: 0, wrong: [] as Failure[] };
  const swapped = { read: 0, found: 0, missed: [] as Failure[] };
  const never = { read: 0, wrong: [] as Failure[] };
  for (const { row } of rows) {
    const read = (title: string): { mismatch: boolean; failure: Failure } => {
      const { mismatch, said } = answerOf(judge(retitled(row, title)));
      return { mismatch, failure: failure(row, title, said) };
    };
    if (isRole(row.label)) {
      const right = read(plain[row.label]);
      own.read += 1;
      if (right.mismatch) own.wrong.push(right.failure);
      const wrong = read(plain[other[row.label]]);
      swapped.read += 1;
      if (wrong.mismatch) swapped.found += 1;
      else swapped.missed.push(wrong.failure);
    } else if (row.label !== null) {
      for (const title of Object.values(plain)) {
        const reading = read(title);
        never.read += 1;
        if (reading.mismatch) never.wrong.push(reading.failure);
      }
    }
  }
  return { own, other: swapped, never, natural: natural(rows) };
}

function natural(rows: readonly JudgedRow[]): TitleResult['natural'] {
  const result = { read: 0, found: [] as Failure[], missed: [] as Failure[], wrong: [] as Failure[] };
  for (const { row, answer } of rows) {
    if (row.label === null) continue;
    result.read += 1;
    const mislabelled = isRole(row.label) && row.titleRole === other[row.label];
    if (!mislabelled && !answer.mismatch) continue;
    const list = mislabelled ? (answer.mismatch ? result.found : result.missed) : result.wrong;
    list.push(failure(row, row.title, answer.said));
  }
  return result;
}
