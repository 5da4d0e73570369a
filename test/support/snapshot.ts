import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import {
  type Analysis,
  createPostingLens,
  type Finding,
  type FormatId,
  formatByPath,
  type JudgedPosting,
  type PostingLens,
} from '../../shared/index.ts';
import { readMarks } from './marks.ts';
import { formatOf } from './postings.ts';
import { samplePair } from './samplePair.ts';
import { shelf } from './shelf.ts';

/** What is kept of an analysis to compare a later one with: everything but numbers as a hash, numbers as they are. */
export interface Snapshot {
  readonly exact: string;
  readonly numbers: readonly number[];
}

/** A document of the corpus. */
export interface Document {
  readonly name: string;
  readonly format: FormatId;
  readonly text: string;
}

const root = path.resolve(import.meta.dirname, '../..');

/** Where what is said of the project's own documents is kept. */
export const ownSnapshotsFile = path.join(root, 'test/fixtures/snapshot.tsv');

/** Numbers may differ by so much: sums that are made in another order do. */
const tolerance = 1e-9;
const rounded = (value: number): number => Number(value.toFixed(10));

function withoutMarks(text: string): string {
  try {
    return readMarks(text).text;
  } catch {
    return text;
  }
}

const ours = ['test/{fixtures,samples}/**', 'shared/rules/*/fixtures/*'];
const pair = ['test/pairs/postings/*'];

/** The project's own documents in the order of their names, without those that fixes make of others. */
function documentsIn(patterns: readonly string[]): Document[] {
  return globSync([...patterns], { cwd: root })
    .filter((name) => !/\.(added|moved|fixed)\.|posting-lens\.json$|schema/.test(name))
    .sort()
    .flatMap((name) => {
      const format = formatByPath(name);
      if (format === undefined) return [];
      return [{ name, format: format.id, text: withoutMarks(readFileSync(path.join(root, name), 'utf8')) }];
    });
}

const said = ({ fixes, ...finding }: Finding): unknown => ({
  ...finding,
  fixes: fixes.map(({ edits, ...fix }) => ({
    ...fix,
    edits: edits.map(({ span, newText }) => [span, newText]),
  })),
});

function statementsOf({ judgement }: JudgedPosting): unknown[] {
  return judgement.statements.map(({ statement, side, entry, signals }, index) => [
    statement.span,
    statement.content.text,
    statement.section,
    statement.form,
    statement.duty,
    side,
    entry,
    judgement.readings[index]?.cues,
    signals.map(({ signal, span }) => [signal.id, span]),
  ]);
}

function exactly(analysis: Analysis): unknown {
  const { isPosting, language, silence, posting, judged, unjudged, suppressions } = analysis;
  return {
    isPosting,
    language,
    silence,
    title: posting?.titles.map(({ place, span, reading }) => [place, span, reading]),
    judged: judged.map((each) => ({
      language: each.language,
      role: each.judgement.verdict.role,
      gates: each.judgement.verdict.gates,
      field: each.judgement.field?.id,
      titles: each.posting.titles.map(({ place, span, reading }) => [place, span, reading]),
      sections: [...each.posting.sections, ...each.posting.copies].map(({ kind, span }) => [kind, span]),
      statements: statementsOf(each),
      evidence: each.judgement.evidence.map(({ statement }) => statement.span),
      findings: each.findings.map(said),
    })),
    unjudged: unjudged.map((each) => [each.isPosting, each.language, each.silence, each.posting.span]),
    suppressions,
  };
}

function numbersOf({ judged }: Analysis): number[] {
  return judged.flatMap(({ judgement: { verdict, score, statements } }) => [
    score,
    verdict.confidence,
    ...Object.values(verdict.shares),
    ...statements.flatMap(({ duty, weight }) => [duty, weight]),
  ]);
}

/** What is said of a document. @param always whether or not it reads as a posting */
export function snapshotOf({ text, format }: Document, lens: PostingLens, always: boolean): Snapshot {
  const analysis = lens.analyze(text, formatOf(format), { always });
  const exact = createHash('sha256')
    .update(JSON.stringify(exactly(analysis)))
    .digest('base64url')
    .slice(0, 16);
  return { exact, numbers: numbersOf(analysis).map(rounded) };
}

/** Each of the project's own documents with what is said of it, by our lens and by that of the sample pair. */
export function ownSnapshots(): Map<string, Snapshot> {
  const take = (patterns: readonly string[], lens: PostingLens): [string, Snapshot][] =>
    documentsIn(patterns).map((document) => [document.name, snapshotOf(document, lens, false)]);
  return new Map([...take(ours, createPostingLens()), ...take(pair, createPostingLens(samplePair))]);
}

/** Labelled postings and documents of all kinds, each as it is; the labelled ones also as the text of a record. */
export function* shelfDocuments(): Generator<Document> {
  const formats: readonly string[] = ['markdown', 'html', 'text'];
  for (const file of ['postings', 'retold', 'documents', 'unrelated'])
    for (const row of shelf(`${file}.dev.jsonl`)) {
      const format = formats.includes(row.format) ? (row.format as FormatId) : 'markdown';
      yield { name: row.id, format, text: row.text };
      if (file !== 'postings' && file !== 'retold') continue;
      const record = JSON.stringify({ title: row.id, company: 'Acme', description: row.text }, null, 2);
      yield { name: `${row.id}.json`, format: 'json', text: record };
      const block = row.text.replace(/\r?\n/g, '\n  ');
      yield { name: `${row.id}.yaml`, format: 'yaml', text: `title: ${row.id}\ntext: |-\n  ${block}\n` };
    }
}

/** A row of a stored snapshot. */
export const written = (name: string, { exact, numbers }: Snapshot): string =>
  `${name}\t${exact}\t${numbers.join(' ')}`;

/** Stored snapshots by the names of documents. */
export function readSnapshots(text: string): Map<string, Snapshot> {
  return new Map(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [name = '', exact = '', numbers = ''] = line.split('\t');
        return [name, { exact, numbers: numbers === '' ? [] : numbers.split(' ').map(Number) }];
      }),
  );
}

/** How two states differ, in a few words; null where they are the same. */
export function differs(before: Snapshot, now: Snapshot): string | null {
  if (before.exact !== now.exact) return 'says something else';
  if (before.numbers.length !== now.numbers.length) return 'has another number of numbers';
  const most = Math.max(
    0,
    ...before.numbers.map((value, index) => Math.abs(value - (now.numbers[index] ?? NaN))),
  );
  return most <= tolerance ? null : `has numbers that differ by ${most}`;
}
