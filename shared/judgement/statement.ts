import type { Statement } from '../posting/posting.ts';
import type { StatementReading } from './reading.ts';
import { type Appraisal, type Lent, type Side, type SignalMatch, weightsIn } from './weights.ts';

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

/** The responsibility of a duty; null where a statement is no duty or another job's. */
export function responsibilityOf({ side, entry }: JudgedStatement): string | null {
  return side === 'none' || side === 'other' ? null : entry;
}

/** @param lent what the rest of the posting lends to it */
export function judgeStatement({ statement, around }: StatementReading, lent: Lent): JudgedStatement {
  const weights = statement.content.once(weightsIn, around);
  const { duty, size, signals, weight } = weights;
  const { chances, side, entry } = weights.sided(lent);
  return { duty, chances, size, statement, signals, side, entry, weight };
}
