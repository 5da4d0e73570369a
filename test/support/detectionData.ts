import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Format, formatById, formatByPath, type FormatId } from '../../shared/index.ts';
import { buildPosting } from '../../shared/posting/build.ts';
import { cues } from '../../shared/posting/detection/score.ts';
import { viewOf } from '../../shared/posting/detection/view.ts';
import { taxonomy } from '../../shared/taxonomy/index.ts';
import { type LabelledPosting, shelf } from './shelf.ts';

/** Files of the shelf that hold postings, and the one that holds other documents. */
export const postingFiles = ['postings.dev.jsonl', 'retold.dev.jsonl', 'unrelated.dev.jsonl'] as const;
export const documentFile = 'documents.dev.jsonl';

/** Of what we wrote ourselves: the postings, and the other documents. */
export const writtenFiles = ['postings.parts', 'documents.parts'] as const;

export interface DetectionRow {
  readonly file: string;
  readonly id: string;
  readonly posting: boolean;
  /** Employer or near-duplicate cluster; rows of a group are never on both sides of a fold. */
  readonly group: string;
  /** The repository or page it comes from. */
  readonly source: string;
  readonly name: string;
  readonly text: string;
  readonly format: Format | undefined;
}

type ShelfRow = LabelledPosting & {
  readonly group?: string;
  readonly source: string;
  readonly title?: string;
  readonly path?: string;
};

/** Every row that says whether it is a posting; postings labelled `unclear` are left out. */
export function detectionRows(): DetectionRow[] {
  return [...postingFiles, documentFile].flatMap((file) =>
    (shelf(file) as ShelfRow[])
      .filter(({ label }) => label !== 'unclear')
      .map((row) => ({
        file,
        id: row.id,
        posting: file !== documentFile,
        group: row.group ?? (file === documentFile ? row.source : row.id),
        source: row.source,
        name: row.path ?? row.title ?? '',
        text: row.text,
        format: formatById(row.format as FormatId),
      })),
  );
}

const written = path.resolve(import.meta.dirname, '../fixtures/detection');

/**
 * Short documents that we wrote: postings as sloppy as people send them, and texts about jobs that offer none. The shelf has
 * few of either.
 */
export function writtenRows(): DetectionRow[] {
  return writtenFiles.flatMap((file) =>
    readFileSync(path.join(written, file), 'utf8')
      .split(/^@@@ /m)
      .slice(1)
      .map((part) => {
        const name = part.slice(0, part.indexOf('\n'));
        const id = `${file} ${name}`;
        const text = `${part.slice(name.length).trim()}\n`;
        const posting = file === 'postings.parts';
        return { file, id, posting, group: id, source: id, name, text, format: formatByPath(name) };
      }),
  );
}

/** The cues of a row, in their order; null where it has not the form of a posting. Of several postings the first counts. */
export function cuesOf({ text, format }: DetectionRow): number[] | null {
  if (format === undefined) return null;
  const [read] = format.read(text);
  if (read === undefined) return null;
  const view = viewOf(read, buildPosting(read, format.id, taxonomy.titles));
  return cues.map((cue) => cue.measure(view));
}
