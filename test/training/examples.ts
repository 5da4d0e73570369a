/** Labelled postings as the trainer sees them: what was read, as indexes into the parameters. */
import { type Format, formatById, taxonomy } from '../../shared/index.ts';
import type { Lens } from '../../shared/judgement/lens.ts';
import { readPosting, type StatementReading } from '../../shared/judgement/reading.ts';
import { sideIndex } from '../../shared/judgement/weights.ts';
import { buildPosting } from '../../shared/posting/build.ts';
import type { Data, LabelledPosting, LabelledStatement } from '../evaluation/data.ts';
import { sharingMost } from '../support/overlap.ts';
import { type CorpusPosting, written } from './corpus.ts';

/** Whose work a duty is: first role, second role, both alike, another job's. */
export type SideLabel = 0 | 1 | 2 | 3;

export interface StatementExample {
  readonly cues: readonly number[];
  readonly clauses: number;
  readonly signals: readonly (readonly [signal: number, side: SideLabel, clause: number])[];
  /** What both readers say, where they were asked and agree: no duty, or whose work. */
  readonly label: 'none' | SideLabel | null;
}

export interface PostingExample {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** The readers' shares of first role, second role, neither. */
  readonly target: readonly [number, number, number];
  readonly weight: number;
  readonly statements: readonly StatementExample[];
}

export interface Names {
  readonly signals: readonly string[];
  readonly cues: readonly string[];
}

const sideOfLabel: Readonly<Record<string, SideLabel>> = { S: 0, C: 1, shared: 2 };

/** @throws where the format is not read */
export function readingsOf(text: string, id: string, lens: Lens): StatementReading[] {
  const format = formatById(id as Format['id']);
  if (format === undefined) throw new Error(`${id} is not read.`);
  return format
    .read(text)
    .flatMap((read) => readPosting(buildPosting(read, format.id, lens.taxonomy.titles), lens));
}

const isRead = (id: string): boolean => formatById(id as Format['id']) !== undefined;

function labelAt(
  reading: StatementReading,
  labelled: readonly LabelledStatement[],
): StatementExample['label'] {
  const placed = ({ start, end }: LabelledStatement) =>
    start === null || end === null ? null : { start, end };
  const best = sharingMost(labelled, placed, reading.statement.span);
  if (best?.label == null) return null;
  if (best.label === 'none') return 'none';
  return sideOfLabel[best.label.split('.')[0] ?? ''] ?? 3;
}

/** Reads all labelled postings and those of other jobs; collects the names of all parameters on the way. */
export class Examples {
  readonly #lens: Lens;
  readonly #signals = new Map<string, number>();
  readonly #cues = new Map<string, number>();

  constructor(lens: Lens) {
    this.#lens = lens;
    for (const { id } of taxonomy.signals) this.#signals.set(id, this.#signals.size);
  }

  get names(): Names {
    return { signals: [...this.#signals.keys()], cues: [...this.#cues.keys()] };
  }

  labelled(rows: readonly LabelledPosting[], data: Data, weight = 1): PostingExample[] {
    const byPosting = Map.groupBy(data.statements, ({ id }) => id.split('.')[0] ?? '');
    return rows.flatMap((row) => {
      if (row.label === null || row.label === 'unclear' || !isRead(row.format)) return [];
      const readings = readingsOf(row.text, row.format, this.#lens);
      const [a, b] = [row.social / 100, row.community / 100];
      return [
        {
          id: row.id,
          group: row.group,
          label: row.label,
          target: [a, b, Math.max(0, 1 - a - b)] as const,
          weight,
          statements: this.#statements(readings, byPosting.get(row.id) ?? []),
        },
      ];
    });
  }

  /** The corpus of our own: every duty labelled, so the shares are counted. */
  corpus(rows: readonly CorpusPosting[], weight: number): PostingExample[] {
    return rows.map(({ id, label, duties }) => {
      const { text, labels } = written(id, duties);
      const count = (test: (label: string) => boolean): number =>
        duties.filter((duty) => test(duty.label)).length;
      const whole = duties.length - count((each) => each === 'shared') / 2;
      const [a, b] = [
        count((each) => each.startsWith('S')) / whole,
        count((each) => each.startsWith('C')) / whole,
      ];
      return {
        id,
        group: id,
        label,
        target: [a, b, 1 - a - b] as const,
        weight,
        statements: this.#statements(readingsOf(text, 'markdown', this.#lens), labels),
      };
    });
  }

  /** Postings of other jobs: no share of either role, by all we know. */
  unrelated(data: Data, weight: number): PostingExample[] {
    return data.unrelated.flatMap((row) => {
      if (!isRead(row.format)) return [];
      const statements = this.#statements(readingsOf(row.text, row.format, this.#lens), []);
      const target = [0.005, 0.005, 0.99] as const;
      return [{ id: row.id, group: `unrelated ${row.id}`, label: 'unrelated', target, weight, statements }];
    });
  }

  #statements(
    readings: readonly StatementReading[],
    labelled: readonly LabelledStatement[],
  ): StatementExample[] {
    return readings.map((reading) => ({
      cues: reading.cues.map((cue) => this.#cue(cue)),
      clauses: reading.clauses,
      signals: reading.signals.map(({ signal, clause }) => [
        this.#signals.get(signal.id) ?? 0,
        sideIndex(signal, this.#lens),
        clause,
      ]),
      label: labelAt(reading, labelled),
    }));
  }

  #cue(name: string): number {
    const known = this.#cues.get(name);
    if (known !== undefined) return known;
    this.#cues.set(name, this.#cues.size);
    return this.#cues.size - 1;
  }
}
