import { retitle } from '../../edits/retitle.ts';
import { say } from '../../say.ts';
import { countDuties, decidingDuties, isSure, judgedRole, namedRole, titleSpan } from '../facts.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'title-mismatch',
  says: 'The title names one role, the duties describe the other.',
  severity: 'warning',
  options: {
    confidence: {
      type: 'number',
      default: 0.8,
      minimum: 0.5,
      maximum: 0.99,
      description: 'How sure the verdict must be, 0.5 to 0.99. Below it nothing is said.',
    },
  },
  check(context) {
    const { source, posting, lens, options } = context;
    const named = namedRole(context);
    const judged = judgedRole(context);
    const span = titleSpan(context);
    if (named === undefined || judged === undefined || named === judged || span === null) return [];
    const { count, all } = countDuties(context, judged.id);
    if (!isSure(context, judged.id, options.confidence)) return [];
    const change = retitle(posting, lens.taxonomy, judged.id, source);
    return [
      {
        span,
        message:
          count < 2
            ? say`The title says ${named.name}, but what the text says of the work is ${judged.workName}. People who look for the one job will find the other: change the title, or the duties.`
            : say`The title says ${named.name}, but ${count} of ${all} duties are ${judged.workName}. People who look for the one job will find the other: change the title, or the duties.`,
        related: decidingDuties(context, judged.id, 5),
        fixes:
          change === null
            ? []
            : [
                {
                  title: say`Change the title to “${change.title}”`,
                  safe: false,
                  preferred: true,
                  edits: change.edits,
                  newTitle: change.title,
                },
              ],
      },
    ];
  },
});
