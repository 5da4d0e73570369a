/** The results in plain text, for reading in a terminal. */
import type { AlarmResult } from './alarms.ts';
import type { Calibration } from './calibration.ts';
import { classes, type Confusion, type Interval, scored } from './metrics.ts';
import type { Measured, Results, SetResult } from './results.ts';
import { sides, type StatementResult } from './statements.ts';
import type { Failure, TitleResult } from './titleTest.ts';

const number = (value: number, digits = 2): string => (Number.isNaN(value) ? '-' : value.toFixed(digits));
const percent = (value: number): string => (Number.isNaN(value) ? '-' : `${(value * 100).toFixed(1)} %`);
const between = (interval: Interval | undefined): string =>
  interval === undefined ? '' : `${number(interval[0])}-${number(interval[1])}`;

/** Columns as wide as their widest cell; numbers and words alike to the right, the first to the left. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  const pad = (cell: string, at: number): string =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  return rows.map((row) => `  ${row.map(pad).join('  ').trimEnd()}`);
}

function confusionTable<C extends string>(confusion: Confusion<C>, names: readonly C[]): string[] {
  return table([
    ['label \\ answer', ...names],
    ...names.map((truth) => [truth, ...names.map((answer) => String(confusion[truth][answer]))]),
  ]);
}

function scoreTable(measured: Measured): string[] {
  const { intervals } = measured;
  const cell = (value: number, name: string): string => `${number(value)} (${between(intervals[name])})`;
  const rows = classes.map((name) => {
    const { precision, recall, f1, support } = measured.classes[name];
    return [
      name,
      cell(precision, `${name}.precision`),
      cell(recall, `${name}.recall`),
      cell(f1, `${name}.f1`),
      String(support),
    ];
  });
  return table([['', 'precision', 'recall', 'F1', 'labelled'], ...rows]);
}

function besides(set: SetResult): string[] {
  const rows = [set.ours, ...set.baselines].map((way) => [
    way.name,
    ...classes.map((name) => number(way.classes[name].f1)),
    `${number(way.macroF1, 3)} (${between(way.intervals['macroF1'])})`,
    number(way.kappa),
  ]);
  return [
    'F1 beside other ways of judging the same postings',
    ...table([['', ...classes, 'macro', 'kappa'], ...rows]),
    ...set.baselines.map((way) => `  ${way.name}: ${way.note}`),
  ];
}

function calibration(found: Calibration): string[] {
  const steps = Array.from({ length: 10 }, (_, index) => (index + 1) / 10);
  const points = steps.flatMap((step) => {
    const point = found.curve.find(({ coverage }) => coverage >= step);
    return point === undefined ? [] : [point];
  });
  const bins = found.bins.filter((bin) => bin.count > 0);
  return [
    `Confidence of ${found.count} answers`,
    `  expected calibration error ${number(found.expectedError, 3)} (10 bins)`,
    `  Brier score ${number(found.brier, 3)}, of a constant ${number(found.constantBrier, 3)}: reduced by ${percent(found.brierReduction)}`,
    `  accuracy ${percent(found.accuracy)}, of the surer half ${percent(found.surerHalf)}`,
    ...table([
      ['confidence', 'answers', 'mean', 'right'],
      ...bins.map((bin) => [
        `${number(bin.from, 1)}-${number(bin.to, 1)}`,
        String(bin.count),
        number(bin.confidence),
        number(bin.accuracy),
      ]),
    ]),
    'Precision when only the surer are answered',
    ...table([
      ['coverage', 'confidence from', 'precision', 'of role claims'],
      ...[...new Set(points)].map((point) => [
        percent(point.coverage),
        number(point.confidence),
        number(point.precision),
        number(point.claims),
      ]),
    ]),
  ];
}

const failure = ({ id, label, title, said }: Failure, what: string): string =>
  `    ${what} ${id}  ${label ?? '-'}, \"${title}\": said ${said}`;

/** @param lists whether to name postings: not where the set is made of others that did */
function titles({ own, other, never, natural }: TitleResult, lists: boolean): string[] {
  const failures = (list: readonly Failure[], what: string): string[] =>
    lists ? list.map((each) => failure(each, what)) : [];
  const mislabels = natural.found.length + natural.missed.length;
  return [
    'Titles',
    `  own plain title: ${own.wrong.length} of ${own.read} blamed (0 wanted)`,
    ...failures(own.wrong, 'WRONG'),
    `  the other role's title: ${other.found} of ${other.read} noticed (${percent(other.found / other.read)})`,
    ...failures(other.missed, 'missed'),
    `  neither, both and unclear under either title: ${never.wrong.length} of ${never.read} readings blamed (0 wanted)`,
    ...failures(never.wrong, 'WRONG'),
    `  as they came: ${natural.found.length} of ${mislabels} natural mislabels found, ${natural.wrong.length} of ${natural.read - mislabels} other titles blamed (0 wanted)`,
    ...failures(natural.found, 'found'),
    ...failures(natural.missed, 'missed'),
    ...failures(natural.wrong, 'WRONG'),
  ];
}

function errors(set: SetResult): string[] {
  return [
    'Errors',
    ...set.errors.flatMap(({ label, said, rows }) => [
      `  ${label} -> ${said}: ${rows.length}`,
      ...rows.map(({ id, title, confidence, shares }) => {
        const sure = confidence === null ? '' : `  confidence ${number(confidence)}`;
        const parts =
          shares === null ? '' : `, social ${number(shares.social)}, community ${number(shares.community)}`;
        return `    ${id}${sure}${parts}  ${title}`;
      }),
    ]),
  ];
}

function setReport(set: SetResult): string[] {
  const silent = Object.entries(set.silent).map(([kind, count]) => `${count} ${kind}`);
  const { ours } = set;
  return [
    `== ${set.name}: ${set.rows} postings, ${set.leftOut} of them unclear or not agreed and left out; silent on ${silent.join(', ') || 'none'}`,
    ...confusionTable(ours.confusion, classes),
    ...scoreTable(ours),
    `  macro-F1 (${scored.join(', ')}) ${number(ours.macroF1, 3)} (${between(ours.intervals['macroF1'])})`,
    `  Cohen's kappa ${number(ours.kappa)} (${between(ours.intervals['kappa'])}), accuracy ${percent(ours.accuracy)}`,
    ...besides(set),
    ...calibration(set.calibration),
    ...titles(set.titles, !set.combined),
    ...(set.combined ? [] : errors(set)),
    '',
  ];
}

function statements(found: StatementResult & { readonly name: string }): string[] {
  const { duties, named, right, f1, byLabel } = found.responsibilities;
  const labels = Object.entries(byLabel).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `== ${found.name}: ${found.statements} statements; left out: ${found.withoutPlace} without a place, ${found.notAgreed} not agreed, ${found.strangers} of postings not here; ${found.unmatched} matched none of ours`,
    ...confusionTable(found.confusion, sides),
    ...table([
      ['', 'precision', 'recall', 'F1'],
      ...sides.map((side) => {
        const { precision, recall, f1: score } = found.scores[side];
        return [side, number(precision), number(recall), number(score)];
      }),
    ]),
    `  macro-F1 of sides ${number(found.macroF1, 3)}; over labelled duties ${number(found.macroF1OfDuties, 3)}`,
    `  responsibilities: micro-F1 ${number(f1, 3)} (${right} right, ${named} named, ${duties} labelled)`,
    `  ${labels.map(([label, each]) => `${label} ${each.right}/${each.duties}`).join(', ')}`,
    '',
  ];
}

function alarms(found: AlarmResult & { readonly name: string }, what: string): string[] {
  const said = Object.entries(found.said).sort(([, a], [, b]) => b - a);
  return [
    `== ${found.name}: ${found.documents} ${what}, ${found.taken.length} taken for a posting (${percent(found.taken.length / found.documents)})`,
    `  said: ${said.map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
    ...(found.documents - found.taken.length < found.taken.length
      ? [`  not taken: ${found.notTaken.join(' ')}`]
      : [`  taken: ${found.taken.join(' ')}`]),
    `  verdicts that claim a role: ${found.claims.length}`,
    ...found.claims.map(({ id, name, said: verdict }) => `    ${id}  ${verdict}  ${name}`),
    `  false alarms: ${found.alarms.length}`,
    ...found.alarms.map(
      ({ id, rule, severity, message, name }) => `    ${id}  ${severity} ${rule}: ${message}  [${name}]`,
    ),
    '',
  ];
}

/** @returns the whole report; figures in brackets are 95 % intervals */
export function report(results: Results): string {
  const { sets, statements: read, unrelated, documents } = results;
  return [
    `Evaluation on ${results.folder}; in brackets 95 % intervals, groups resampled`,
    '',
    ...sets.flatMap(setReport),
    ...(read === null ? [] : statements(read)),
    ...(unrelated === null ? [] : alarms(unrelated, 'postings of other jobs')),
    ...(documents === null ? [] : alarms(documents, 'documents that are no postings')),
  ].join('\n');
}
