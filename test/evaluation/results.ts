/** Everything that a run finds out, as one value: the report, the plot and the table of scores read this. */
import { type AlarmResult, alarmTest } from './alarms.ts';
import { bagOfWords } from './bagOfWords.ts';
import { type Answers, type Lexicon, seedLexicon, titleAlone } from './baselines.ts';
import { type Calibration, calibrationOf } from './calibration.ts';
import type { Data } from './data.ts';
import { assignFolds } from './folds.ts';
import { type Judge, type JudgedRow, judgeRows, keeping } from './judge.ts';
import {
  accuracy,
  bootstrap,
  type Class,
  classes,
  type Confusion,
  confusionOf,
  type Interval,
  kappa,
  macroF1,
  scored,
  type Scores,
  scoresOf,
} from './metrics.ts';
import { type StatementResult, statementTest } from './statements.ts';
import { type TitleResult, titleTest } from './titleTest.ts';

/** A way of judging, measured. */
export interface Measured {
  readonly name: string;
  readonly note: string;
  readonly confusion: Confusion;
  readonly classes: Readonly<Record<Class, Scores>>;
  readonly macroF1: number;
  readonly accuracy: number;
  readonly kappa: number;
  /** 95 %, by name of the figure: "macroF1", "kappa", "social.f1" ... */
  readonly intervals: Readonly<Record<string, Interval>>;
}

export interface ErrorKind {
  readonly label: Class;
  readonly said: string;
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly confidence: number | null;
    readonly shares: { readonly social: number; readonly community: number } | null;
  }[];
}

export interface SetResult {
  readonly name: string;
  /** Made of the others: their postings together. */
  readonly combined: boolean;
  readonly rows: number;
  /** Labelled unclear, or not agreed. */
  readonly leftOut: number;
  /** Of those counted: nothing was said, by reason. */
  readonly silent: Readonly<Record<string, number>>;
  readonly ours: Measured;
  readonly baselines: readonly Measured[];
  readonly calibration: Calibration;
  readonly errors: readonly ErrorKind[];
  readonly titles: TitleResult;
}

export interface Results {
  readonly folder: string;
  readonly sets: readonly SetResult[];
  readonly statements: (StatementResult & { readonly name: string }) | null;
  readonly unrelated: (AlarmResult & { readonly name: string }) | null;
  readonly documents: (AlarmResult & { readonly name: string }) | null;
}

function figuresOf(table: Confusion): Record<string, number> {
  const figures: Record<string, number> = {
    macroF1: macroF1(table, scored),
    accuracy: accuracy(table),
    kappa: kappa(table),
  };
  for (const name of classes) {
    const { precision, recall, f1 } = scoresOf(table, name);
    Object.assign(figures, {
      [`${name}.precision`]: precision,
      [`${name}.recall`]: recall,
      [`${name}.f1`]: f1,
    });
  }
  return figures;
}

type Pairs = readonly { readonly group: string; readonly truth: Class; readonly answer: Class }[];

function measure(name: string, note: string, pairs: Pairs): Measured {
  const confusion = confusionOf(pairs, classes);
  return {
    name,
    note,
    confusion,
    classes: Object.fromEntries(classes.map((each) => [each, scoresOf(confusion, each)])) as Record<
      Class,
      Scores
    >,
    macroF1: macroF1(confusion, scored),
    accuracy: accuracy(confusion),
    kappa: kappa(confusion),
    intervals: bootstrap(pairs, classes, figuresOf),
  };
}

/** A row that counts, with the class of its label. */
type Counted = JudgedRow & { readonly truth: Class };

/** Rows labelled unclear or not agreed count nowhere. */
function counted(rows: readonly JudgedRow[]): Counted[] {
  return rows.flatMap((each) => {
    const { label } = each.row;
    return label === null || label === 'unclear' ? [] : [{ ...each, truth: label }];
  });
}

function errorsOf(rows: readonly Counted[]): ErrorKind[] {
  const wrong = rows.filter(({ truth, answer }) => truth !== answer.counted);
  return [...Map.groupBy(wrong, ({ truth, answer }) => `${truth} ${answer.said}`).values()]
    .sort((a, b) => b.length - a.length)
    .flatMap((kind) => {
      const [one] = kind;
      if (one === undefined) return [];
      const list = kind.map(({ row, answer }) => ({
        id: row.id,
        title: row.title,
        confidence: answer.confidence,
        shares: answer.shares,
      }));
      return [{ label: one.truth, said: one.answer.said, rows: list }];
    });
}

interface Tools {
  readonly combined?: boolean;
  readonly judge: Judge;
  readonly lexicon: Lexicon | null;
  /** The bag of words' answers, by id. */
  readonly bag: ReadonlyMap<string, Class>;
}

function setResult(
  name: string,
  judged: readonly JudgedRow[],
  { judge, lexicon, bag, combined = false }: Tools,
): SetResult {
  const rows = counted(judged);
  const postings = rows.map(({ row }) => row);
  const truths = rows.map(({ truth }) => truth);
  const measured = (way: string, note: string, answers: Answers): Measured =>
    measure(
      way,
      note,
      rows.map(({ row, truth }, at) => ({ group: row.group, truth, answer: answers[at] ?? 'neither' })),
    );
  const baselines = [measured('title alone', 'the role that the title names', titleAlone(postings))];
  if (lexicon !== null) {
    const { answers, best, tried } = seedLexicon(postings, truths, lexicon);
    const at = `role from ${best.role}, ${best.times} times the other, both from ${best.both}`;
    baselines.push(measured('seed lexicon', `best of ${tried} settings on these same rows (${at})`, answers));
  }
  const learned = postings.map((row) => bag.get(row.id) ?? 'neither');
  baselines.push(measured('bag of words', 'logistic regression, ten folds of whole groups', learned));
  const silent: Record<string, number> = {};
  for (const { answer } of rows)
    if (answer.confidence === null) silent[answer.said] = (silent[answer.said] ?? 0) + 1;
  const bets = rows.flatMap(({ truth, answer: { counted: said, confidence } }) =>
    confidence === null
      ? []
      : [{ confidence, right: said === truth, claim: said === 'social' || said === 'community' }],
  );
  return {
    name,
    combined,
    rows: judged.length,
    leftOut: judged.length - rows.length,
    silent,
    ours: measured(
      'Posting Lens',
      'as shipped',
      rows.map(({ answer }) => answer.counted),
    ),
    baselines,
    calibration: calibrationOf(bets, rows.length),
    errors: errorsOf(rows),
    titles: titleTest(judged, judge),
  };
}

/** @param lexicon null where it is not at hand */
export function evaluate(data: Data, judge: Judge, lexicon: Lexicon | null): Results {
  const postings = judgeRows(data.postings, judge);
  const retold = judgeRows(data.retold, judge);
  const all = [...postings, ...retold];
  const known = counted(all);
  const folds = assignFolds(all.map(({ row }) => row));
  const answers = bagOfWords(
    known.map(({ row }) => row),
    known.map(({ truth }) => truth),
    folds,
  );
  const bag = new Map(known.map(({ row }, at) => [row.id, answers[at] ?? 'neither']));
  const tools: Tools = { judge: keeping(judge), lexicon, bag };
  const sets: SetResult[] = [];
  if (postings.length > 0) sets.push(setResult(data.names.postings, postings, tools));
  if (retold.length > 0) sets.push(setResult(data.names.retold, retold, tools));
  if (sets.length === 2)
    sets.push(
      setResult(`${data.names.postings} and ${data.names.retold}`, all, { ...tools, combined: true }),
    );
  const { statements, unrelated, documents, names } = data;
  return {
    folder: data.folder,
    sets,
    statements:
      statements.length === 0 ? null : { name: names.statements, ...statementTest(statements, all) },
    unrelated: unrelated.length === 0 ? null : { name: names.unrelated, ...alarmTest(unrelated, judge) },
    documents: documents.length === 0 ? null : { name: names.documents, ...alarmTest(documents, judge) },
  };
}
