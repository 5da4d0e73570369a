import { fixed, type FixKind, fixKinds } from '../../shared/index.ts';
import { checkedResult, choice, list, object, orNull, postingInput, postingSchema, text } from './schema.ts';
import { checked, checkedWords } from './checkPosting.ts';
import { outcomeOf, postingsOf, refused } from './postings.ts';
import { type PostingInput, refusalCodes, type Tool } from './tool.ts';

interface FixInput extends PostingInput {
  readonly fixes?: FixKind;
}

/** A posting with its fixes made. Nothing is written: what becomes of the text is for the agent and its people. */
export const fixPosting: Tool<FixInput> = {
  name: 'fix_posting',
  title: 'Fix a job posting',
  description:
    'Returns the text of a job posting with the fixes made that need no choice: the title put right where the verdict is clear (confidence at least 0.9), titles made to agree, unused suppressions removed. Writes no file. Says what is left to decide; see check_posting for those fixes.',
  input: object(
    {
      ...postingInput,
      fixes: choice(
        fixKinds,
        'titles (default): safe fixes, and titles that a clear verdict contradicts. safe: only what changes nothing about the job.',
      ),
    },
    [...Object.keys(postingInput), 'fixes'],
  ),
  output: object({
    outcome: choice(
      ['fixed', 'unchanged', 'cannot-tell', 'refused'],
      'fixed: text differs from what was given. unchanged: nothing to fix without a choice. cannot-tell: unchanged, since the job is not clear. refused: nothing was judged.',
    ),
    says: text('The whole answer in words.'),
    refusal: orNull(choice(refusalCodes, 'Why nothing was read; null where something was.')),
    text: orNull(text('The whole document after the fixes; null where it was refused.')),
    postings: list(postingSchema(checkedResult)),
  }),
  nothing: { text: null, postings: [] },
  async run({ fixes = 'titles', ...input }, surroundings) {
    const opened = await surroundings.open(input);
    if ('refusal' in opened) return refused(opened, this.nothing);
    const { analysis, analyze } = opened;
    const after = fixed(analysis, fixes, analyze);
    const postings = postingsOf({ ...opened, analysis: after });
    const found = outcomeOf(postings);
    const isFixed = after.source !== analysis.source;
    const outcome = isFixed ? 'fixed' : found === 'judged' ? 'unchanged' : found;
    const first = isFixed
      ? 'Fixed. This is what there is to say of the new text, which was not written anywhere:'
      : outcome === 'unchanged'
        ? 'Nothing can be fixed without a choice.'
        : 'Nothing was fixed.';
    const says = [first, ...postings.map(checkedWords)].join('\n\n');
    return {
      structured: {
        ...{ outcome, says, refusal: null },
        text: outcome === 'refused' ? null : after.source,
        postings: postings.map(checked),
      },
      texts: isFixed ? [says, after.source] : [says],
      isError: false,
    };
  },
};
