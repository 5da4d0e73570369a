import { percent, type Phrase, say } from '../say.ts';
import type { Role, RoleId } from './types.ts';

/** A pair of roles as it is put into words: a taxonomy, or what a client is told of one. */
export interface WordedPair {
  readonly roles: readonly [WordedRole, WordedRole];
}

type WordedRole = Pick<Role, 'id' | 'name' | 'shortName'>;

/** What a client needs of a taxonomy to put verdicts into words. */
export function wordedPair({ roles: [first, second] }: WordedPair): WordedPair {
  const role = ({ id, name, shortName }: WordedRole): WordedRole => ({ id, name, shortName });
  return { roles: [role(first), role(second)] };
}

/** A verdict as it is put into words: a role's id or one of the answers that name no role. */
export interface WordedVerdict {
  readonly role: RoleId;
  /** The share of the duties that each role makes up, 0 to 1. */
  readonly shares: Readonly<Record<RoleId, number>>;
  /** 0.5 to 1. */
  readonly confidence: number;
}

/** From here on nothing is said to be probable only. */
export const sureConfidence = 0.8;

const answers: Readonly<Record<string, Phrase>> = {
  both: say`two jobs in one`,
  neither: say`another job`,
  unclear: say`too little to tell`,
};

/** The verdict in words, for "the duties describe …". */
export function verdictText(verdict: WordedVerdict, { roles }: WordedPair): Phrase {
  const role = roles.find(({ id }) => id === verdict.role);
  if (role === undefined) return answers[verdict.role] ?? say`${verdict.role}`;
  const vowel = /^[aeiou]/i.test(role.name);
  if (verdict.confidence < sureConfidence)
    return vowel ? say`probably an ${role.name}` : say`probably a ${role.name}`;
  return vowel ? say`an ${role.name}` : say`a ${role.name}`;
}

/** Each role's short name with its share of the duties, for narrow places. */
export function sharesText({ shares }: WordedVerdict, { roles: [first, second] }: WordedPair): Phrase {
  const [one, other] = [percent(shares[first.id] ?? 0), percent(shares[second.id] ?? 0)];
  return say`${first.shortName} ${one}, ${second.shortName} ${other}`;
}
