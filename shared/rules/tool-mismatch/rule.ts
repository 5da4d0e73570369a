import type { SectionKind } from '../../posting/posting.ts';
import { otherRole } from '../../taxonomy/index.ts';
import { say } from '../../say.ts';
import { settledRole } from '../facts.ts';
import { defineRule } from '../rule.ts';
import { firstOfEach, namesFor, onlyFor, otherPlaces, telltalesOf } from '../telltales.ts';

/** Where a tool that is named need not be one of the job. */
const elsewhere: ReadonlySet<SectionKind> = new Set([
  'about',
  'benefits',
  'apply',
  'equal-opportunity',
  'works-with',
]);

export default defineRule({
  id: 'tool-mismatch',
  says: 'The tools named are the other role’s.',
  severity: 'hint',
  check(context) {
    const { lens } = context;
    const own = settledRole(context);
    if (own === undefined) return [];
    const other = otherRole(lens.taxonomy, own.id);
    const named = onlyFor(other, telltalesOf(context, 'tool')).filter(
      ({ statement: { statement } }) => !elsewhere.has(statement.section),
    );
    // A list may hold one stranger; what is sure comes first, for it is what the finding marks.
    const tools = firstOfEach(named, ({ phrase }) => phrase.toLowerCase());
    const sure = tools.filter(({ telltale }) => telltale.sure);
    const [first, second] = [...sure, ...tools.filter(({ telltale }) => !telltale.sure)];
    if (first?.telltale.sure !== true || second === undefined) return [];
    const [wanted] = namesFor(own, 'tool', lens);
    return [
      {
        span: first.span,
        message:
          wanted === undefined
            ? say`“${first.phrase}” and “${second.phrase}” are tools of a ${other.name}. The two jobs may share tools, so this need not be wrong.`
            : say`“${first.phrase}” and “${second.phrase}” are tools of a ${other.name}, and none of a ${own.name} is named. The two jobs may share tools; name ${wanted} too, so that applicants see where they will work.`,
        related: otherPlaces([first, ...tools.filter((tool) => tool !== first)]),
      },
    ];
  },
});
