import { type Half, splitPosting } from '../../edits/split.ts';
import { judge } from '../../judgement/judge.ts';
import { type Phrase, say } from '../../say.ts';
import type { RoleId } from '../../taxonomy/index.ts';
import { countDuties, decidingDuties, namedRole, titleSpan } from '../facts.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';

/** What is left for a role when the other's duties go; null where that would not be judged as the role's posting. */
function halfFor({ posting, judgement, lens }: RuleContext, role: RoleId, other: RoleId): Half | null {
  const gone = new Set(
    judgement.statements.flatMap(({ side, statement }) => (side === other ? statement : [])),
  );
  const statements = posting.statements.filter((statement) => !gone.has(statement));
  const { verdict } = judge({ ...posting, statements }, lens);
  return verdict.role === role ? { role, without: [...gone] } : null;
}

/** The document keeps the job that its title names, so that its name goes on to fit. */
function splitFix(context: RuleContext): Fix<Phrase>[] {
  const { posting, lens, source, alone } = context;
  const [first, second] = lens.taxonomy.roles;
  const kept = namedRole(context) ?? first;
  const other = kept === first ? second : first;
  const stays = alone ? halfFor(context, kept.id, other.id) : null;
  const leaves = alone ? halfFor(context, other.id, kept.id) : null;
  if (stays === null || leaves === null) return [];
  const split = splitPosting(posting, lens.taxonomy, source, stays, leaves);
  if (split === null) return [];
  return [{ title: say`Split into two postings`, safe: false, preferred: true, ...split }];
}

export default defineRule({
  id: 'two-jobs',
  says: 'Both roles are in one posting, each enough for a job.',
  severity: 'information',
  check(context) {
    const [first, second] = context.lens.taxonomy.roles;
    const span = titleSpan(context);
    if (context.judgement.verdict.role !== 'both' || span === null) return [];
    // Another job may well hold a little of both.
    if (context.posting.title?.reading.role === 'other') return [];
    const one = countDuties(context, first.id);
    const other = countDuties(context, second.id);
    if (one.count < 2 || other.count < 2) return [];
    return [
      {
        span,
        message: say`This posting describes two jobs: ${one.count} of ${one.all} duties are ${first.workName}, ${other.count} are ${second.workName}. Few people do both well: make it two postings, or say which part comes first.`,
        related: [...decidingDuties(context, first.id, 3), ...decidingDuties(context, second.id, 3)],
        fixes: splitFix(context),
      },
    ];
  },
});
