/**
 * A bag of words with multinomial logistic regression, the usual simple learner: tf-idf of words, L2, classes weighed
 * alike, full-batch descent with momentum. Nothing in it is left to chance. There are fewer postings than words, so the
 * descent runs on one coefficient a posting instead of one a word, which comes to the same.
 */
import type { Answers } from './baselines.ts';
import { type Class, classes } from './metrics.ts';

const penalty = 1e-3;
const rounds = 150;
const momentum = 0.9;
/** Rows of length 1 and an intercept bend the loss no more than this allows. */
const step = 1;

/** The words of a text by number, each once, with how often it occurs. */
interface Bag {
  readonly words: Int32Array;
  readonly counts: Float64Array;
}

function bagsOf(texts: readonly string[]): { bags: Bag[]; size: number } {
  const numbers = new Map<string, number>();
  const bags = texts.map((text) => {
    const counts = new Map<number, number>();
    for (const word of text.toLowerCase().match(/\p{L}[\p{L}\p{N}'’]+/gu) ?? []) {
      const at = numbers.get(word) ?? numbers.size;
      numbers.set(word, at);
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    return { words: Int32Array.from(counts.keys()), counts: Float64Array.from(counts.values()) };
  });
  return { bags, size: numbers.size };
}

/** How rare each word is among the bags; 0 for words of a single bag, which teach nothing. */
function rarity(bags: readonly Bag[], size: number): Float64Array {
  const seenIn = new Float64Array(size);
  for (const { words } of bags) for (const word of words) seenIn[word] = (seenIn[word] ?? 0) + 1;
  return seenIn.map((count) => (count > 1 ? Math.log((bags.length + 1) / (count + 1)) + 1 : 0));
}

/** The weights of a bag's words, of length 1 together. */
function weigh({ words, counts }: Bag, idf: Float64Array): Float64Array {
  const weights = counts.map((count, k) => (1 + Math.log(count)) * (idf[words[k] ?? 0] ?? 0));
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return weights.map((weight) => weight / length);
}

function softmax(scores: Float64Array): Float64Array {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

/** The chances of each class: what the seen rows say, each as far as it is alike. */
function chances(alike: Float64Array, model: readonly Float64Array[]): Float64Array {
  const scores = new Float64Array(classes.length);
  for (let c = 0; c < classes.length; c += 1) {
    const coefficients = model[c];
    let score = 0;
    if (coefficients !== undefined)
      for (let at = 0; at < alike.length; at += 1) score += (alike[at] ?? 0) * (coefficients[at] ?? 0);
    scores[c] = score;
  }
  return softmax(scores);
}

/** @param alike for each row, how alike it is to each (their product, 1 more for the intercept) */
function train(alike: readonly Float64Array[], truths: readonly Class[]): Float64Array[] {
  const share = new Map(
    [...Map.groupBy(truths, (truth) => truth)].map(([name, list]) => [name, list.length]),
  );
  const model = classes.map(() => new Float64Array(truths.length));
  const speed = classes.map(() => new Float64Array(truths.length));
  for (let round = 0; round < rounds; round += 1) {
    const now = alike.map((row) => chances(row, model));
    for (const [c, name] of classes.entries()) {
      const coefficients = model[c] ?? new Float64Array();
      const moving = speed[c] ?? new Float64Array();
      for (const [at, truth] of truths.entries()) {
        const weight = 1 / (share.size * (share.get(truth) ?? 1));
        const slope =
          weight * ((now[at]?.[c] ?? 0) - (truth === name ? 1 : 0)) + penalty * (coefficients[at] ?? 0);
        moving[at] = momentum * (moving[at] ?? 0) - step * slope;
        coefficients[at] = (coefficients[at] ?? 0) + (moving[at] ?? 0);
      }
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
  const { bags, size } = bagsOf(rows.map((row) => row.text));
  const places = rows.map((row, at) => ({ at, fold: folds.get(row.group) ?? 0 }));
  const answers: Class[] = rows.map(() => 'neither');
  for (const fold of new Set(places.map((place) => place.fold))) {
    const seen = places.filter((place) => place.fold !== fold).map(({ at }) => at);
    const idf = rarity(
      bags.filter((_, at) => folds.get(rows[at]?.group ?? '') !== fold),
      size,
    );
    const weights = bags.map((bag) => weigh(bag, idf));
    const alike = bags.map(({ words }, at) => {
      const spread = new Float64Array(size);
      for (const [k, word] of words.entries()) spread[word] = weights[at]?.[k] ?? 0;
      return Float64Array.from(seen, (other) => {
        const theirs = bags[other]?.words ?? new Int32Array();
        const values = weights[other] ?? new Float64Array();
        let product = 1;
        for (let k = 0; k < theirs.length; k += 1)
          product += (spread[theirs[k] ?? 0] ?? 0) * (values[k] ?? 0);
        return product;
      });
    });
    const none = new Float64Array();
    const model = train(
      seen.map((at) => alike[at] ?? none),
      seen.map((at) => truths[at] ?? 'neither'),
    );
    for (const place of places) {
      if (place.fold !== fold) continue;
      const found = chances(alike[place.at] ?? none, model);
      answers[place.at] = classes[found.indexOf(Math.max(...found))] ?? 'neither';
    }
  }
  return answers;
}
