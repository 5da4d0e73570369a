import type { Fix } from '../edits/edit.ts';
import type { Judgement } from '../judgement/judge.ts';
import type { Lens } from '../judgement/lens.ts';
import type { Memory } from '../posting/memory.ts';
import type { Posting } from '../posting/posting.ts';
import type { Span } from '../posting/span.ts';
import { otherRole, type Role, type RoleId, roleOf } from '../taxonomy/index.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** What a rule found, before severity is decided. */
export interface RawFinding {
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

export interface Finding extends Required<RawFinding> {
  readonly rule: string;
  readonly severity: Severity;
}

export interface RuleContext {
  readonly posting: Posting;
  readonly judgement: Judgement;
  readonly lens: Lens;
  /** What is known from the document's last state. */
  readonly memory: Memory;
}

export interface Rule {
  readonly id: string;
  /** The one sentence that says what it finds. */
  readonly says: string;
  readonly severity: Severity;
  /** Reads the finished judgement; never judges by itself. */
  readonly check: (context: RuleContext) => readonly RawFinding[];
}

export function defineRule(rule: Rule): Rule {
  return rule;
}

/** The role that a posting was judged to describe, where it is one of the pair. */
export function judgedRole({ judgement, lens }: RuleContext): Role | undefined {
  return roleOf(lens.taxonomy, judgement.verdict.role);
}

/** Where a finding about the whole posting stands: its title, else its first statement. */
export function titleSpan({ posting }: RuleContext): Span | null {
  return posting.title?.span ?? posting.statements[0]?.span ?? null;
}

/** How many duties are a role's work, of how many. */
export function countDuties({ judgement }: RuleContext, role: RoleId): { count: number; all: number } {
  const duties = judgement.statements.filter((statement) => statement.side !== 'none');
  return { count: duties.filter((duty) => duty.side === role).length, all: duties.length };
}

/** The duties that weigh most for a role, as related information. */
export function decidingDuties({ judgement, lens }: RuleContext, role: RoleId, most: number): Related[] {
  const sign = lens.taxonomy.roles[0].id === role ? 1 : -1;
  return judgement.evidence
    .filter((statement) => statement.side === role && statement.weight * sign > 0)
    .slice(0, most)
    .sort((a, b) => a.statement.span.start - b.statement.span.start)
    .map((statement) => ({
      span: statement.statement.span,
      message: describeEntry(lens, statement.entry, role),
    }));
}

function describeEntry(lens: Lens, entry: string | null, role: RoleId): string {
  const { taxonomy } = lens;
  const known = [...taxonomy.responsibilities, ...taxonomy.traits, ...taxonomy.contexts].find(
    ({ id }) => id === entry,
  );
  const work = (roleOf(taxonomy, role) ?? otherRole(taxonomy, role)).workName;
  return known === undefined ? work : `${known.name}: ${work}`;
}
