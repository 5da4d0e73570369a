import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatById } from '../../shared/index.ts';
import { buildPosting } from '../../shared/posting/build.ts';
import { taxonomy } from '../../shared/taxonomy/index.ts';

export interface Passage {
  readonly id: string;
  /** What a reader says it is written in. */
  readonly language: string;
  readonly text: string;
}

/** Short postings of our own in many languages. */
export function passages(): Passage[] {
  return readFileSync(path.resolve(import.meta.dirname, '../fixtures/languages/passages.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Passage);
}

/** The sentences of a posting as the analysis reads them; a format that is not read yet as text without its tags. */
export function sentencesOf(text: string, format: string): string[] {
  const reader = formatById(format === 'markdown' ? 'markdown' : 'text');
  if (reader === undefined) throw new Error('The format is not read.');
  const bare =
    format === 'html' ? text.replace(/<(script|style)[^]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, '\n') : text;
  return reader
    .read(bare)
    .flatMap((read) => buildPosting(read, reader.id, taxonomy.titles).statements)
    .map((statement) => statement.content.text);
}
