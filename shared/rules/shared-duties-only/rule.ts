import type { JudgedStatement } from '../../judgement/statement.ts';
import { say } from '../../say.ts';
import { otherRole } from '../../taxonomy/index.ts';
import { dutiesOf, namedRole, titleSpan } from '../facts.ts';
import { defineRule } from '../rule.ts';

/** Fewer duties are a thin posting, of which nothing can be said. */
const enoughDuties = 4;

/** Of the duties, how many must be both roles' alike. */
const nearlyAll = 0.75;

/** What either role may make up at most, in all. */
const noEvidence = 0.2;

export default defineRule({
  id: 'shared-duties-only',
  says: 'Nothing in the duties tells the roles apart.',
  severity: 'information',
  check(context) {
    const { judgement, lens } = context;
    const { roles } = lens.taxonomy;
    const named = namedRole(context);
    const span = titleSpan(context);
    const duties = dutiesOf(context);
    if (named === undefined || span === null || duties.length < enoughDuties) return [];
    const isShared = ({ side }: JudgedStatement): boolean => side === 'shared';
    const ofOne = ({ side }: JudgedStatement): boolean => roles.some(({ id }) => id === side);
    const { shares } = judgement.verdict;
    if (duties.some(ofOne) || roles.some(({ id }) => (shares[id] ?? 0) > noEvidence)) return [];
    const shared = duties.filter(isShared);
    if (shared.length < nearlyAll * duties.length) return [];
    return [
      {
        span,
        message: say`The title says ${named.name}, but ${shared.length} of ${duties.length} duties are work that a ${otherRole(lens.taxonomy, named.id).name} does, too, and none tells which job it is. Add what only this role does, so that the right people see themselves in it.`,
        related: shared.slice(0, 3).map(({ statement }) => ({
          span: statement.span,
          message: say`Both roles do this.`,
        })),
      },
    ];
  },
});
