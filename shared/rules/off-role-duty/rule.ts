import type { JudgedStatement } from '../../judgement/statement.ts';
import { say } from '../../say.ts';
import { otherRole, type Role } from '../../taxonomy/index.ts';
import { clearRole, dutiesOf } from '../facts.ts';
import { defineRule, type RawFinding, type RuleContext } from '../rule.ts';

/** Fewer duties are too few to call one of them the odd one out. */
const enoughDuties = 5;

/** More of them are no slip: then the posting asks for some of both, which is for other rules to say. */
const mostOffRole = 2;

/** How likely a duty must be the other role's, and by how much its words must say so (log-odds). */
const sureChance = 0.85;
const sureWeight = 3.5;

function offRole(duty: JudgedStatement, role: Role, { lens }: RuleContext): RawFinding[] {
  const other = otherRole(lens.taxonomy, role.id);
  const first = lens.taxonomy.roles[0].id === other.id;
  const chance = duty.chances[first ? 0 : 1];
  const entry = lens.taxonomy.responsibilities.find(
    ({ id, roles }) => id === duty.entry && !roles.includes(role.id),
  );
  if (chance < sureChance || duty.weight * (first ? 1 : -1) < sureWeight || entry === undefined) return [];
  return [
    {
      span: duty.statement.span,
      message: say`“${entry.name}” is ${other.workName}, while this posting is for ${role.workName}. Applicants may wonder whether a second job is meant: say that others do it, or that it is a small part.`,
    },
  ];
}

export default defineRule({
  id: 'off-role-duty',
  says: 'One duty belongs to the other role, in a posting that is otherwise clear.',
  severity: 'hint',
  check(context) {
    const { judgement, lens } = context;
    const role = clearRole(context);
    const duties = dutiesOf(context);
    if (role === undefined || duties.length < enoughDuties) return [];
    const other = otherRole(lens.taxonomy, role.id);
    const odd = duties.filter(({ side }) => side === other.id);
    if (odd.length > mostOffRole || (judgement.verdict.shares[other.id] ?? 0) > 0.2) return [];
    return odd.flatMap((duty) => offRole(duty, role, context));
  },
});
