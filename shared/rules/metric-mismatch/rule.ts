import { otherRole } from '../../taxonomy/index.ts';
import { say } from '../../say.ts';
import type { Section, Statement } from '../../posting/posting.ts';
import { settledRole } from '../facts.ts';
import { defineRule } from '../rule.ts';
import { firstOfEach, namesFor, onlyFor, otherPlaces, type Spotted, telltalesOf } from '../telltales.ts';

/** How a duty speaks of what is counted. */
const measures =
  /\b(?:measur\w*|track\w*|report\w*|monitor\w*|analy[sz]\w*|kpis?|okrs?|metrics?|goals?|targets?|objectives?|success\w*|dashboards?|benchmark\w*|increas\w*|grow|grows|growing|rais(?:e|es|ing)|improv\w*|boost\w*|own(?:s|ing)?)\b/i;
const measuredBy = /\b(?:success|you|work|role|performance) (?:is|are|will be) (?:measured|judged)\b/i;
const aboutSuccess = /\b(?:success|goals?|kpis?|okrs?|metrics?|measured?|targets?|objectives?)\b/i;

/** The statements that a heading, or a line before a list, announces as what success is. */
function saidOfSuccess({ heading, statements }: Section): Statement[] {
  if (heading !== null && aboutSuccess.test(heading.content.text)) return [...statements];
  let announced = false;
  return statements.filter(({ content: { text }, form }) => {
    if (text.endsWith(':')) announced = aboutSuccess.test(text);
    else if (form !== 'item') announced = false;
    return announced;
  });
}

export default defineRule({
  id: 'metric-mismatch',
  says: 'Success is measured by the other role’s numbers.',
  severity: 'information',
  check(context) {
    const { posting, lens } = context;
    const own = settledRole(context);
    if (own === undefined) return [];
    const other = otherRole(lens.taxonomy, own.id);
    const underSuccess = new Set(posting.sections.flatMap(saidOfSuccess));
    const countsAsSuccess = ({ statement: { statement, side } }: Spotted): boolean =>
      underSuccess.has(statement) ||
      measuredBy.test(statement.content.text) ||
      (side !== 'none' && measures.test(statement.content.text));
    const numbers = onlyFor(other, telltalesOf(context, 'metric').filter(countsAsSuccess));
    const sure = numbers.filter(({ telltale }) => telltale.sure);
    const [first, second] = firstOfEach(sure, ({ telltale }) => telltale.id);
    if (first === undefined || second === undefined) return [];
    const [one, two] = namesFor(own, 'metric', lens);
    const counted = say`Both jobs report, but what is counted here, ${first.telltale.name} and ${second.telltale.name}, is what a ${other.name} works for.`;
    return [
      {
        span: first.span,
        message:
          one === undefined || two === undefined
            ? counted
            : say`Both jobs report, but what is counted here, ${first.telltale.name} and ${second.telltale.name}, is what a ${other.name} works for. Add what shows the success of a ${own.name}, such as ${one} or ${two}, so that applicants know the aim.`,
        related: otherPlaces(firstOfEach(sure, ({ phrase }) => phrase.toLowerCase())),
      },
    ];
  },
});
