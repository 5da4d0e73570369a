import { misnomerEdits } from '../../edits/misnomer.ts';
import type { Lens } from '../../judgement/lens.ts';
import { tokenize, type Token } from '../../judgement/tokens.ts';
import { type Misnomer, roleOf } from '../../taxonomy/index.ts';
import { say } from '../../say.ts';
import { defineRule, type RawFinding, type RuleContext } from '../rule.ts';

interface Found {
  readonly misnomer: Misnomer;
  readonly token: Token;
}

function foundIn(text: string, lens: Lens): readonly Found[] {
  const tokens = tokenize(text);
  const found: Found[] = [];
  for (const { payload: misnomer, from, to } of lens.misnomers.matches(tokens)) {
    const token = tokens
      .slice(from, to)
      .find(({ norm }) => norm === misnomer.word || norm === misnomer.plural);
    if (token === undefined || found.some((other) => other.token.start === token.start)) continue;
    found.push({ misnomer, token });
  }
  return found;
}

function* misnomersIn({ judgement, lens, memory }: RuleContext): Generator<RawFinding> {
  for (const { statement } of judgement.statements) {
    const { content } = statement;
    for (const { misnomer, token } of memory.recall(foundIn, content.text, lens)) {
      const span = { start: token.start, end: token.end };
      const owner = roleOf(lens.taxonomy, misnomer.belongsTo);
      yield {
        span: content.toSource(span),
        message: say`“${token.written}” here means ${misnomer.meantName}. Readers who look for work as a ${owner?.name ?? ''} will take it at its word: say what you mean instead.`,
        fixes: misnomerEdits(content, span, misnomer).map(({ word, edits }) => ({
          title: say`Replace “${token.written}” by “${word}”`,
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
