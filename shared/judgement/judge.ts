import type { Posting } from '../posting/posting.ts';
import type { OtherField, RoleId } from '../taxonomy/index.ts';
import type { Lens } from './lens.ts';
import { bothShare, enoughDuties, plentyDuties, roleRatio, roleShare, slope } from './numbers.ts';
import { judgeStatement, type JudgedStatement, type Side } from './statement.ts';
import { tokenize } from './tokens.ts';

export type VerdictRole = RoleId | 'both' | 'neither' | 'unclear';

/** Something other than the score that changed the answer. */
export interface Gate {
  readonly id: 'other-field' | 'thin' | 'share' | 'balance';
  /** One sentence. */
  readonly says: string;
}

export interface Verdict {
  readonly role: VerdictRole;
  /** The share of the duties that each role makes up, 0 to 1, by role id. */
  readonly shares: Readonly<Record<RoleId, number>>;
  /** 0.5 to 1: how likely the answer is right. */
  readonly confidence: number;
  readonly gates: readonly Gate[];
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Log-odds towards the first role of the pair: `prior` plus the weights of all statements. */
  readonly score: number;
  readonly prior: number;
  readonly statements: readonly JudgedStatement[];
  /** Statements with a weight, the strongest first. */
  readonly evidence: readonly JudgedStatement[];
  /** The other field that uses these titles, where the text speaks of one. */
  readonly field: OtherField | null;
}

/** Different cues of one field, three or more, and more than a quarter of the statements' number in all. */
function otherField(posting: Posting, lens: Lens): OtherField | null {
  const cues = new Map<OtherField, { kinds: Set<string>; count: number }>();
  for (const statement of posting.statements) {
    for (const { payload } of lens.fields.matches(tokenize(statement.content.text))) {
      const known = cues.get(payload.field) ?? { kinds: new Set<string>(), count: 0 };
      known.kinds.add(payload.cue);
      known.count += 1;
      cues.set(payload.field, known);
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

function sharesOf(clauses: readonly Side[], roles: readonly RoleId[]): Record<RoleId, number> {
  const shared = clauses.filter((side) => side === 'shared').length;
  const telling = Math.max(1, clauses.length - shared / 2);
  return Object.fromEntries(
    roles.map((role) => [role, clauses.filter((side) => side === role).length / telling]),
  );
}

const certain = (distance: number): number => 1 / (1 + Math.exp(-slope * Math.max(0, distance)));

/** Judges a posting by its duties alone; the title has no say. */
export function judge(posting: Posting, lens: Lens): Judgement {
  const statements = posting.statements.map((statement) => judgeStatement(statement, lens));
  const { prior } = lens.taxonomy;
  const score = statements.reduce((sum, statement) => sum + statement.weight, prior);
  const evidence = statements
    .filter((statement) => statement.weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const field = otherField(posting, lens);
  return { verdict: decide(statements, score, field, lens), score, prior, statements, evidence, field };
}

function decide(
  statements: readonly JudgedStatement[],
  score: number,
  field: OtherField | null,
  lens: Lens,
): Verdict {
  const [first, second] = lens.taxonomy.roles;
  const duties = statements.flatMap((statement) => statement.clauses);
  const shares = sharesOf(duties, [first.id, second.id]);
  const a = shares[first.id] ?? 0;
  const b = shares[second.id] ?? 0;
  const high = Math.max(a, b);
  const low = Math.min(a, b);
  const leader = a >= b ? first : second;
  const agrees = leader === first ? score > 0 : score < 0;
  if (field !== null && high < 0.6) {
    const says = `The text speaks of ${field.name}, which uses the same titles for other work.`;
    return { role: 'neither', shares, confidence: certain(0.6 - high), gates: [{ id: 'other-field', says }] };
  }
  if (duties.length < enoughDuties) {
    const says = 'There are too few duties to tell.';
    return { role: 'unclear', shares, confidence: 0.5, gates: [{ id: 'thin', says }] };
  }
  if (low >= bothShare && high <= roleRatio * low) {
    return {
      role: 'both',
      shares,
      confidence: certain(Math.min(low - bothShare, roleRatio * low - high)),
      gates: [],
    };
  }
  if (high >= roleShare && high > roleRatio * low && agrees) {
    const distance = Math.min(high - roleShare, (high - roleRatio * low) / 2, Math.abs(score) / 12);
    return {
      role: leader.id,
      shares,
      confidence: certain((distance + 0.08) * Math.min(1, duties.length / plentyDuties)),
      gates: [],
    };
  }
  if (high >= roleShare && !agrees) {
    const says = 'The duties and the rest of the text point different ways.';
    return { role: 'unclear', shares, confidence: 0.5, gates: [{ id: 'balance', says }] };
  }
  const says = 'Neither role makes up enough of the duties.';
  return {
    role: 'neither',
    shares,
    confidence: certain(roleShare - high + 0.02),
    gates: [{ id: 'share', says }],
  };
}
