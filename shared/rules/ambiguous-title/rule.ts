import { retitle } from '../../edits/retitle.ts';
import { jobTitle } from '../../posting/detection/jobTitle.ts';
import { type Phrase, say } from '../../say.ts';
import type { Role } from '../../taxonomy/index.ts';
import { countDuties, decidingDuties, judgedRole, namesJobOf, titleSpan } from '../facts.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';

/** Names of no known job are told from jobs of other fields only by duties that leave no doubt. */
const sureOfUnknown = 0.95;
const longestTitle = 6;

/** Whether the title is the name of a job, and of none that is known: not a company's, not one with words of a role. */
function namesNoKnownJob(context: RuleContext, judged: Role): boolean {
  const { title, sections } = context.posting;
  if (title?.reading.role !== null) return false;
  const { text } = title.content;
  const lower = text.toLowerCase();
  const { forms } = context.lens.taxonomy.titles;
  const hinted = forms.some(({ modifiers }) => modifiers.some((words) => lower.includes(words)));
  if (hinted || text.split(/\s+/).length > longestTitle || jobTitle(text) > 0) return false;
  if (title.place !== 'heading') return true;
  // A heading may be the company's name, with the job named below it.
  const texts = sections.flatMap(({ heading, statements }) => [
    ...(heading === null ? [] : [heading.content]),
    ...statements.map(({ content }) => content),
  ]);
  return !texts.some((each) => namesJobOf(context, each, judged.id));
}

function fixes({ source, posting, lens }: RuleContext, judged: Role): Fix<Phrase>[] {
  const change = retitle(posting, lens.taxonomy, judged.id, source);
  if (change === null) return [];
  return [
    {
      title: say`Change the title to “${change.title}”`,
      safe: false,
      preferred: false,
      edits: change.edits,
    },
  ];
}

export default defineRule({
  id: 'ambiguous-title',
  says: 'The title names both roles, or neither of them, while the duties are clear.',
  severity: 'information',
  options: {
    confidence: {
      type: 'number',
      default: 0.9,
      minimum: 0.5,
      maximum: 0.99,
      description: 'How sure the verdict must be, 0.5 to 0.99. Below it nothing is said.',
    },
  },
  check(context) {
    const { posting, judgement, lens, options } = context;
    const judged = judgedRole(context);
    const span = titleSpan(context);
    const { confidence } = judgement.verdict;
    if (judged === undefined || span === null || confidence < options.confidence) return [];
    const { count, all } = countDuties(context, judged.id);
    const related = decidingDuties(context, judged.id, 3);
    if (posting.title?.reading.role === 'both') {
      const [first, second] = lens.taxonomy.roles;
      return [
        {
          span,
          message: say`The title names two jobs, ${first.name} and ${second.name}, but ${count} of ${all} duties are ${judged.workName}. Applicants cannot tell which you mean: name the one that the duties describe.`,
          related,
          fixes: fixes(context, judged),
        },
      ];
    }
    const clear = confidence >= sureOfUnknown && count >= 3 && 2 * count >= all;
    if (!clear || !namesNoKnownJob(context, judged)) return [];
    return [
      {
        span,
        message: say`The title does not say which job this is: ${count} of ${all} duties are ${judged.workName}. People search by title, so use one that they know, such as “${judged.title}”.`,
        related,
      },
    ];
  },
});
