import { removeName, removeSuppression } from '../../edits/unsuppress.ts';
import type { UnusedSuppression } from '../../posting/suppressions.ts';
import { type Phrase, say } from '../../say.ts';
import { defineSuppressionRule } from '../rule.ts';

export default defineSuppressionRule({
  id: 'unused-suppression',
  says: 'A comment that suppresses nothing.',
  severity: 'hint',
  check({ source, format, unused }) {
    return unused.map((each) => {
      const { suppression, rule } = each;
      const edit =
        rule === null
          ? removeSuppression(source, format, suppression)
          : removeName(suppression, rule, each.unused);
      return {
        span: rule?.span ?? suppression.span,
        message: messageOf(each),
        fixes:
          edit === null
            ? []
            : [
                {
                  title:
                    rule === null
                      ? say`Remove the comment, which suppresses nothing`
                      : say`Remove “${rule.id}” from the comment`,
                  safe: true,
                  preferred: true,
                  edits: [edit],
                },
              ],
      };
    });
  },
});

function messageOf({ suppression, rule, unknown }: UnusedSuppression): Phrase {
  if (unknown !== null)
    return unknown.nearest === null
      ? say`No rule is called “${unknown.id}”, so nothing is suppressed by that name. Name a rule, or remove it so that nobody relies on it.`
      : say`No rule is called “${unknown.id}”, so nothing is suppressed by that name. If “${unknown.nearest}” is meant, write that; else remove it.`;
  if (suppression.kind === 'enable')
    return rule === null
      ? say`No rule is switched off here that this comment could switch on again. It can be removed.`
      : say`“${rule.id}” is not switched off here, so there is nothing to switch on again. The name can be removed.`;
  return rule === null
    ? say`This comment suppresses nothing. Remove it, or it will hide the next mistake from you and show it to applicants.`
    : say`“${rule.id}” finds nothing here to suppress. Remove its name, or it will hide the next mistake from you and show it to applicants.`;
}
