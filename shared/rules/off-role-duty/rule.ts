import { moveDuty } from '../../edits/duties.ts';
import type { JudgedStatement } from '../../judgement/statement.ts';
import { type Phrase, say } from '../../say.ts';
import { otherRole, type Role } from '../../taxonomy/index.ts';
import { clearRole, dutiesOf, namesJobOf } from '../facts.ts';
import { defineRule, type Fix, type RawFinding, type RuleContext } from '../rule.ts';

/** Fewer duties are too few to call one of them the odd one out. */
const enoughDuties = 5;

/** More of them are no slip: then the posting asks for some of both, which is for other rules to say. */
const mostOffRole = 2;

/** How likely a duty must be the other role's, and by how much its words must say so (log-odds). */
const sureChance = 0.85;
const sureWeight = 3.5;

function moveFixes({ statement }: JudgedStatement, { posting, source }: RuleContext): Fix<Phrase>[] {
  const edits = moveDuty(posting, statement, source);
  if (edits === null) return [];
  return [{ title: say`Move this duty to “Works with”`, safe: false, preferred: true, edits }];
}

function offRole(duty: JudgedStatement, role: Role, context: RuleContext): RawFinding[] {
  const { lens } = context;
  const other = otherRole(lens.taxonomy, role.id);
  const first = lens.taxonomy.roles[0].id === other.id;
  const chance = duty.chances[first ? 0 : 1];
  const entry = lens.taxonomy.responsibilities.find(
    ({ id, roles }) => id === duty.entry && !roles.includes(role.id),
  );
  if (chance < sureChance || duty.weight * (first ? 1 : -1) < sureWeight || entry === undefined) return [];
  // Who does it is said already: "work with our ..., who plans the calendar".
  if (namesJobOf(context, duty.statement.content, other.id)) return [];
  return [
    {
      span: duty.statement.span,
      message: say`“${entry.name}” is ${other.workName}, while this posting is for ${role.workName}. Applicants may wonder whether a second job is meant: say that others do it, or that it is a small part.`,
      fixes: moveFixes(duty, context),
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
