import { say } from '../../say.ts';
import { namedRole, titleSpan } from '../facts.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'other-field',
  says: 'The title is used in another field for other work.',
  severity: 'hint',
  silencesOthers: true,
  check(context) {
    const { field, verdict } = context.judgement;
    const named = namedRole(context);
    const span = titleSpan(context);
    if (named === undefined || field === null || span === null || verdict.role !== 'neither') return [];
    return [
      {
        span,
        message: say`In ${field.name}, “${named.name}” is the name of another job, and these duties are of that kind. Nothing else is checked here.`,
      },
    ];
  },
});
