import type { Statement } from '../posting/posting.ts';
import { isLearned } from '../taxonomy/index.ts';
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

/** A phrase of the taxonomy in a statement, with the entry that explains it. Learned words and other work have none. */
export interface NamedPhrase extends SignalMatch {
  readonly entry: string;
}

/** The phrases in a statement that the taxonomy names, in the order of the text. */
export function namedPhrases({ signals }: JudgedStatement): NamedPhrase[] {
  return signals.flatMap((match) => {
    const { entry } = match.signal;
    return entry === null || isLearned(match.signal) ? [] : [{ ...match, entry }];
  });
}

/**
 * The phrases that name the responsibility of a duty. Where there are none, it was guessed from single words: too unsure
 * to tell people.
 */
export function namingPhrases(judged: JudgedStatement): NamedPhrase[] {
  const { side } = judged;
  const responsibility = responsibilityOf(judged);
  return namedPhrases(judged).filter(
    ({ signal, entry }) => entry === responsibility && (signal.role ?? 'shared') === side,
  );
}

/** The responsibility of a duty where a phrase in it names it: what people are told of it. */
export function namedResponsibility(judged: JudgedStatement): string | null {
  return namingPhrases(judged)[0]?.entry ?? null;
}

/** @param lent what the rest of the posting lends to it */
export function judgeStatement({ statement, around }: StatementReading, lent: Lent): JudgedStatement {
  const weights = statement.content.once(weightsIn, around);
  const { duty, size, signals, weight } = weights;
  const { chances, side, entry } = weights.sided(lent);
  return { duty, chances, size, statement, signals, side, entry, weight };
}
