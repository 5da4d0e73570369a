import { otherRole, roleOf, type Role, taxonomy } from '../shared/taxonomy/index.ts';

/** The role with this id and its counterpart, as views show them side by side. */
export function rolePair(id: string): readonly [Role, Role] | undefined {
  const role = roleOf(taxonomy, id);
  return role === undefined ? undefined : [role, otherRole(taxonomy, role.id)];
}
