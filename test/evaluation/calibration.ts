/** Whether confidence means what it says, and what it is good for. */

export interface Bet {
  /** 0 to 1: how sure the answer was. */
  readonly confidence: number;
  readonly right: boolean;
  /** The answer was a role of the pair. */
  readonly claim: boolean;
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Means of the bin; NaN where it is empty. */
  readonly confidence: number;
  readonly accuracy: number;
}

export interface CurvePoint {
  /** Answers at least this sure. */
  readonly confidence: number;
  /** Part of all labelled postings that get such an answer. */
  readonly coverage: number;
  readonly precision: number;
  /** Precision of the answers that claim a role; NaN where none does. */
  readonly claims: number;
}

export interface Calibration {
  /** Answers with a confidence. */
  readonly count: number;
  readonly accuracy: number;
  readonly bins: readonly Bin[];
  readonly expectedError: number;
  readonly brier: number;
  /** Brier score of a confidence that is always the accuracy. */
  readonly constantBrier: number;
  /** How much lower ours is, 0 to 1; negative where it is worse. */
  readonly brierReduction: number;
  readonly surerHalf: number;
  readonly curve: readonly CurvePoint[];
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((total, each) => total + each, 0) / numbers.length;
const rightness = (bets: readonly Bet[]): number => mean(bets.map((bet) => (bet.right ? 1 : 0)));

export function binsOf(bets: readonly Bet[], count = 10): Bin[] {
  return Array.from({ length: count }, (_, index) => {
    const inside = bets.filter((bet) => Math.min(count - 1, Math.floor(bet.confidence * count)) === index);
    return {
      from: index / count,
      to: (index + 1) / count,
      count: inside.length,
      confidence: mean(inside.map((bet) => bet.confidence)),
      accuracy: rightness(inside),
    };
  });
}

/** Accuracy of the surer half; answers as sure as the last of them count in part. */
export function surerHalf(bets: readonly Bet[]): number {
  const half = Math.ceil(bets.length / 2);
  let left = half;
  let right = 0;
  for (const [, equals] of tiers(bets)) {
    const taken = Math.min(left, equals.length);
    right += taken * rightness(equals);
    left -= taken;
    if (left === 0) break;
  }
  return right / half;
}

/** Answers by confidence, the surest first. */
function tiers(bets: readonly Bet[]): [number, Bet[]][] {
  return [...Map.groupBy(bets, (bet) => bet.confidence)].sort(([a], [b]) => b - a);
}

/** @param all how many labelled postings there are, with those that got no answer */
export function calibrationOf(bets: readonly Bet[], all: number): Calibration {
  const base = rightness(bets);
  const bins = binsOf(bets);
  const brier = mean(bets.map((bet) => (bet.confidence - (bet.right ? 1 : 0)) ** 2));
  const constantBrier = base * (1 - base);
  const covered: Bet[] = [];
  const curve = tiers(bets).map(([confidence, equals]) => {
    covered.push(...equals);
    const claims = rightness(covered.filter((bet) => bet.claim));
    return { confidence, coverage: covered.length / all, precision: rightness(covered), claims };
  });
  return {
    count: bets.length,
    accuracy: base,
    bins,
    expectedError: bins.reduce(
      (total, bin) =>
        bin.count === 0 ? total : total + (bin.count / bets.length) * Math.abs(bin.confidence - bin.accuracy),
      0,
    ),
    brier,
    constantBrier,
    brierReduction: 1 - brier / constantBrier,
    surerHalf: surerHalf(bets),
    curve,
  };
}
