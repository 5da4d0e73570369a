import { entryOf, otherRole, type Role, type RoleId, roleOf, type Taxonomy } from '../taxonomy/index.ts';
import type { Lens } from '../judgement/lens.ts';
import { type JudgedStatement, namedResponsibility } from '../judgement/statement.ts';
import type { MappedText } from '../posting/mappedText.ts';
import type { Span } from '../posting/span.ts';
import { readTitle } from '../posting/titleRole.ts';
import { type Phrase, say } from '../say.ts';
import type { Related, RuleContext } from './rule.ts';

/** What rules ask of a judged posting. */

/** The role that a posting was judged to describe, where it is one of the pair. */
export function judgedRole({ judgement, lens }: RuleContext): Role | undefined {
  return roleOf(lens.taxonomy, judgement.verdict.role);
}

/** The role that the title names, where it is one of the pair. */
export function namedRole({ posting, lens }: RuleContext): Role | undefined {
  return roleOf(lens.taxonomy, posting.title?.reading.role ?? '');
}

/** The role that title and duties agree on: finer points are made only about such postings. */
export function settledRole(context: RuleContext): Role | undefined {
  const judged = judgedRole(context);
  return judged === namedRole(context) ? judged : undefined;
}

/**
 * The role that a posting is about without a doubt: title and duties agree on it, or the title names neither role and
 * the duties are very sure.
 */
export function clearRole(context: RuleContext): Role | undefined {
  const { posting, judgement } = context;
  const { confidence } = judgement.verdict;
  const settled = settledRole(context);
  if (settled !== undefined) return confidence >= 0.8 ? settled : undefined;
  const unnamed = (posting.title?.reading.mentions.length ?? 0) === 0;
  return unnamed && confidence >= 0.95 ? judgedRole(context) : undefined;
}

/** The statements that say what the person will do. */
export function dutiesOf({ judgement }: RuleContext): JudgedStatement[] {
  return judgement.statements.filter((statement) => statement.side !== 'none');
}

const jobsIn = (text: string, { titles }: Taxonomy): readonly RoleId[] =>
  readTitle(text, { ...titles, others: [] }).mentions.map(({ role }) => role);

/** Whether a text names the job of a role, this one or a colleague's. */
export function namesJobOf({ lens }: RuleContext, content: MappedText, role: RoleId): boolean {
  return content.once(jobsIn, lens.taxonomy).includes(role);
}

/** Where a finding about the whole posting stands: its title, else its first statement. */
export function titleSpan({ posting }: RuleContext): Span | null {
  return posting.title?.span ?? posting.statements[0]?.span ?? null;
}

/** How many duties are a role's work, of how many. */
export function countDuties(context: RuleContext, role: RoleId): { count: number; all: number } {
  const duties = dutiesOf(context);
  return { count: duties.filter((duty) => duty.side === role).length, all: duties.length };
}

/** A single statement that names the work may be one long sentence about many things, so it must be surer. */
const sureOfOne = 0.97;

/** Whether the verdict is sure enough to change a title by. @param least confidence, 0 to 1 */
export function isSure(context: RuleContext, role: RoleId, least = 0): boolean {
  const { confidence } = context.judgement.verdict;
  return confidence >= (countDuties(context, role).count < 2 ? Math.max(sureOfOne, least) : least);
}

/** The duties that weigh most for a role, in document order, as related information. */
export function decidingDuties(
  { judgement, lens }: RuleContext,
  role: RoleId,
  most: number,
): Related<Phrase>[] {
  const sign = lens.taxonomy.roles[0].id === role ? 1 : -1;
  return judgement.evidence
    .filter((statement) => statement.side === role && statement.weight * sign > 0)
    .slice(0, most)
    .sort((a, b) => a.statement.span.start - b.statement.span.start)
    .map((statement) => ({
      span: statement.statement.span,
      message: describeEntry(lens, namedResponsibility(statement), role),
    }));
}

function describeEntry(lens: Lens, entry: string | null, role: RoleId): Phrase {
  const { taxonomy } = lens;
  const known = entryOf(taxonomy, entry ?? '');
  const work = (roleOf(taxonomy, role) ?? otherRole(taxonomy, role)).workName;
  return known === undefined ? say`${work}` : say`${known.name}: ${work}`;
}
