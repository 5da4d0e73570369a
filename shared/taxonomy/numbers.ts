/** The numbers that a judgement by a taxonomy goes by: their shape. */

/** All numbers of the judgement. Learned from labelled postings for our taxonomy; the defaults serve any other. */
export interface Numbers {
  /** The taxonomy they were learned for. */
  readonly taxonomy: string;
  /** Log-odds towards the first role before anything is read. */
  readonly prior: number;
  /** Log-odds of a clause without signals, against another job's: first role, second role, both alike. */
  readonly bias: readonly [number, number, number];
  /** Log-odds of each signal for its role, by id: never negative. */
  readonly signals: Readonly<Record<string, number>>;
  /** Log-odds of a statement for being a duty, by cue. */
  readonly duty: Readonly<Record<string, number>>;
  readonly dutyBias: number;
  /** How much of the signals in a statement's other clauses counts in a clause. */
  readonly spread: number;
  /** Clauses of one statement count as their number to this power. */
  readonly clausePower: number;
  /** Log-odds that a posting all of one role lends to each of its clauses. */
  readonly context: number;
  /** How much of a duty of both alike is left out when duties are counted, 0 to 1: it decides nothing. */
  readonly sharedLeftOut: number;
  /** When a duty is given the name of a responsibility: how much the signals of each say, and a start. */
  readonly entries: Readonly<Record<string, readonly [scale: number, bias: number]>>;
  readonly verdict: VerdictNumbers;
}

export interface VerdictNumbers {
  /** Log-odds of a role's job: bias, per log-odds of its own share, per log-odds of the other's. */
  readonly role: {
    readonly bias: readonly [number, number];
    readonly own: number;
    readonly other: number;
    /** With this many duties a share says half as much. */
    readonly thin: number;
  };
  /** Two jobs: each has this share, and neither this many times the other's. */
  readonly bothShare: number;
  readonly bothRatio: number;
  /** Fewer duties than this decide nothing. */
  readonly enough: number;
}
