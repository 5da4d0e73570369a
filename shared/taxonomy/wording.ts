import type { RoleId, Taxonomy } from './types.ts';

/** A verdict as it is put into words: a role's id or one of the answers that name no role. */
export interface WordedVerdict {
  readonly role: RoleId;
  /** The share of the duties that each role makes up, 0 to 1. */
  readonly shares: Readonly<Record<RoleId, number>>;
  /** 0.5 to 1. */
  readonly confidence: number;
}

/** From here on nothing is said to be probable only. */
const sure = 0.8;

const answers: Readonly<Record<string, string>> = {
  both: 'two jobs in one',
  neither: 'another job',
  unclear: 'too little to tell',
};

/** The verdict in words, for "the duties describe …". */
export function verdictText(verdict: WordedVerdict, taxonomy: Taxonomy): string {
  const role = taxonomy.roles.find(({ id }) => id === verdict.role);
  if (role === undefined) return answers[verdict.role] ?? verdict.role;
  return `${verdict.confidence < sure ? 'probably ' : ''}a ${role.name}`;
}

/** Each role's short name with its share of the duties, for narrow places. */
export function sharesText(verdict: WordedVerdict, taxonomy: Taxonomy): string {
  const parts = taxonomy.roles.map(
    ({ id, shortName }) => `${shortName} ${Math.round((verdict.shares[id] ?? 0) * 100)} %`,
  );
  return parts.join(', ');
}
