import type { SectionKind } from '../../posting/posting.ts';
import { otherRole } from '../../taxonomy/index.ts';
import { say } from '../../say.ts';
import { settledRole } from '../facts.ts';
import { defineRule } from '../rule.ts';
import { firstOfEach, onlyFor, telltalesOf } from '../telltales.ts';

/** Where an organisation says what it sells and to whom. */
const described: ReadonlySet<SectionKind> = new Set(['intro', 'about', 'other']);

/** Work for the people who buy: only then does the way they buy matter to the job. */
const buyers = /\b(?:customers?|clients?|consumers?|buyers?|shoppers?|users?|fans?|followers?|audiences?)\b/i;

export default defineRule({
  id: 'context-mismatch',
  says: 'The business described calls for the other role.',
  severity: 'information',
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
    const { judgement, lens, options } = context;
    const own = settledRole(context);
    if (own === undefined || judgement.verdict.confidence < options.confidence) return [];
    const { statements } = judgement;
    if (!statements.some(({ side, statement }) => side !== 'none' && buyers.test(statement.content.text)))
      return [];
    const other = otherRole(lens.taxonomy, own.id);
    const marks = telltalesOf(context, 'market').filter(
      ({ statement: { side, statement } }) => side === 'none' && described.has(statement.section),
    );
    const sure = onlyFor(other, marks).filter(({ telltale }) => telltale.sure);
    const [first, second, ...others] = firstOfEach(sure, ({ telltale }) => telltale.id);
    if (first === undefined || second === undefined) return [];
    return [
      {
        span: first.statement.statement.span,
        message: say`A market like the one described here (${first.telltale.name}, ${second.telltale.name}) more often calls for a ${other.name}. That is no verdict on your company: a sentence on why it needs a ${own.name} will help applicants.`,
        related: [second, ...others].map(({ span, telltale }) => ({ span, message: say`${telltale.name}` })),
      },
    ];
  },
});
