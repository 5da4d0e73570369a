import { retitle } from '../../edits/retitle.ts';
import { roleOf } from '../../taxonomy/index.ts';
import { countDuties, decidingDuties, defineRule, judgedRole, titleSpan } from '../rule.ts';

/**
 * Below this confidence the rule stays quiet: silence beats a wrong warning. A single statement that names the work may
 * be one long sentence about many things, so it must be surer.
 */
const sure = 0.8;
const sureOfOne = 0.97;

export default defineRule({
  id: 'title-mismatch',
  says: 'The title names one role, the duties describe the other.',
  severity: 'warning',
  check(context) {
    const { posting, judgement, lens } = context;
    const named = roleOf(lens.taxonomy, posting.title?.reading.role ?? '');
    const judged = judgedRole(context);
    const span = titleSpan(context);
    if (named === undefined || judged === undefined || named === judged || span === null) return [];
    const { count, all } = countDuties(context, judged.id);
    if (judgement.verdict.confidence < (count < 2 ? sureOfOne : sure)) return [];
    const duties =
      count < 2
        ? `what the text says of the work is ${judged.workName}`
        : `${count} of ${all} duties are ${judged.workName}`;
    const change = retitle(posting, lens.taxonomy, judged.id);
    return [
      {
        span,
        message: `The title says ${named.name}, but ${duties}. People who look for the one job will find the other: change the title, or the duties.`,
        related: decidingDuties(context, judged.id, 5),
        fixes:
          change === null
            ? []
            : [
                {
                  title: `Change the title to “${change.title}”`,
                  safe: false,
                  preferred: true,
                  edits: change.edits,
                },
              ],
      },
    ];
  },
});
