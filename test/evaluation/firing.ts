/**
 * How often each rule fires on real postings and other documents. See README.md beside this file.
 * @remarks Run by `npm run evaluate:rules -- ../shared/data [--sample RULE] [--seed N] [--list RULE]`.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  createPostingLens,
  type Finding,
  type JudgedPosting,
  overlaps,
  rules,
  severities,
} from '../../shared/index.ts';
import { type Data, readData } from './data.ts';
import { type Judge, judgeBy, type Source, untouched } from './judge.ts';
import { randomNumbers, seed as usualSeed } from './random.ts';
import { table } from './report.ts';

/** What is counted together: the postings of a file that share a label, or all of a file without labels. */
interface Group {
  readonly file: string;
  readonly label: string;
  readonly rows: readonly (Source & { readonly id: string })[];
}

/** A finding with what a person needs to say whether it is right. */
interface Fired {
  readonly id: string;
  readonly group: Group;
  readonly source: string;
  readonly judged: JudgedPosting;
  readonly finding: Finding;
}

interface Firing extends Group {
  /** In how many documents each rule found something. */
  readonly byRule: ReadonlyMap<string, number>;
  /** Documents with a finding of information level or above, findings of rules that silence others aside. */
  readonly loud: readonly string[];
  readonly fired: readonly Fired[];
  /** Of one posting. */
  readonly most: { readonly count: number; readonly id: string };
}

function groupsOf({ postings, retold, unrelated, documents, names }: Data): Group[] {
  const labelled = [
    { file: names.postings, rows: postings },
    { file: names.retold, rows: retold },
  ].flatMap(({ file, rows }) =>
    [...Map.groupBy(rows, ({ label }) => label ?? 'not agreed')]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([label, same]) => ({
        file,
        label,
        rows: same.map((row) => ({ ...untouched(row), id: row.id })),
      })),
  );
  const others = [
    { file: names.unrelated, rows: unrelated },
    { file: names.documents, rows: documents },
  ].map(({ file, rows }) => ({
    file,
    label: 'all',
    rows: rows.map(({ id, format, text, title }) => ({ id, group: id, format, text, title })),
  }));
  return [...labelled, ...others].filter(({ rows }) => rows.length > 0);
}

const silencing = new Set(
  rules.flatMap((rule) => (rule.about === 'posting' && rule.silencesOthers ? [rule.id] : [])),
);
const isLoud = ({ rule, severity }: Finding): boolean =>
  !silencing.has(rule) && severities.indexOf(severity) <= severities.indexOf('information');

function firingOf(group: Group, judge: Judge): Firing {
  const byRule = new Map<string, number>();
  const loud: string[] = [];
  const fired: Fired[] = [];
  let most = { count: 0, id: '' };
  for (const row of group.rows) {
    const { judged: all } = judge(row);
    const findings = all.flatMap((judged) => judged.findings);
    for (const rule of new Set(findings.map((finding) => finding.rule)))
      byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
    if (findings.some(isLoud)) loud.push(row.id);
    for (const judged of all) {
      if (judged.findings.length > most.count) most = { count: judged.findings.length, id: row.id };
      for (const finding of judged.findings)
        fired.push({ id: row.id, group, source: row.text, judged, finding });
    }
  }
  return { ...group, byRule, loud, fired, most };
}

/** A table a file: rules below each other, labels side by side. */
function tablesOf(all: readonly Firing[]): string[] {
  return [...Map.groupBy(all, ({ file }) => file)].flatMap(([file, groups]) => [
    `${file}: documents with a finding`,
    ...table([
      ['', ...groups.map(({ label, rows }) => `${label} (${rows.length})`)],
      ...rules.map(({ id }) => [id, ...groups.map(({ byRule }) => String(byRule.get(id) ?? 0))]),
      [
        'any of information or above',
        ...groups.map(
          ({ loud, rows }) => `${loud.length} (${((100 * loud.length) / rows.length).toFixed(1)} %)`,
        ),
      ],
      ['most findings on one posting', ...groups.map(({ most }) => `${most.count} ${most.id}`.trim())],
    ]),
    '',
  ]);
}

/** So many of a list, each as likely as the others, in the list's order. */
function drawn<T>(list: readonly T[], count: number, seed: number): T[] {
  const random = randomNumbers(seed);
  const ranked = list.map((_, index) => ({ index, rank: random() })).sort((a, b) => a.rank - b.rank);
  const chosen = new Set(ranked.slice(0, count).map(({ index }) => index));
  return list.filter((_, index) => chosen.has(index));
}

const oneLine = (text: string, most: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most)} …`;
};

function describe({ id, group, source, judged, finding }: Fired): string[] {
  const { posting, judgement } = judged;
  const { role, confidence, shares } = judgement.verdict;
  const textAt = (span: Finding['span']): string => source.slice(span.start, span.end);
  const statement = posting.statements.find(({ span }) => overlaps(span, finding.span));
  const parts = Object.entries(shares).map(([name, share]) => `${name} ${share.toFixed(2)}`);
  return [
    `${id}  ${group.file} ${group.label}  “${oneLine(posting.title?.content.text ?? '', 90)}”: ${role} ${confidence.toFixed(2)} (${parts.join(', ')})`,
    `  marks  ${oneLine(textAt(finding.span), 160)}`,
    ...(statement === undefined
      ? []
      : [`  in     [${statement.section}] ${oneLine(statement.content.text, 400)}`]),
    `  says   ${finding.message}`,
    ...finding.related.map(
      ({ span, message }) => `  with   ${oneLine(textAt(span), 160)}  <- ${oneLine(message, 60)}`,
    ),
    ...finding.fixes.map(({ title }) => `  fix    ${title}`),
    '',
  ];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    list: { type: 'string' },
    seed: { type: 'string', default: String(usualSeed) },
  },
});

function main(): void {
  const folder = positionals[0] ?? path.resolve(import.meta.dirname, '../../../shared/data');
  const asked = values.sample ?? values.list;
  if (asked !== undefined && !rules.some(({ id }) => id === asked))
    throw new Error(`There is no rule ${asked}.`);
  const data = readData(folder);
  if (data === null) {
    console.log(`SKIPPED: ${folder} is not here`);
    return;
  }
  const lens = createPostingLens();
  const judge = judgeBy(() => lens);
  const groups = groupsOf(data).map((group) => firingOf(group, judge));
  if (asked === undefined) {
    console.log(tablesOf(groups).join('\n'));
    return;
  }
  const fired = groups.flatMap((group) => group.fired).filter(({ finding }) => finding.rule === asked);
  const shown = values.list === undefined ? drawn(fired, 10, Number(values.seed)) : fired;
  console.log(`${shown.length} of ${fired.length} findings of ${asked}\n`);
  console.log(shown.flatMap(describe).join('\n'));
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
