/**
 * Learns the numbers of the judgement from labelled postings and the corpus, and writes them where the judgement reads
 * them. Deterministic: the same data give the same file.
 * @remarks Run by `npm run train -- ../shared/data`.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readData } from '../evaluation/data.ts';
import { learn, prepare } from './pipeline.ts';

const root = path.resolve(import.meta.dirname, '../..');
const file = path.join(root, 'shared/judgement/numbers.gen.ts');
const folder = process.argv[2] ?? path.resolve(root, '../shared/data');

const data = readData(folder);
if (data === null) {
  console.log(`SKIPPED: ${folder} is not here`);
} else {
  const prepared = prepare(data);
  const numbers = learn(prepared, prepared.labelled);
  const source = [
    '// Learned by `npm run train` from labelled postings. Do not edit.',
    "import type { Numbers } from './numbers.ts';",
    '',
    `export const trained: Numbers | null = ${JSON.stringify(numbers)};`,
    '',
  ].join('\n');
  writeFileSync(file, await format(source, { ...(await resolveConfig(file)), filepath: file }));
  const { labelled, beside, names } = prepared;
  console.log(
    `Learned from ${labelled.length} labelled postings and ${beside.length} others: ${names.signals.length} signals, ${names.cues.length} cues of duties.`,
  );
}
