import {
  applyEdits,
  createPostingLens,
  type Finding,
  type Fix,
  type FormatId,
  severities,
} from '../../shared/index.ts';
import { formatOf } from './postings.ts';
import { broken } from './wellFormed.ts';

const lens = createPostingLens();

const count = (findings: readonly Finding[], rule: string): number =>
  findings.filter((finding) => finding.rule === rule).length;

/** The documents that a fix leaves: the document itself and those that it makes. */
export const documentsAfter = (source: string, fix: Fix): string[] => [
  applyEdits(source, fix.edits),
  ...(fix.creates ?? []).map(({ text }) => text),
];

/** What is wrong with the edits themselves. */
export function faultsOfEdits(source: string, { edits }: Pick<Fix, 'edits'>): string[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return sorted.flatMap(({ span: { start, end }, newText }, index) => {
    const before = sorted[index - 1]?.span.end ?? 0;
    if (start < 0 || end < start || end > source.length)
      return [`an edit of ${start} to ${end} is no stretch of the text`];
    if (start < before) return [`edits overlap at ${start}`];
    return source.slice(start, end) === newText ? [`an edit at ${start} changes nothing`] : [];
  });
}

/**
 * Where the roles of title and duties did not agree, the finer points about a settled posting were not made: what stood
 * under such a finding may come to light when it is cured.
 */
function hides(source: string, format: FormatId, always: boolean): boolean {
  const [judged] = lens.analyze(source, formatOf(format), { always }).judged;
  return judged === undefined || judged.judgement.verdict.role !== judged.posting.title?.reading.role;
}

export interface Checked {
  /** Each fix, by its rule. */
  readonly fixes: readonly { readonly rule: string; readonly title: string }[];
  /** Where the guarantee does not hold. */
  readonly faults: readonly string[];
}

/**
 * The guarantee: "Every fix, applied, leaves documents in which the finding it answers is gone, nothing at warning level
 * is new, and a lower finding is new only where the cured one had hidden it. Applied twice, the second time changes
 * nothing." And the document stays as well formed as it was.
 * @param written whether somebody wrote the document as such documents are: one that was thrown together has no form to
 * keep, and a word more or less changes what it is judged to be
 */
export function checkFixes(source: string, format: FormatId, always = false, written = true): Checked {
  const findingsIn = (text: string): Finding[] =>
    lens.analyze(text, formatOf(format), { always }).judged.flatMap(({ findings }) => [...findings]);
  const before = findingsIn(source);
  const faults: string[] = [];
  const fixes = before.flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })));
  for (const { finding, fix } of fixes) {
    const fault = (what: string): void => void faults.push(`${finding.rule}, “${fix.title}”: ${what}`);
    for (const each of faultsOfEdits(source, fix)) fault(each);
    for (const [index, text] of documentsAfter(source, fix).entries()) {
      const which = index === 0 ? 'the document' : 'the new file';
      const after = findingsIn(text);
      const had = count(before, finding.rule);
      if (count(after, finding.rule) >= had) fault(`${which} still has the finding`);
      if (written) for (const each of broken(source, text, format)) fault(`${which} has other ${each}`);
      for (const { rule, severity } of after) {
        if (!written || count(after, rule) <= count(before, rule)) continue;
        const high = severities.indexOf(severity) <= severities.indexOf('warning');
        if (high || !hides(source, format, always)) fault(`${which} has a new ${rule}`);
      }
      const again = after.filter(
        ({ rule, fixes: left }) => rule === finding.rule && left.some(({ title }) => title === fix.title),
      );
      const same = before.filter(
        ({ rule, fixes: left }) => rule === finding.rule && left.some(({ title }) => title === fix.title),
      );
      if (again.length >= same.length) fault(`${which} is offered the fix again`);
    }
  }
  return { fixes: fixes.map(({ finding, fix }) => ({ rule: finding.rule, title: fix.title })), faults };
}
