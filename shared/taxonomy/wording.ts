import type { Role, RoleId } from './types.ts';

/** A pair of roles as it is put into words: a taxonomy, or what a client is told of one. */
export interface WordedPair {
  readonly roles: readonly Pick<Role, 'id' | 'name' | 'shortName'>[];
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

const answers: Readonly<Record<string, string>> = {
  both: 'two jobs in one',
  neither: 'another job',
  unclear: 'too little to tell',
};

/** The verdict in words, for "the duties describe …". */
export function verdictText(verdict: WordedVerdict, { roles }: WordedPair): string {
  const role = roles.find(({ id }) => id === verdict.role);
  if (role === undefined) return answers[verdict.role] ?? verdict.role;
  const article = /^[aeiou]/i.test(role.name) ? 'an' : 'a';
  return `${verdict.confidence < sureConfidence ? 'probably ' : ''}${article} ${role.name}`;
}

/** Each role's short name with its share of the duties, for narrow places. */
export function sharesText(verdict: WordedVerdict, { roles }: WordedPair): string {
  const parts = roles.map(
    ({ id, shortName }) => `${shortName} ${Math.round((verdict.shares[id] ?? 0) * 100)} %`,
  );
  return parts.join(', ');
}
