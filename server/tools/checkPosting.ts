import { lineOf, nameOf, type Posting, without } from './postings.ts';
import { postingTool } from './postingTool.ts';
import { checkedResult } from './schema.ts';

/** A posting as it was checked: what was found, in words, and its result without what decided. */
export function checked(posting: Posting): Record<string, unknown> {
  const result = without(posting.result, 'prior', 'gates', 'evidence');
  return { outcome: posting.outcome, says: checkedWords(posting), result };
}

function countWords({ outcome, result: { diagnostics } }: Posting): string {
  if (outcome === 'refused') return 'Nothing was checked, so this does not mean that it is in order.';
  const { length } = diagnostics;
  if (length > 0) return length === 1 ? 'One finding:' : `${length} findings:`;
  return outcome === 'cannot-tell'
    ? 'No findings, since rules about the roles stay quiet where the job is not clear.'
    : 'No findings.';
}

/** What was found in a posting, in words. */
export function checkedWords(posting: Posting): string {
  const { says, result } = posting;
  const findings = result.diagnostics.map(({ rule, severity, message, range, fixes }) => {
    const titles = fixes.map(({ title }) => `“${title}”`).join(', ');
    return `- ${lineOf(range)}, ${severity}, ${rule}: ${message}${titles === '' ? '' : ` Fixes: ${titles}.`}`;
  });
  return [`${nameOf(result)}: ${says} ${countWords(posting)}`, ...findings].join('\n');
}

/** What is wrong with a posting. */
export const checkPosting = postingTool({
  name: 'check_posting',
  title: 'Check a job posting',
  description:
    'Finds what in a job posting does not fit the job that its duties describe: a title of the other role, two jobs in one, tools, numbers or words of the other role. Each finding has its rule, severity, exact range and fixes as edits. No findings with “cannot-tell” or “refused” does not mean that the posting is in order. Reads only; nothing leaves this machine.',
  result: checkedResult,
  words: checkedWords,
  told: checked,
});
