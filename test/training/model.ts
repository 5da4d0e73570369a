/** The loss of the statement model and its gradient; the mirror of `shared/judgement/statement.ts` and `judge.ts`. */
import type { PostingExample, StatementExample } from './examples.ts';

/** All parameters in one vector: signals, then duty cues, then the biases of first, second, shared, and of duties. */
export interface Shape {
  readonly signals: number;
  /** How many of the signals are patterns; the others are words of the corpus. */
  readonly patterns: number;
  readonly cues: number;
}
export const sizeOf = (shape: Shape): number => shape.signals + shape.cues + 4;

export interface Settings {
  readonly spread: number;
  readonly clausePower: number;
  /** How much a posting's own leaning pulls each of its clauses. */
  readonly context: number;
  /** How much of a shared duty is left out of the count. */
  readonly sharedLeftOut: number;
  /** How much one labelled statement counts beside a posting. */
  readonly statement: number;
  /** How strongly the parameters are held to where they start. */
  readonly ridge: number;
  readonly ridgeWords: number;
  readonly ridgeDuty: number;
}

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
const floor = 0.01;

/** First role, second role, shared, other: four numbers a clause, one clause after the other. */
type Fours = Float64Array;

interface Part {
  readonly duty: number;
  readonly size: number;
  /** Log-odds of each clause, without context. */
  readonly scores: Fours;
  /** Chances of each clause, and their mean. */
  readonly each: Fours;
  readonly chances: Fours;
}

export interface Shares {
  readonly first: number;
  readonly second: number;
  /** How many duties they are shares of. */
  readonly count: number;
}

function score(example: StatementExample, at: Float64Array, shape: Shape, settings: Settings): Part {
  const biases = shape.signals + shape.cues;
  let u = at[biases + 3] ?? 0;
  for (const cue of example.cues) u += at[shape.signals + cue] ?? 0;
  const { clauses, signals } = example;
  const scores = new Float64Array(4 * clauses);
  const whole = new Float64Array(4);
  for (const [signal, side, clause] of signals) {
    const weight = at[signal] ?? 0;
    whole[side] = (whole[side] ?? 0) + weight;
    const place = 4 * clause + side;
    scores[place] = (scores[place] ?? 0) + weight;
  }
  for (let place = 0; place < scores.length; place++) {
    const side = place % 4;
    const mine = scores[place] ?? 0;
    const bias = side < 3 ? (at[biases + side] ?? 0) : 0;
    scores[place] = bias + mine + settings.spread * ((whole[side] ?? 0) - mine);
  }
  return {
    duty: sigmoid(u),
    size: clauses ** settings.clausePower,
    scores,
    each: new Float64Array(4 * clauses),
    chances: new Float64Array(4),
  };
}

/** Fills in the chances of a part. */
function weigh({ scores, each, chances }: Part, first: number, second: number): void {
  chances.fill(0);
  const clauses = scores.length / 4;
  for (let place = 0; place < scores.length; place += 4) {
    const a = Math.exp((scores[place] ?? 0) + first);
    const b = Math.exp((scores[place + 1] ?? 0) + second);
    const c = Math.exp(scores[place + 2] ?? 0);
    const d = Math.exp(scores[place + 3] ?? 0);
    const all = a + b + c + d;
    each[place] = a / all;
    each[place + 1] = b / all;
    each[place + 2] = c / all;
    each[place + 3] = d / all;
    for (let side = 0; side < 4; side++)
      chances[side] = (chances[side] ?? 0) + (each[place + side] ?? 0) / clauses;
  }
}

function totals(parts: readonly Part[], leftOut: number): Shares {
  let [count, first, second] = [0, 0, 0];
  for (const { duty, size, chances } of parts) {
    const weight = duty * size;
    count += weight * (1 - leftOut * (chances[2] ?? 0));
    first += weight * (chances[0] ?? 0);
    second += weight * (chances[1] ?? 0);
  }
  const whole = Math.max(count, 1e-9);
  return { first: first / whole, second: second / whole, count };
}

function read(example: PostingExample, at: Float64Array, shape: Shape, settings: Settings): Part[] {
  const parts = example.statements.map((statement) => score(statement, at, shape, settings));
  for (const part of parts) weigh(part, 0, 0);
  if (settings.context === 0) return parts;
  const { first, second } = totals(parts, settings.sharedLeftOut);
  for (const part of parts) weigh(part, settings.context * first, settings.context * second);
  return parts;
}

/** The predicted shares of a posting. */
export function sharesOf(
  example: PostingExample,
  at: Float64Array,
  shape: Shape,
  settings: Settings,
): Shares {
  return totals(read(example, at, shape, settings), settings.sharedLeftOut);
}

function addStatement(
  example: StatementExample,
  part: Part,
  dDuty: number,
  dChances: Fours,
  gradient: Float64Array,
  shape: Shape,
  spread: number,
): void {
  const biases = shape.signals + shape.cues;
  const add = (index: number, slope: number): void => {
    gradient[index] = (gradient[index] ?? 0) + slope;
  };
  const du = dDuty * part.duty * (1 - part.duty);
  add(biases + 3, du);
  for (const cue of example.cues) add(shape.signals + cue, du);
  const { each } = part;
  const slopes = new Float64Array(each.length);
  const total = new Float64Array(4);
  for (let place = 0; place < each.length; place += 4) {
    let mean = 0;
    for (let side = 0; side < 4; side++) mean += (each[place + side] ?? 0) * (dChances[side] ?? 0);
    for (let side = 0; side < 4; side++) {
      const slope = ((each[place + side] ?? 0) * ((dChances[side] ?? 0) - mean)) / example.clauses;
      slopes[place + side] = slope;
      total[side] = (total[side] ?? 0) + slope;
    }
  }
  for (let side = 0; side < 3; side++) add(biases + side, total[side] ?? 0);
  for (const [signal, side, clause] of example.signals) {
    const mine = slopes[4 * clause + side] ?? 0;
    add(signal, mine + spread * ((total[side] ?? 0) - mine));
  }
}

/** Cross-entropy of a posting's shares: the loss and its slopes by first and second share. */
function shareLoss(
  example: PostingExample,
  shares: Shares,
): readonly [loss: number, first: number, second: number] {
  const [a, b, c] = example.target;
  const rest = Math.max(0, 1 - shares.first - shares.second);
  const { weight } = example;
  const sum =
    a * Math.log(shares.first + floor) + b * Math.log(shares.second + floor) + c * Math.log(rest + floor);
  const third = c / (rest + floor);
  return [
    -weight * sum,
    weight * (third - a / (shares.first + floor)),
    weight * (third - b / (shares.second + floor)),
  ];
}

/** The loss at a point; its gradient is written into `gradient`. A posting's context is taken as given. */
export function loss(
  examples: readonly PostingExample[],
  at: Float64Array,
  start: Float64Array,
  gradient: Float64Array,
  shape: Shape,
  settings: Settings,
): number {
  gradient.fill(0);
  let sum = 0;
  const { sharedLeftOut: left, statement: strength } = settings;
  const dChances = new Float64Array(4);
  for (const example of examples) {
    const parts = read(example, at, shape, settings);
    const shares = totals(parts, left);
    const [lost, da, db] = shareLoss(example, shares);
    sum += lost;
    const whole = Math.max(shares.count, 1e-9);
    const toward = da * shares.first + db * shares.second;
    for (const [index, part] of parts.entries()) {
      const statement = example.statements[index];
      if (statement === undefined) continue;
      const { chances, duty, size } = part;
      const kept = 1 - left * (chances[2] ?? 0);
      const scale = (duty * size) / whole;
      let dDuty = (size * (da * (chances[0] ?? 0) + db * (chances[1] ?? 0) - kept * toward)) / whole;
      dChances[0] = scale * da;
      dChances[1] = scale * db;
      dChances[2] = scale * left * toward;
      dChances[3] = 0;
      const { label } = statement;
      if (label !== null) {
        const isDuty = label !== 'none';
        const right = (isDuty ? duty : 1 - duty) + 1e-6;
        sum -= strength * Math.log(right);
        dDuty -= (strength * (isDuty ? 1 : -1)) / right;
        if (label !== 'none') {
          const chance = (chances[label] ?? 0) + floor;
          sum -= strength * Math.log(chance);
          dChances[label] = (dChances[label] ?? 0) - strength / chance;
        }
      }
      addStatement(statement, part, dDuty, dChances, gradient, shape, settings.spread);
    }
  }
  for (let index = 0; index < at.length; index++) {
    const words = index < shape.signals ? settings.ridgeWords : settings.ridgeDuty;
    const ridge = index < shape.patterns ? settings.ridge : words;
    const away = (at[index] ?? 0) - (start[index] ?? 0);
    sum += (ridge * away * away) / 2;
    gradient[index] = (gradient[index] ?? 0) + ridge * away;
  }
  return sum;
}
