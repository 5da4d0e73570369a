import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../shared/data');

/** The team's data is beside the checkout in CI and at our desks, and nowhere else. */
export const shelfIsHere = existsSync(path.join(folder, 'postings.dev.jsonl'));
if (!shelfIsHere) console.warn('SKIPPED: ../shared/data is not here; tests on real postings do not run.');

export interface LabelledPosting {
  readonly id: string;
  readonly label: string | null;
  readonly format: string;
  readonly titleRole?: string;
  readonly text: string;
}

/** Rows of a file of the shelf. */
export function shelf(file: string): LabelledPosting[] {
  return readFileSync(path.join(folder, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LabelledPosting);
}
