/**
 * A bag of words with multinomial logistic regression, the usual simple learner: tf-idf of words, L2, classes weighed
 * alike, full-batch descent with momentum. Nothing in it is left to chance.
 */
import type { Answers } from './baselines.ts';
import { type Class, classes } from './metrics.ts';

const penalty = 1e-3;
const rounds = 200;
const momentum = 0.9;
/** The loss of rows of length 1 bends no more than this allows. */
const step = 1;

/** A row: the numbers of its words and their weights, of length 1 together. */
interface Row {
  readonly words: readonly number[];
  readonly weights: readonly number[];
}
interface Vocabulary {
  readonly index: ReadonlyMap<string, number>;
  readonly idf: readonly number[];
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}[\p{L}\p{N}'’]+/gu) ?? [];

function vocabularyOf(texts: readonly (readonly string[])[]): Vocabulary {
  const seenIn = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) seenIn.set(word, (seenIn.get(word) ?? 0) + 1);
  const kept = [...seenIn].filter(([, count]) => count > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    index: new Map(kept.map(([word], at) => [word, at])),
    idf: kept.map(([, count]) => Math.log((texts.length + 1) / (count + 1)) + 1),
  };
}

function rowOf(words: readonly string[], { index, idf }: Vocabulary): Row {
  const counts = new Map<number, number>();
  for (const word of words) {
    const at = index.get(word);
    if (at !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const weights = [...counts].map(([at, count]) => (1 + Math.log(count)) * (idf[at] ?? 0));
  const length = Math.hypot(...weights) || 1;
  return { words: [...counts.keys()], weights: weights.map((weight) => weight / length) };
}

/** One list of coefficients a class, the intercept last. */
type Model = readonly Float64Array[];

function probabilities(row: Row, model: Model): number[] {
  const scores = model.map((coefficients) => {
    let score = coefficients.at(-1) ?? 0;
    for (const [k, word] of row.words.entries()) score += (coefficients[word] ?? 0) * (row.weights[k] ?? 0);
    return score;
  });
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const all = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / all);
}

function train(rows: readonly Row[], truths: readonly Class[], size: number): Model {
  const share = classes.map((name) => truths.filter((truth) => truth === name).length);
  const present = share.filter((count) => count > 0).length;
  const model = classes.map(() => new Float64Array(size + 1));
  const speed = classes.map(() => new Float64Array(size + 1));
  for (let round = 0; round < rounds; round += 1) {
    const slope = model.map((coefficients) =>
      coefficients.map((each, at) => (at < size ? penalty * each : 0)),
    );
    for (const [at, row] of rows.entries()) {
      const truth = classes.indexOf(truths[at] ?? 'neither');
      const weight = 1 / (present * (share[truth] ?? 1));
      for (const [c, probability] of probabilities(row, model).entries()) {
        const pull = weight * (probability - (c === truth ? 1 : 0));
        const into = slope[c];
        if (into === undefined) continue;
        for (const [k, word] of row.words.entries())
          into[word] = (into[word] ?? 0) + pull * (row.weights[k] ?? 0);
        into[size] = (into[size] ?? 0) + pull;
      }
    }
    for (const [c, coefficients] of model.entries())
      for (let at = 0; at <= size; at += 1) {
        const moved = momentum * (speed[c]?.[at] ?? 0) - step * (slope[c]?.[at] ?? 0);
        speed[c]?.fill(moved, at, at + 1);
        coefficients[at] = (coefficients[at] ?? 0) + moved;
      }
  }
  return model;
}

/** Answers for rows, each by a model that saw nothing of its fold. */
export function bagOfWords(
  rows: readonly { readonly text: string; readonly group: string }[],
  truths: readonly Class[],
  folds: ReadonlyMap<string, number>,
): Answers {
  const words = rows.map((row) => wordsOf(row.text));
  const foldOf = rows.map((row) => folds.get(row.group) ?? 0);
  const answers: Class[] = rows.map(() => 'neither');
  for (const fold of new Set(foldOf)) {
    const seen = rows.map((_, at) => at).filter((at) => foldOf[at] !== fold);
    const vocabulary = vocabularyOf(seen.map((at) => words[at] ?? []));
    const model = train(
      seen.map((at) => rowOf(words[at] ?? [], vocabulary)),
      seen.map((at) => truths[at] ?? 'neither'),
      vocabulary.idf.length,
    );
    for (const at of rows.keys()) {
      if (foldOf[at] !== fold) continue;
      const chances = probabilities(rowOf(words[at] ?? [], vocabulary), model);
      answers[at] = classes[chances.indexOf(Math.max(...chances))] ?? 'neither';
    }
  }
  return answers;
}
