import type { Statement } from '../posting/posting.ts';
import type { Span } from '../posting/span.ts';
import type { RoleId, Signal } from '../taxonomy/index.ts';
import type { Lens } from './lens.ts';
import type { StatementReading } from './reading.ts';

/** A signal found in a statement. `span` is in the statement's text. */
export interface SignalMatch {
  readonly signal: Signal;
  readonly span: Span;
  /** What it adds to the score: log-odds towards the first role, with the weight of the place it stands in. */
  readonly weight: number;
}

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

/** A statement with what it says for which role. */
export interface JudgedStatement extends Appraisal {
  readonly statement: Statement;
  readonly signals: readonly SignalMatch[];
  readonly side: Side;
  /** The entry that its signals speak for most, whether or not it is a duty. */
  readonly entry: string | null;
  /** Log-odds towards the first role of the pair, negative for the second: the sum of its signals' weights. */
  readonly weight: number;
}

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

function chanceOfDuty(reading: StatementReading, lens: Lens): number {
  // What colleagues do is told there, whatever the words.
  if (reading.statement.section === 'works-with') return 0;
  const { duty, dutyBias } = lens.numbers;
  return sigmoid(reading.cues.reduce((sum, cue) => sum + (duty[cue] ?? 0), dutyBias));
}

/** What a signal speaks for: 0 and 1 for the roles, 2 for a duty of both alike, 3 for another job's. */
export function sideIndex(signal: Signal, lens: Lens): 0 | 1 | 2 | 3 {
  const [first, second] = lens.taxonomy.roles;
  if (signal.role === first.id) return 0;
  if (signal.role === second.id) return 1;
  return signal.entry === null ? 3 : 2;
}

/** Chances of: first role, second role, both alike, another job. They sum to 1. */
export type Chances = readonly [number, number, number, number];

/**
 * How likely a statement is whose work: the mean of its clauses, each by its own signals and, less, by those of its
 * neighbours.
 */
function chancesOf(reading: StatementReading, context: readonly [number, number], lens: Lens): Chances {
  const { bias, spread } = lens.numbers;
  const whole: number[] = [0, 0, 0, 0];
  const own = Array.from({ length: reading.clauses }, (): number[] => [0, 0, 0, 0]);
  for (const { signal, clause } of reading.signals) {
    const side = sideIndex(signal, lens);
    const weight = lens.weightOf(signal);
    whole[side] = (whole[side] ?? 0) + weight;
    const mine = own[clause];
    if (mine !== undefined) mine[side] = (mine[side] ?? 0) + weight;
  }
  const sum: [number, number, number, number] = [0, 0, 0, 0];
  for (const clause of own) {
    const scores = sum.map((_, side) => {
      const mine = clause[side] ?? 0;
      return (bias[side] ?? 0) + (context[side] ?? 0) + mine + spread * ((whole[side] ?? 0) - mine);
    });
    const most = Math.max(...scores);
    const odds = scores.map((score) => Math.exp(score - most));
    const all = odds.reduce((total, each) => total + each, 0);
    odds.forEach((each, side) => {
      sum[side] = (sum[side] ?? 0) + each / all / own.length;
    });
  }
  return sum;
}

/** @param context log-odds that the rest of the posting lends to each role */
export function appraise(
  reading: StatementReading,
  context: readonly [number, number],
  lens: Lens,
): Appraisal {
  return {
    duty: chanceOfDuty(reading, lens),
    chances: chancesOf(reading, context, lens),
    size: reading.clauses ** lens.numbers.clausePower,
  };
}

/** How much the signals of each entry of a role say in a statement; null for duties of both alike. */
export function entrySums(reading: StatementReading, role: RoleId | null, lens: Lens): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { signal } of reading.signals)
    if (signal.entry !== null && signal.role === role)
      sums.set(signal.entry, (sums.get(signal.entry) ?? 0) + lens.weightOf(signal));
  return sums;
}

/** A responsibility says what is done; a trait or context only colours it, and names a duty where nothing else does. */
function strongestEntry(reading: StatementReading, role: RoleId | null, lens: Lens): string | null {
  let best: { entry: string; duty: boolean; sum: number } | null = null;
  for (const [entry, weight] of entrySums(reading, role, lens)) {
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

/** The responsibility of a duty; null where a statement is no duty or another job's. */
export function responsibilityOf({ side, entry }: JudgedStatement): string | null {
  return side === 'none' || side === 'other' ? null : entry;
}

/**
 * Weighs one statement.
 * @param context log-odds that the rest of the posting lends to each role
 */
export function judgeStatement(
  reading: StatementReading,
  context: readonly [number, number],
  lens: Lens,
): JudgedStatement {
  const [first, second] = lens.taxonomy.roles;
  const appraisal = appraise(reading, context, lens);
  const { duty, chances } = appraisal;
  const signals = reading.signals.flatMap(({ signal, span }) => {
    const weight = lens.weightOf(signal);
    const sign = [1, -1, 0, 0][sideIndex(signal, lens)] ?? 0;
    return weight === 0 ? [] : [{ signal, span, weight: sign * duty * weight }];
  });
  const weight = signals.reduce((sum, match) => sum + match.weight, 0);
  const side = duty < 0.5 ? 'none' : sideOf(chances, lens);
  const leader = side === first.id || side === second.id ? side : (weight > 0 ? first : second).id;
  const entry =
    side === 'shared' || (side === 'other' && weight === 0)
      ? strongestEntry(reading, null, lens)
      : strongestEntry(reading, leader, lens);
  return { ...appraisal, statement: reading.statement, signals, side, entry, weight };
}
