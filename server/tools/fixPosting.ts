import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Edit, type FixKind, fixKinds, fixRounds } from '../../shared/index.ts';
import { composed } from './changes.ts';
import {
  checkedResult,
  choice,
  list,
  misconfigured,
  object,
  orNull,
  postingInput,
  postingSchema,
  range,
  text,
} from './schema.ts';
import { checked, checkedWords } from './checkPosting.ts';
import { inWords, lineOf, outcomeOf, type Posting, postingsOf, refused } from './postings.ts';
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
    titles: list(
      object({
        index: { type: 'integer', minimum: 0 },
        before: text('The title that was given.'),
        after: text('The title after the fixes.'),
      }),
    ),
    changes: list(
      object({
        range,
        before: text('What stands there in the document that was given.'),
        after: text('What stands there after the fixes.'),
      }),
    ),
    postings: list(postingSchema(checkedResult)),
    misconfigured,
  }),
  nothing: { text: null, titles: [], changes: [], postings: [], misconfigured: [] },
  async run({ fixes = 'titles', ...input }, surroundings) {
    const opened = await surroundings.open(input);
    if ('refusal' in opened) return refused(opened, this.nothing);
    const { analysis, analyze } = opened;
    let edits: readonly Edit[] = [];
    let after = analysis;
    for (const round of fixRounds(analysis, fixes, analyze)) {
      edits = composed(analysis.source, edits, round.edits);
      after = round.analysis;
    }
    const postings = postingsOf({ ...opened, analysis: after });
    const found = outcomeOf(postings);
    const isFixed = after.source !== analysis.source;
    const outcome = isFixed ? 'fixed' : found === 'judged' ? 'unchanged' : found;
    const titles = isFixed ? newTitles(postingsOf(opened), postings) : [];
    const changes = changesOf(analysis.source, edits);
    const first = isFixed ? fixedWords(titles, changes) : unchangedWords(outcome, postings);
    const says = inWords([first, ...postings.map(checkedWords)], opened);
    return {
      structured: {
        ...{ outcome, says, refusal: null },
        text: outcome === 'refused' ? null : after.source,
        ...{ titles, changes, postings: postings.map(checked), misconfigured: opened.misconfigured },
      },
      texts: isFixed ? [says, after.source] : [says],
      isError: false,
    };
  },
};

interface Change {
  readonly range: { readonly start: { readonly line: number } };
  readonly before: string;
  readonly after: string;
}

type NewTitle = Readonly<Record<'before' | 'after', string>> & { readonly index: number };

function changesOf(source: string, edits: readonly Edit[]): Change[] {
  const document = TextDocument.create('', '', 0, source);
  return edits.map(({ span, newText }) => ({
    range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
    before: source.slice(span.start, span.end),
    after: newText,
  }));
}

function newTitles(before: readonly Posting[], after: readonly Posting[]): NewTitle[] {
  return before.flatMap(({ result: { index, title } }) => {
    const now = after.find(({ result }) => result.index === index)?.result.title;
    if (title === null || now === null || now === undefined || title.text === now.text) return [];
    return [{ index, before: title.text, after: now.text }];
  });
}

function fixedWords(titles: readonly NewTitle[], changes: readonly Change[]): string {
  return [
    'Fixed. What was changed in the document that was given:',
    ...titles.map(({ before, after }) => `- the title “${before}” is now “${after}”`),
    ...changes.map(({ range, before, after }) =>
      after === ''
        ? `- ${lineOf(range)}: “${before.trim()}” is gone`
        : `- ${lineOf(range)}: “${before.trim()}” is now “${after.trim()}”`,
    ),
    'This is what there is to say of the new text, which was not written anywhere:',
  ].join('\n');
}

function unchangedWords(outcome: string, postings: readonly Posting[]): string {
  if (outcome !== 'unchanged') return 'Nothing was fixed.';
  const isRight = postings.every(({ result }) => result.diagnostics.length === 0);
  return isRight ? 'There is nothing to fix.' : 'Nothing can be fixed without a choice.';
}
