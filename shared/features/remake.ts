import type { Analysis, JudgedPosting } from '../analysis.ts';
import { addDuty, moveDuty } from '../edits/duties.ts';
import { applyEdits, type Edit } from '../edits/edit.ts';
import { retitle } from '../edits/retitle.ts';
import { otherRole, type RoleId, type Taxonomy } from '../taxonomy/index.ts';
import { exampleDuties } from './newPosting.ts';

/** More steps than a posting has duties; none needs so many. */
const mostSteps = 60;

/** Fewer duties of its own say little. */
const enough = 4;

/** From here on a posting is surely of the role. */
const sure = 0.9;

/** The next thing to do with a posting so that it becomes one of the role; null where nothing is left. */
function nextStep(
  { posting, judgement }: JudgedPosting,
  source: string,
  role: RoleId,
  taxonomy: Taxonomy,
  stuck: ReadonlySet<string>,
): { readonly edits: readonly Edit[]; readonly about: string } | null {
  const other = otherRole(taxonomy, role);
  const own = judgement.statements.filter(({ side }) => side === role).length;
  const { verdict } = judgement;
  // Duties come before others go: a list that loses all its items is gone.
  if (own < enough || verdict.role !== role || verdict.confidence < sure) {
    const present = new Set(posting.statements.map(({ content }) => content.text.replace(/\.$/, '')));
    for (const duty of exampleDuties(taxonomy, role)) {
      const edits = present.has(duty) || stuck.has(duty) ? null : addDuty(posting, duty, source);
      if (edits !== null) return { edits, about: duty };
    }
  }
  const strays = judgement.statements.filter(
    ({ side, statement }) => side === other.id && !stuck.has(statement.content.text),
  );
  for (const { statement } of strays) {
    const edits = moveDuty(posting, statement, source);
    if (edits !== null) return { edits, about: statement.content.text };
  }
  const change = retitle(posting, taxonomy, role, source);
  return change === null ? null : { edits: change.edits, about: change.title };
}

/**
 * A document whose first posting describes the role: duties of it are added where there are too few, those of the
 * other role go to “Works with”, and the title says so. Nothing that was written is lost.
 * @param analyze reads and judges another state of the document
 * @returns the document's text; null where there is no posting or nothing to do
 */
export function remadeAs(
  { source, judged: before }: Analysis,
  role: RoleId,
  taxonomy: Taxonomy,
  analyze: (source: string) => Analysis,
): string | null {
  if (before.length === 0) return null;
  const stuck = new Set<string>();
  let text = source;
  for (let step = 0; step < mostSteps; step++) {
    const [judged] = analyze(text).judged;
    if (judged === undefined) return null;
    const next = nextStep(judged, text, role, taxonomy, stuck);
    if (next === null) break;
    const after = applyEdits(text, next.edits);
    stuck.add(next.about);
    if (after === text) continue;
    text = after;
  }
  return text === source ? null : text;
}
