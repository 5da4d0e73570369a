import { roleOf } from '../../taxonomy/index.ts';
import { defineRule, titleSpan } from '../rule.ts';

export default defineRule({
  id: 'other-field',
  says: 'The title is used in another field for other work.',
  severity: 'hint',
  check(context) {
    const { posting, judgement, lens } = context;
    const named = roleOf(lens.taxonomy, posting.title?.reading.role ?? '');
    const span = titleSpan(context);
    if (named === undefined || judgement.field === null || span === null) return [];
    if (judgement.verdict.role !== 'neither') return [];
    return [
      {
        span,
        message: `In ${judgement.field.name}, “${named.name}” is the name of another job, and these duties are of that kind. Nothing else is checked here.`,
      },
    ];
  },
});
