import { choice, judgedResult, list, object, orNull, postingInput, postingSchema, text } from './schema.ts';
import { lineOf, nameOf, outcomeOf, type Posting, postingsOf, refused, without } from './postings.ts';
import { type PostingInput, refusalCodes, type Tool } from './tool.ts';

/** So many deciding statements are in the words; all are in the data. */
const most = 5;

function words({ says, result }: Posting): string {
  const statements = (result.evidence as readonly EvidenceWords[])
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, most)
    .map(({ range, text: duty, role, responsibility, weight }) => {
      const shows = responsibility === null ? role : `${role}, ${responsibility}`;
      return `- ${lineOf(range)}: “${duty}” (${shows}, ${Math.abs(weight).toFixed(2)})`;
    });
  const decided = statements.length === 0 ? [] : ['What speaks most:', ...statements];
  return [`${nameOf(result)}: ${says}`, ...decided].join('\n');
}

interface EvidenceWords {
  readonly range: { readonly start: { readonly line: number } };
  readonly text: string;
  readonly role: string;
  readonly responsibility: string | null;
  readonly weight: number;
}

/** Which job a posting describes. */
export const judgePosting: Tool<PostingInput> = {
  name: 'judge_posting',
  title: 'Judge a job posting',
  description:
    'Tells which of two easily confused jobs the duties of a job posting describe, with shares, a calibrated confidence and the statements that decided. Judges duties, not the title. Answers “cannot-tell” where there is too little to tell and “refused” where nothing was judged: neither is a verdict. Reads only; nothing leaves this machine.',
  input: object(postingInput, Object.keys(postingInput)),
  output: object({
    outcome: choice(['judged', 'cannot-tell', 'refused']),
    says: text('The whole answer in words.'),
    refusal: orNull(choice(refusalCodes, 'Why nothing was read; null where something was.')),
    postings: list(postingSchema(judgedResult)),
  }),
  nothing: { postings: [] },
  async run(input, surroundings) {
    const opened = await surroundings.open(input);
    if ('refusal' in opened) return refused(opened, this.nothing);
    const postings = postingsOf(opened);
    const says = postings.map(words).join('\n\n');
    return {
      structured: {
        outcome: outcomeOf(postings),
        ...{ says, refusal: null },
        postings: postings.map((posting) => ({ ...posting, result: without(posting.result, 'diagnostics') })),
      },
      texts: [says],
      isError: false,
    };
  },
};
