import type { Statement } from '../posting/posting.ts';
import type { RoleId } from '../taxonomy/index.ts';
import type { Lens } from './lens.ts';
import type { StatementReading } from './reading.ts';
import { type Chances, type SignalMatch, weightsIn } from './weights.ts';

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
 * @param lent odds that the rest of the posting lends to each role
 */
export function judgeStatement(
  { statement, around }: StatementReading,
  lent: readonly [number, number],
): JudgedStatement {
  const weights = statement.content.once(weightsIn, around);
  const [first, second] = around.lens.taxonomy.roles;
  const { duty, size, signals, weight } = weights;
  const chances = weights.chances(lent);
  const side = duty < 0.5 ? 'none' : sideOf(chances, around.lens);
  const ofBoth = side === 'shared' || (side === 'other' && weight === 0);
  const ofFirst = side === first.id || (side !== second.id && weight > 0);
  const entry = weights.entry(ofBoth ? 2 : ofFirst ? 0 : 1);
  return { duty, chances, size, statement, signals, side, entry, weight };
}
