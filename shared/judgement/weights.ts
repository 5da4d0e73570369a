import type { KnownText } from '../posting/knownText.ts';
import type { Span } from '../posting/span.ts';
import type { RoleId, Signal } from '../taxonomy/index.ts';
import type { Lens } from './lens.ts';
import { never } from './dutyCues.ts';
import { type Around, type Seen, seenIn } from './reading.ts';

/** A signal found in a statement. `span` is in the statement's text. */
export interface SignalMatch {
  readonly signal: Signal;
  readonly span: Span;
  /** What it adds to the score: log-odds towards the first role, with the weight of the place it stands in. */
  readonly weight: number;
}

/** Chances of: first role, second role, both alike, another job. They sum to 1. */
export type Chances = readonly [number, number, number, number];

/** Whose work a statement is: a role, both alike, another duty, or no duty at all. */
export type Side = RoleId | 'shared' | 'other' | 'none';

/** What a statement counts for when duties are counted. */
export interface Appraisal {
  /** How likely it says what the person will do, 0 to 1. */
  readonly duty: number;
  readonly chances: Chances;
  /** How many duties it counts as: a statement of several clauses says more than one of a single. */
  readonly size: number;
}

/** Whose work a statement is, told with what the rest of the posting lends to it. */
export interface Sided {
  readonly chances: Chances;
  readonly side: Side;
  /** The entry that its signals speak for most, whether or not it is a duty. */
  readonly entry: string | null;
}

/** Odds that the rest of a posting lends to the first role and to the second. */
export type Lent = readonly [number, number];

const nothing: Lent = [1, 1];

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

function chanceOfDuty(cues: readonly string[], { section, lens }: Around): number {
  // What colleagues do is told there, whatever the words.
  if (section === 'works-with' || cues[0] === never) return 0;
  const { duty, dutyBias } = lens.numbers;
  return sigmoid(cues.reduce((sum, cue) => sum + (duty[cue] ?? 0), dutyBias));
}

/** What a signal speaks for: 0 and 1 for the roles, 2 for a duty of both alike, 3 for another job's. */
export function sideIndex(signal: Signal, lens: Lens): 0 | 1 | 2 | 3 {
  const [first, second] = lens.taxonomy.roles;
  if (signal.role === first.id) return 0;
  if (signal.role === second.id) return 1;
  return signal.entry === null ? 3 : 2;
}

const towards = [1, -1, 0, 0] as const;

/**
 * The odds of a statement's four sides, clause by clause, each by its own signals and, less, by those of its neighbours.
 * The likeliest of a clause is 1.
 */
function oddsOf({ signals, clauses }: Seen, lens: Lens): readonly number[] {
  const { bias, spread } = lens.numbers;
  const whole = [0, 0, 0, 0];
  const own = new Array<number>(4 * clauses).fill(0);
  for (const { signal, clause } of signals) {
    const side = sideIndex(signal, lens);
    const weight = lens.weightOf(signal);
    whole[side] = (whole[side] ?? 0) + weight;
    own[4 * clause + side] = (own[4 * clause + side] ?? 0) + weight;
  }
  for (let start = 0; start < own.length; start += 4) {
    let most = -Infinity;
    for (let side = 0; side < 4; side++) {
      const mine = own[start + side] ?? 0;
      const score = (bias[side] ?? 0) + mine + spread * ((whole[side] ?? 0) - mine);
      own[start + side] = score;
      most = Math.max(most, score);
    }
    for (let at = start; at < start + 4; at++) own[at] = Math.exp((own[at] ?? 0) - most);
  }
  return own;
}

/** How much the signals of each entry of a role say in a statement; null for duties of both alike. */
export function entrySums({ signals }: Seen, role: RoleId | null, lens: Lens): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { signal } of signals)
    if (signal.entry !== null && signal.role === role)
      sums.set(signal.entry, (sums.get(signal.entry) ?? 0) + lens.weightOf(signal));
  return sums;
}

/** A responsibility says what is done; a trait or context only colours it, and names a duty where nothing else does. */
function strongestEntry(seen: Seen, role: RoleId | null, lens: Lens): string | null {
  let best: { entry: string; duty: boolean; sum: number } | null = null;
  for (const [entry, weight] of entrySums(seen, role, lens)) {
    const [scale, bias] = lens.numbers.entries[entry] ?? [1, 0];
    const next = { entry, duty: lens.duties.has(entry), sum: scale * weight + bias };
    if (best === null || (next.duty === best.duty ? next.sum > best.sum : next.duty)) best = next;
  }
  return best?.entry ?? null;
}

/** From this chance on a duty is a role's, though all other work together may be likelier: no one kind of it is. */
const enoughForRole = 0.3;

function sideOf(chances: Chances, lens: Lens): Side {
  const [first, second] = lens.taxonomy.roles;
  const [a, b, both, other] = chances;
  if (Math.max(a, b) >= Math.min(enoughForRole, Math.max(both, other))) return a >= b ? first.id : second.id;
  return both > other ? 'shared' : 'other';
}

/** What a statement weighs by itself; what the rest of the posting lends it is all that comes on top. */
export class StatementWeights implements Appraisal {
  /** How likely it says what the person will do, 0 to 1. */
  readonly duty: number;
  /** How many duties it counts as: a statement of several clauses says more than one of a single. */
  readonly size: number;
  readonly signals: readonly SignalMatch[];
  /** Log-odds towards the first role of the pair: the sum of its signals' weights. */
  readonly weight: number;
  /** Those where nothing is lent. */
  readonly chances: Chances;
  readonly #odds: readonly number[];
  #lent: Lent = nothing;
  #sided: Sided | null = null;
  readonly #seen: Seen;
  readonly #lens: Lens;

  constructor(seen: Seen, around: Around) {
    const { lens } = around;
    this.#seen = seen;
    this.#lens = lens;
    this.duty = chanceOfDuty(seen.cues, around);
    this.size = seen.clauses ** lens.numbers.clausePower;
    this.signals = seen.signals.flatMap(({ signal, span }) => {
      const weight = lens.weightOf(signal);
      return weight === 0
        ? []
        : [{ signal, span, weight: towards[sideIndex(signal, lens)] * this.duty * weight }];
    });
    this.weight = this.signals.reduce((sum, match) => sum + match.weight, 0);
    this.#odds = oddsOf(seen, lens);
    this.chances = this.#chances(nothing);
  }

  /** Asked with the same again and again: most edits change nothing of what is lent. */
  sided(lent: Lent): Sided {
    const [first, second] = this.#lent;
    if (this.#sided !== null && lent[0] === first && lent[1] === second) return this.#sided;
    const chances = this.#chances(lent);
    const side = this.duty < 0.5 ? 'none' : sideOf(chances, this.#lens);
    this.#lent = lent;
    return (this.#sided = { chances, side, entry: this.#entry(side) });
  }

  #chances([first, second]: Lent): Chances {
    const odds = this.#odds;
    let a = 0;
    let b = 0;
    let both = 0;
    let other = 0;
    for (let at = 0; at < odds.length; at += 4) {
      const ofFirst = (odds[at] ?? 0) * first;
      const ofSecond = (odds[at + 1] ?? 0) * second;
      const ofBoth = odds[at + 2] ?? 0;
      const ofOther = odds[at + 3] ?? 0;
      // Each clause counts alike.
      const share = 4 / odds.length / (ofFirst + ofSecond + ofBoth + ofOther);
      a += ofFirst * share;
      b += ofSecond * share;
      both += ofBoth * share;
      other += ofOther * share;
    }
    return [a, b, both, other];
  }

  #entry(side: Side): string | null {
    const [first, second] = this.#lens.taxonomy.roles;
    const ofBoth = side === 'shared' || (side === 'other' && this.weight === 0);
    const leader = side === first.id || (side !== second.id && this.weight > 0) ? first : second;
    return strongestEntry(this.#seen, ofBoth ? null : leader.id, this.#lens);
  }
}

/** What a text weighs that stands so. */
export const weightsIn = (_: string, around: Around, known: KnownText): StatementWeights =>
  new StatementWeights(known.once(seenIn, around), around);
