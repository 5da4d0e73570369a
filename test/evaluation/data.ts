/** Reads a folder of labelled postings in the format of the shelf: any of the files, in any number of halves. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Label = 'social' | 'community' | 'both' | 'neither' | 'unclear';

export interface LabelledPosting {
  readonly id: string;
  /** Employer and near-duplicates: what must stay together in folds and resamples. */
  readonly group: string;
  /** Null where the readers differ. */
  readonly label: Label | null;
  /** Share of the duties, 0 to 100, mean of the readers. */
  readonly social: number;
  readonly community: number;
  readonly format: string;
  readonly title: string;
  /** What the title alone names. */
  readonly titleRole: 'social' | 'community' | 'both' | 'other';
  /** Where the title stands in `text`, UTF-16 offsets; empty where it does not. */
  readonly titleSpans: readonly (readonly [number, number])[];
  readonly text: string;
}

export interface LabelledStatement {
  /** The posting's id, a dot, a number. */
  readonly id: string;
  /** What both readers say, else null. */
  readonly label: string | null;
  readonly labels: readonly string[];
  readonly side: 'S' | 'C' | 'none' | null;
  /** In the posting's text; null where the statement does not stand there as it is. */
  readonly start: number | null;
  readonly end: number | null;
}

/** A real document without a label: a posting of another job, or no posting at all. */
export interface Unlabelled {
  readonly id: string;
  readonly format: string;
  readonly title?: string;
  readonly path?: string;
  readonly text: string;
}

export interface Data {
  readonly folder: string;
  /** The files read for each stem, without endings: "postings.dev", or "postings.a+b" of two halves. */
  readonly names: Readonly<Record<Stem, string>>;
  readonly postings: readonly LabelledPosting[];
  readonly retold: readonly LabelledPosting[];
  readonly statements: readonly LabelledStatement[];
  readonly unrelated: readonly Unlabelled[];
  readonly documents: readonly Unlabelled[];
}

export const stems = ['postings', 'retold', 'statements', 'unrelated', 'documents'] as const;
export type Stem = (typeof stems)[number];

function readRows(file: string): unknown[] {
  const rows: unknown[] = [];
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      rows.push(JSON.parse(line));
    } catch (error) {
      throw new Error(`${file}:${index + 1}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
  return rows;
}

/**
 * @returns everything the folder holds, or null where there is no such folder
 * @throws where a line is no JSON, naming it, and where the folder holds none of the files
 */
export function readData(folder: string): Data | null {
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder).sort();
  const halves = (stem: Stem): string[] =>
    files.flatMap((file) => new RegExp(`^${stem}\\.(.+)\\.jsonl$`).exec(file)?.[1] ?? []);
  const rows = (stem: Stem): unknown[] =>
    halves(stem).flatMap((half) => readRows(path.join(folder, `${stem}.${half}.jsonl`)));
  if (stems.every((stem) => halves(stem).length === 0))
    throw new Error(`${folder} holds none of ${stems.map((stem) => `${stem}.*.jsonl`).join(', ')}`);
  const name = (stem: Stem): string => `${stem}.${halves(stem).join('+')}`;
  return {
    folder,
    names: {
      postings: name('postings'),
      retold: name('retold'),
      statements: name('statements'),
      unrelated: name('unrelated'),
      documents: name('documents'),
    },
    postings: rows('postings') as LabelledPosting[],
    retold: rows('retold') as LabelledPosting[],
    statements: rows('statements') as LabelledStatement[],
    unrelated: rows('unrelated') as Unlabelled[],
    documents: rows('documents') as Unlabelled[],
  };
}
