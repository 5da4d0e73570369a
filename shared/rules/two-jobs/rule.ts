import { say } from '../../say.ts';
import { countDuties, decidingDuties, titleSpan } from '../facts.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'two-jobs',
  says: 'Both roles are in one posting, each enough for a job.',
  severity: 'information',
  check(context) {
    const [first, second] = context.lens.taxonomy.roles;
    const span = titleSpan(context);
    if (context.judgement.verdict.role !== 'both' || span === null) return [];
    const one = countDuties(context, first.id);
    const other = countDuties(context, second.id);
    if (one.count < 2 || other.count < 2) return [];
    return [
      {
        span,
        message: say`This posting describes two jobs: ${one.count} of ${one.all} duties are ${first.workName}, ${other.count} are ${second.workName}. Few people do both well: make it two postings, or say which part comes first.`,
        related: [...decidingDuties(context, first.id, 3), ...decidingDuties(context, second.id, 3)],
      },
    ];
  },
});
