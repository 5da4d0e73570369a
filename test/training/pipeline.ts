/** From labelled rows to the numbers of the judgement. */
import { taxonomy } from '../../shared/index.ts';
import { type Lens, lensOf, withNumbers } from '../../shared/judgement/lens.ts';
import { untrained } from '../../shared/judgement/numbers.ts';
import { isLearned } from '../../shared/taxonomy/index.ts';
import type { Numbers } from '../../shared/taxonomy/numbers.ts';
import type { Data } from '../evaluation/data.ts';
import { assignFolds } from '../evaluation/folds.ts';
import { readCorpus } from './corpus.ts';
import { fitEntries, type NamedDuty, namedDuties } from './entries.ts';
import { Examples, type Names, type PostingExample } from './examples.ts';
import { fit } from './fit.ts';
import { sharesOf, type Shape, type Shares } from './model.ts';
import {
  both,
  corpusWeight,
  innerFolds,
  settings,
  steps,
  thin,
  unrelatedEvery,
  unrelatedKept,
  unrelatedWeight,
} from './settings.ts';
import { fitVerdict, type SharesWithLabel } from './verdict.ts';

export interface Prepared {
  readonly lens: Lens;
  /** What is judged and learned from: the postings with labels. */
  readonly labelled: readonly PostingExample[];
  /** What is only learned from. */
  readonly beside: readonly PostingExample[];
  /** Duties of the corpus with the responsibility they are labelled with. */
  readonly named: readonly NamedDuty[];
  readonly names: Names;
  readonly shape: Shape;
  readonly start: Float64Array;
}

function startOf(names: Names): Float64Array {
  const start = new Float64Array(names.signals.length + names.cues.length + 4);
  for (const [index, { weight }] of taxonomy.signals.entries()) start[index] = weight;
  names.cues.forEach((cue, index) => {
    start[names.signals.length + index] = untrained.duty[cue] ?? 0;
  });
  start.set([...untrained.bias, untrained.dutyBias], names.signals.length + names.cues.length);
  return start;
}

/** Reads everything that is learned from. */
export function prepare(data: Data): Prepared {
  const lens = lensOf(taxonomy);
  const examples = new Examples(lens);
  const labelled = [...examples.labelled(data.postings, data), ...examples.labelled(data.retold, data)];
  const rows = readCorpus();
  const corpus = examples.corpus(rows, corpusWeight);
  const sample = { ...data, unrelated: data.unrelated.filter((_, index) => index % unrelatedEvery === 0) };
  const unrelated = examples.unrelated(sample, unrelatedWeight);
  const { names } = examples;
  const shape = {
    signals: names.signals.length,
    patterns: names.signals.filter((id) => !isLearned({ id })).length,
    cues: names.cues.length,
  };
  const start = startOf(names);
  const likeness = new Map(
    unrelated.map((example) => {
      const { first, second } = sharesOf(example, start, shape, settings);
      return [example, first + second];
    }),
  );
  const hard = [...unrelated]
    .sort((a, b) => (likeness.get(b) ?? 0) - (likeness.get(a) ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, unrelatedKept);
  return {
    lens,
    labelled,
    beside: [...corpus, ...hard],
    named: namedDuties(rows, lens),
    names,
    shape,
    start,
  };
}

const classOf = (label: string): 0 | 1 | 2 | null =>
  label === 'social' ? 0 : label === 'community' ? 1 : label === 'neither' ? 2 : null;

/** The shares of each posting as judged by weights fitted without its group. */
function sharesOutOfFold(
  prepared: Prepared,
  labelled: readonly PostingExample[],
  folds: ReadonlyMap<string, number>,
  count: number,
): Map<PostingExample, Shares> {
  const shares = new Map<PostingExample, Shares>();
  for (let fold = 0; fold < count; fold++) {
    const at = weightsFor(
      prepared,
      labelled.filter(({ group }) => folds.get(group) !== fold),
    );
    for (const example of labelled)
      if (folds.get(example.group) === fold)
        shares.set(example, sharesOf(example, at, prepared.shape, settings));
  }
  return shares;
}

function weightsFor(prepared: Prepared, labelled: readonly PostingExample[]): Float64Array {
  return fit([...labelled, ...prepared.beside], prepared.start, prepared.shape, settings, steps);
}

/** Learns all numbers from these postings and from nothing else that is labelled. */
export function learn(prepared: Prepared, labelled: readonly PostingExample[]): Numbers {
  const at = weightsFor(prepared, labelled);
  const folds = assignFolds(labelled, innerFolds);
  const rows: SharesWithLabel[] = [];
  for (const [example, shares] of sharesOutOfFold(prepared, labelled, folds, innerFolds)) {
    const right = classOf(example.label);
    if (right !== null) rows.push({ shares, right });
  }
  const numbers = numbersOf(prepared, at, fitVerdict(rows, thin));
  return { ...numbers, entries: fitEntries(prepared.named, withNumbers(prepared.lens, numbers)) };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function numbersOf({ names }: Prepared, at: Float64Array, role: Numbers['verdict']['role']): Numbers {
  const { signals, cues } = names;
  const biases = signals.length + cues.length;
  const named = (list: readonly string[], offset: number): Record<string, number> =>
    Object.fromEntries(list.map((name, index) => [name, round(at[offset + index] ?? 0)]));
  return {
    taxonomy: taxonomy.id,
    prior: 0,
    bias: [round(at[biases] ?? 0), round(at[biases + 1] ?? 0), round(at[biases + 2] ?? 0)],
    signals: named(signals, 0),
    duty: named(cues, signals.length),
    dutyBias: round(at[biases + 3] ?? 0),
    spread: settings.spread,
    clausePower: settings.clausePower,
    context: settings.context,
    sharedLeftOut: settings.sharedLeftOut,
    entries: {},
    verdict: {
      role: {
        bias: [round(role.bias[0]), round(role.bias[1])],
        own: round(role.own),
        other: round(role.other),
        thin,
      },
      bothShare: both.share,
      bothRatio: both.ratio,
      enough: untrained.verdict.enough,
    },
  };
}
