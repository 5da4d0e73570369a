import { countWords } from '../posting/countWords.ts';
import type { KnownText } from '../posting/knownText.ts';
import type { Posting } from '../posting/posting.ts';
import type { OtherField, RoleId } from '../taxonomy/index.ts';
import type { Lens } from './lens.ts';
import { readPosting, type StatementReading } from './reading.ts';
import { judgeStatement, type JudgedStatement } from './statement.ts';
import { matchesIn } from './taxonomyIndex.ts';
import { decide, type Duties, type Verdict } from './verdict.ts';
import { type Appraisal, weightsIn } from './weights.ts';

/** What a posting's duties say, by themselves and all together. */
export interface Judgement {
  readonly verdict: Verdict;
  /** Log-odds towards the first role of the pair: `prior` plus the weights of all statements. */
  readonly score: number;
  readonly prior: number;
  readonly statements: readonly JudgedStatement[];
  /**
   * What was seen in each of the statements before it was weighed.
   * @internal
   */
  readonly readings: readonly StatementReading[];
  /** Statements with a weight, the strongest first. */
  readonly evidence: readonly JudgedStatement[];
  /** The other field that uses these titles, where the text speaks of one. */
  readonly field: OtherField | null;
}

interface FieldCue {
  readonly field: OtherField;
  readonly cue: string;
}

const fieldCues = (_: string, lens: Lens, known: KnownText): readonly FieldCue[] =>
  known.once(matchesIn, lens).fields.map(({ payload }) => payload);

/** Different cues of one field, three or more, and in a fifth of the statements' number at least. */
function otherField(posting: Posting, lens: Lens): OtherField | null {
  const cues = new Map<OtherField, { kinds: Set<string>; count: number }>();
  for (const statement of posting.statements) {
    for (const { field, cue } of statement.content.once(fieldCues, lens)) {
      const known = cues.get(field) ?? { kinds: new Set<string>(), count: 0 };
      known.kinds.add(cue);
      known.count += 1;
      cues.set(field, known);
    }
  }
  let best: OtherField | null = null;
  let most = 0;
  for (const [field, { kinds, count }] of cues) {
    if (kinds.size >= 3 && count > most && count >= posting.statements.length / 5)
      [best, most] = [field, count];
  }
  return best;
}

/** Judges a posting by its duties alone; the title has no say. */
export function judge(posting: Posting, lens: Lens): Judgement {
  return weigh(readPosting(posting, lens), otherField(posting, lens), lens);
}

/** What has been read, weighed with the numbers of the lens. */
export function weigh(
  readings: readonly StatementReading[],
  field: OtherField | null,
  lens: Lens,
): Judgement {
  const { prior, context } = lens.numbers;
  const [first, second] = lens.taxonomy.roles;
  const alone = readings.map(({ statement, around }) => statement.content.once(weightsIn, around));
  const { shares } = dutiesOf(alone, lens);
  const lend = (role: RoleId): number => Math.exp(context * (shares[role] ?? 0));
  const lent = [lend(first.id), lend(second.id)] as const;
  const statements = readings.map((reading) => judgeStatement(reading, lent));
  const score = statements.reduce((sum, statement) => sum + statement.weight, prior);
  const evidence = statements
    .filter((statement) => statement.weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const duties = { ...dutiesOf(statements, lens), hardlyAny: hardlyAny(statements) };
  return { verdict: decide(duties, score, field, lens), score, prior, statements, readings, evidence, field };
}

/** Fewer words than these that hold no duty say too little of any job. */
const fewWords = 40;

function hardlyAny(statements: readonly JudgedStatement[]): boolean {
  let words = 0;
  for (const { duty, statement } of statements) {
    words += countWords(statement.content.text);
    if (duty >= 0.5 || words >= fewWords) return false;
  }
  return true;
}

function dutiesOf(statements: readonly Appraisal[], lens: Lens): Omit<Duties, 'hardlyAny'> {
  const [first, second] = lens.taxonomy.roles;
  let count = 0;
  let all = 0;
  let alike = 0;
  let a = 0;
  let b = 0;
  for (const { duty, size, chances } of statements) {
    const counts = duty * size;
    all += counts;
    alike += counts * chances[2];
    count += counts * (1 - lens.numbers.sharedLeftOut * chances[2]);
    a += counts * chances[0];
    b += counts * chances[1];
  }
  const whole = Math.max(count, 1e-9);
  return {
    count,
    shares: { [first.id]: a / whole, [second.id]: b / whole },
    alike: alike / Math.max(all, 1e-9),
  };
}
