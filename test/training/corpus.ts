/** The corpus of our own: duties of made-up postings, each labelled. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LabelledStatement } from '../evaluation/data.ts';

export interface CorpusDuty {
  readonly label: string;
  readonly text: string;
}

export interface CorpusPosting {
  readonly id: string;
  readonly title: string;
  /** The file it stands in. */
  readonly label: string;
  readonly duties: readonly CorpusDuty[];
}

const folder = path.join(import.meta.dirname, 'corpus');

/** Reads `corpus/*.tsv`: posting number, title, label, duty. */
export function readCorpus(): CorpusPosting[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .flatMap((file) => {
      const label = path.basename(file, '.tsv');
      const postings = new Map<string, { title: string; duties: CorpusDuty[] }>();
      for (const line of readFileSync(path.join(folder, file), 'utf8').split('\n')) {
        const [number, title, mark, text] = line.split('\t');
        if (number === undefined || title === undefined || mark === undefined || text === undefined) continue;
        const posting = postings.get(number) ?? { title, duties: [] };
        posting.duties.push({ label: mark, text });
        postings.set(number, posting);
      }
      return [...postings].map(([number, { title, duties }]) => ({
        id: `${label} ${number}`,
        title,
        label,
        duties,
      }));
    });
}

/** A posting of the corpus as a document, with its duties as labelled statements of it. */
export function written(
  id: string,
  duties: readonly CorpusDuty[],
): { readonly text: string; readonly labels: readonly LabelledStatement[] } {
  let text = '## Responsibilities\n\n';
  const labels = duties.map(({ label, text: duty }, index): LabelledStatement => {
    const start = text.length + 2;
    text += `- ${duty}\n`;
    const side = label.startsWith('S.') ? 'S' : label.startsWith('C.') ? 'C' : 'none';
    return { id: `${id}.${index}`, label, labels: [label], side, start, end: start + duty.length };
  });
  return { text, labels };
}
