import { misnomerEdits } from '../../edits/misnomer.ts';
import { tokenize } from '../../judgement/tokens.ts';
import { roleOf } from '../../taxonomy/index.ts';
import { defineRule, type RawFinding, type RuleContext } from '../rule.ts';

function* misnomersIn({ judgement, lens }: RuleContext): Generator<RawFinding> {
  for (const { statement } of judgement.statements) {
    const { content } = statement;
    const tokens = tokenize(content.text);
    const seen = new Set<number>();
    for (const { payload: misnomer, from, to } of lens.misnomers.matches(tokens)) {
      const token = tokens
        .slice(from, to)
        .find(({ norm }) => norm === misnomer.word || norm === misnomer.plural);
      if (token === undefined || seen.has(token.start)) continue;
      seen.add(token.start);
      const span = { start: token.start, end: token.end };
      const owner = roleOf(lens.taxonomy, misnomer.belongsTo);
      yield {
        span: content.toSource(span),
        message: `“${token.written}” here means ${misnomer.meantName}, who know the channel and not each other. Readers who look for work as a ${owner?.name ?? ''} will take it at its word: name the people you mean.`,
        fixes: misnomerEdits(content, span, misnomer).map(({ word, edits }) => ({
          title: `Replace “${token.written}” by “${word}”`,
          safe: false,
          preferred: false,
          edits,
        })),
      };
    }
  }
}

export default defineRule({
  id: 'audience-called-community',
  says: '“Community” is used for the followers of a channel.',
  severity: 'information',
  check(context) {
    const { role } = context.judgement.verdict;
    return role === 'neither' || role === 'unclear' ? [] : [...misnomersIn(context)];
  },
});
