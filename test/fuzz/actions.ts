import { actionsAt, type Analysis, applyEdits, type Format } from '../../shared/index.ts';
import { checkFixes, faultsOfEdits } from '../support/fixGuarantee.ts';

const findingsOf = (analysis: Analysis, rule: string): number =>
  analysis.judged.flatMap(({ findings }) => findings).filter((finding) => finding.rule === rule).length;

/**
 * What does not hold of something that is offered for a document, applied by itself: its edits are stretches of the text,
 * what they leave can be read and judged, and the finding that it answers is gone.
 */
export function faultsOfActions(
  analysis: Analysis,
  format: Format,
  always: boolean,
  again: (text: string) => Analysis,
): string[] {
  const { source } = analysis;
  const faults = [...checkFixes(source, format.id, always, false).faults];
  const everywhere = { start: 0, end: source.length };
  for (const action of actionsAt(analysis, everywhere, { fileName: 'Community Manager.md' })) {
    const { title, purpose, edits, placeholder, finding } = action;
    if (edits.length === 0) continue;
    faults.push(...faultsOfEdits(source, action).map((fault) => `“${title}”: ${fault}`));
    const text = applyEdits(source, edits);
    if (placeholder !== null && !(placeholder.start <= placeholder.end && placeholder.end <= text.length))
      faults.push(`“${title}” has a placeholder outside of its text`);
    const after = again(text);
    if (purpose.startsWith('ignore') && findingsOf(after, finding.rule) >= findingsOf(analysis, finding.rule))
      faults.push(`“${title}”: the finding is still there`);
  }
  return faults;
}
