import type { JudgedPosting } from '../../shared/index.ts';
import { inWords, outcomeOf, type Posting, postingsOf, refused } from './postings.ts';
import { choice, list, misconfigured, object, orNull, postingInput, postingSchema, text } from './schema.ts';
import { type PostingInput, refusalCodes, type Tool } from './tool.ts';

interface Told extends Pick<Tool<PostingInput>, 'name' | 'title' | 'description'> {
  /** What the result of a posting holds. */
  readonly result: Parameters<typeof postingSchema>[0];
  /** A posting in words. @param judged null where it was not judged */
  readonly words: (posting: Posting, judged: JudgedPosting | null) => string;
  /** A posting as data. */
  readonly told: (posting: Posting) => Readonly<Record<string, unknown>>;
}

/** A tool that tells something of each posting of a document. */
export function postingTool({ result, words, told, ...named }: Told): Tool<PostingInput> {
  return {
    ...named,
    input: object(postingInput, Object.keys(postingInput)),
    output: object({
      outcome: choice(['judged', 'cannot-tell', 'refused']),
      says: text('The whole answer in words.'),
      refusal: orNull(choice(refusalCodes, 'Why nothing was read; null where something was.')),
      postings: list(postingSchema(result)),
      misconfigured,
    }),
    nothing: { postings: [], misconfigured: [] },
    async run(input, surroundings) {
      const opened = await surroundings.open(input);
      if ('refusal' in opened) return refused(opened, this.nothing);
      const postings = postingsOf(opened);
      const { judged } = opened.analysis;
      const judgedAs = ({ result: { index } }: Posting): JudgedPosting | null =>
        judged.find(({ posting }) => posting.index === index) ?? null;
      const says = inWords(
        postings.map((posting) => words(posting, judgedAs(posting))),
        opened,
      );
      const { misconfigured } = opened;
      return {
        structured: {
          ...{ outcome: outcomeOf(postings), says, refusal: null },
          ...{ postings: postings.map(told), misconfigured },
        },
        texts: [says],
        isError: false,
      };
    },
  };
}
