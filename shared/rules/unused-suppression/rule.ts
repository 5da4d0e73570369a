import { removeName, removeSuppression } from '../../edits/unsuppress.ts';
import type { FormatId } from '../../posting/blocks.ts';
import { directivePrefix, type UnusedSuppression } from '../../posting/suppressions.ts';
import { type Phrase, say } from '../../say.ts';
import { defineSuppressionRule, type Fix } from '../rule.ts';

export default defineSuppressionRule({
  id: 'unused-suppression',
  says: 'A comment that suppresses nothing.',
  severity: 'hint',
  check({ source, format, unused, unheard }) {
    return [
      ...unused.map((each) => ({
        span: each.rule?.span ?? each.suppression.span,
        message: messageOf(each),
        fixes: [...spelt(each), ...removed(source, format, each)],
      })),
      ...unheard.map(({ span, word }) => ({
        span,
        message: say`No comment begins with “${word}”, so nothing is suppressed. There are ${directivePrefix}disable-next-line, which stands on a line before, and -disable, -enable and -disable-file.`,
      })),
    ];
  },
});

/** The comment with its rules as they are written. Whether they were meant is for somebody to say. */
function spelt({ spellings }: UnusedSuppression): Fix<Phrase>[] {
  if (spellings.length === 0) return [];
  const before = spellings.map(({ name }) => name.id).join(', ');
  const after = spellings.map(({ id }) => id).join(', ');
  return [
    {
      title: say`Change “${before}” to “${after}” in the comment`,
      safe: false,
      preferred: true,
      edits: spellings.map(({ name, id }) => ({ span: name.span, newText: id })),
    },
  ];
}

function removed(source: string, format: FormatId, each: UnusedSuppression): Fix<Phrase>[] {
  const { suppression, rule, unused, unknown, spellings } = each;
  const edit =
    rule === null ? removeSuppression(source, format, suppression) : removeName(suppression, rule, unused);
  if (edit === null) return [];
  return [
    {
      title:
        rule === null
          ? say`Remove the comment, which suppresses nothing`
          : say`Remove “${rule.id}” from the comment`,
      // A name that no rule has is misspelt, or a reason without its dashes: nobody meant it to be without effect.
      safe: unknown === null,
      preferred: spellings.length === 0,
      edits: [edit],
    },
  ];
}

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
