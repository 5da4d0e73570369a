/**
 * Measures the judgement on labelled postings. See README.md beside this file.
 * @remarks Run by `npm run evaluate -- ../shared/data`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createPostingLens } from '../../shared/index.ts';
import { lensesByFold } from '../training/crossValidate.ts';
import { readLexicon } from './baselines.ts';
import { readData } from './data.ts';
import { judgeBy, type JudgeFor } from './judge.ts';
import { reliabilityPlot } from './plot.ts';
import { report } from './report.ts';
import { evaluate } from './results.ts';
import { compare, type ScoreTable, scoreTable } from './scores.ts';

const root = path.resolve(import.meta.dirname, '../..');
const lexiconFile = path.resolve(root, '../shared/reference/lexicon-seed.tsv');
const scoresFile = path.join(import.meta.dirname, 'scores.json');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    out: { type: 'string', default: path.join(root, 'dist/evaluation') },
    against: { type: 'string' },
    'write-scores': { type: 'boolean', default: false },
    'cross-validate': { type: 'boolean', default: false },
    without: { type: 'string', default: '0' },
  },
});

/** Says on standard error what got worse than the table; then the run has failed. */
function compareWith(file: string, scores: ScoreTable): void {
  const { worse, notes } = compare(JSON.parse(readFileSync(file, 'utf8')) as ScoreTable, scores);
  for (const note of notes) console.error(`Not compared: ${note}.`);
  for (const line of worse) console.error(`WORSE: ${line}`);
  if (worse.length > 0) process.exitCode = 1;
  else console.error(`Nothing is worse than in ${file}.`);
}

function shipped(): JudgeFor {
  const lens = createPostingLens();
  return () => lens;
}

function main(): void {
  const folder = positionals[0] ?? path.resolve(root, '../shared/data');
  const data = readData(folder);
  if (data === null) {
    console.log(`SKIPPED: ${folder} is not here`);
    return;
  }
  const lexicon = existsSync(lexiconFile) ? readLexicon(lexiconFile) : null;
  if (lexicon === null) console.error(`SKIPPED: ${lexiconFile} is not here; no seed lexicon beside ours.`);
  const judge = judgeBy(values['cross-validate'] ? lensesByFold(data, Number(values.without)) : shipped());
  const results = evaluate(data, judge, lexicon);
  const scores = scoreTable(results);

  mkdirSync(values.out, { recursive: true });
  const plot = path.join(values.out, 'reliability.svg');
  writeFileSync(plot, reliabilityPlot(results.sets));

  if (values.json) console.log(JSON.stringify({ ...results, scores, plot }, null, 2));
  else console.log(`${report(results)}\nReliability plot: ${plot}`);

  if (values.against !== undefined) compareWith(values.against, scores);
  if (values['write-scores']) writeFileSync(scoresFile, `${JSON.stringify(scores, null, 2)}\n`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
