import { type JudgedPosting, namedResponsibility } from '../../shared/index.ts';
import { lineOf, nameOf, type Posting, without } from './postings.ts';
import { postingTool } from './postingTool.ts';
import { judgedResult } from './schema.ts';

/** So many deciding statements are in the words; all are in the data. */
const most = 5;

function words({ says, result }: Posting, judged: JudgedPosting | null): string {
  // The statements that the evidence is of, in the same order: the strongest first.
  const deciding = judged?.judgement.evidence ?? [];
  const statements = (result.evidence as readonly EvidenceWords[])
    .slice(0, most)
    .map(({ range, text: duty, role, weight }, index) => {
      const statement = deciding[index];
      const named = statement?.side === role ? namedResponsibility(statement) : null;
      const shows = named === null ? role : `${role}, ${named}`;
      return `- ${lineOf(range)}: “${duty}” (${shows}, ${Math.abs(weight).toFixed(2)})`;
    });
  const decided = statements.length === 0 ? [] : ['What speaks most:', ...statements];
  return [`${nameOf(result)}: ${says}`, ...decided].join('\n');
}

interface EvidenceWords {
  readonly range: { readonly start: { readonly line: number } };
  readonly text: string;
  readonly role: string;
  readonly weight: number;
}

/** Which job a posting describes. */
export const judgePosting = postingTool({
  name: 'judge_posting',
  title: 'Judge a job posting',
  description:
    'Tells which of two easily confused jobs the duties of a job posting describe, with shares, a calibrated confidence and the statements that decided. Judges duties, not the title. Answers “cannot-tell” where there is too little to tell and “refused” where nothing was judged: neither is a verdict. Reads only; nothing leaves this machine.',
  result: judgedResult,
  words,
  told: (posting) => ({ ...posting, result: without(posting.result, 'diagnostics') }),
});
