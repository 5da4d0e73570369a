import type { OtherField, RoleId } from '../taxonomy/index.ts';
import { type Phrase, say, worded } from '../say.ts';
import type { VerdictNumbers } from '../taxonomy/numbers.ts';
import type { Lens } from './lens.ts';

/** Id of the role; both in one posting; another job; or too little to tell. */
export type VerdictRole = RoleId | 'both' | 'neither' | 'unclear';

/** Something other than the score that changed the answer. */
export interface Gate {
  readonly id: 'other-field' | 'thin' | 'shared' | 'share' | 'balance';
  /** One sentence. */
  readonly says: string;
}

/** Which job a posting describes, told by its duties alone. */
export interface Verdict {
  readonly role: VerdictRole;
  /** The share of the duties that each role makes up, 0 to 1, by role id. */
  readonly shares: Readonly<Record<RoleId, number>>;
  /** 0 to 1: how likely the answer is right. */
  readonly confidence: number;
  readonly gates: readonly Gate[];
}

/** The duties of a posting, counted by how likely each is one. */
export interface Duties {
  readonly count: number;
  /** The share of them that each role makes up, 0 to 1, by role id. */
  readonly shares: Readonly<Record<RoleId, number>>;
  /** Of all, those of both alike included, the share that both have alike, 0 to 1. */
  readonly alike: number;
  /** None of the statements is one by itself, and all together are a few words. */
  readonly hardlyAny: boolean;
}

const logit = (share: number): number => Math.log((share + 0.02) / (1 - share + 0.02));

/** The chances of: first role, second role, neither. */
export function roleChances(
  shares: readonly [number, number],
  count: number,
  numbers: VerdictNumbers['role'],
): [number, number, number] {
  const kept = count / (count + numbers.thin);
  const [a, b] = [logit(shares[0] * kept), logit(shares[1] * kept)];
  const first = Math.exp(numbers.bias[0] + numbers.own * a + numbers.other * b);
  const second = Math.exp(numbers.bias[1] + numbers.own * b + numbers.other * a);
  const all = 1 + first + second;
  return [first / all, second / all, 1 / all];
}

/** No answer is surer than this, whatever the numbers say: readers who follow one guide differ, too. */
const mostSure = 0.99;

/** From this share on duties of both roles alike are not another job’s. */
const mostlyAlike = 0.4;

/** What is left of the surest answer when two roles are near each other. */
const sureOfBoth = 0.6;

/** The answer, by the shares of the duties. */
export function decide(duties: Duties, score: number, field: OtherField | null, lens: Lens): Verdict {
  const [first, second] = lens.taxonomy.roles;
  const { verdict: numbers } = lens.numbers;
  const { shares, count } = duties;
  const pair = [shares[first.id] ?? 0, shares[second.id] ?? 0] as const;
  const low = Math.min(...pair);
  const high = Math.max(...pair);
  const chances = roleChances(pair, count, numbers.role);
  const answer = (role: VerdictRole, confidence: number): Verdict => ({
    role,
    shares,
    confidence: Math.min(mostSure, confidence),
    gates: [],
  });
  const gated = (role: VerdictRole, confidence: number, id: Gate['id'], says: Phrase): Verdict => ({
    ...answer(role, confidence),
    gates: [{ id, says: worded(says, lens.interfaceLanguage) }],
  });
  const thin = (): Verdict => gated('unclear', 0.5, 'thin', say`There are too few duties to tell.`);
  if (count < numbers.enough) return thin();
  if (field !== null && high < 0.6)
    return gated(
      'neither',
      Math.max(0.5, chances[2]),
      'other-field',
      say`The text speaks of ${field.name}, which uses the same titles for other work.`,
    );
  if (low >= numbers.bothShare && high <= numbers.bothRatio * low) return answer('both', sureOfBoth);
  const most = Math.max(...chances);
  const leader = chances[0] === most ? first : chances[1] === most ? second : null;
  if (leader === null) {
    if (duties.hardlyAny) return thin();
    if (duties.alike >= mostlyAlike)
      return gated('unclear', 0.5, 'shared', say`Many of the duties are work of both roles alike.`);
    return gated('neither', most, 'share', say`Neither role makes up enough of the duties.`);
  }
  if ((leader === first) !== score > 0)
    return gated(
      'unclear',
      0.5,
      'balance',
      say`By their number the duties are one role’s work, by their words the other’s.`,
    );
  return answer(leader.id, most);
}
