import { inert } from '../inert.ts';
import type { JudgedPosting } from '../analysis.ts';
import { weigh } from '../judgement/judge.ts';
import type { Lens } from '../judgement/lens.ts';
import {
  type JudgedStatement,
  namedPhrases,
  namedResponsibility,
  responsibilityOf,
} from '../judgement/statement.ts';
import type { Side } from '../judgement/weights.ts';
import type { Verdict } from '../judgement/verdict.ts';
import type { Span } from '../posting/span.ts';
import type { RoleId } from '../taxonomy/index.ts';

/** A statement as the profile lists it. */
export interface ProfileStatement {
  readonly span: Span;
  readonly text: string;
  /** Log-odds towards the first role of the pair, negative for the second. */
  readonly weight: number;
}

/** A responsibility, trait or context with the statements that show it. */
export interface ProfileEntry {
  /** Id in the taxonomy; null for duties of a role in which no phrase names one of its entries. */
  readonly entry: string | null;
  readonly statements: readonly ProfileStatement[];
}

/** Whose duties: a role's, those of both alike, or those of another job. */
export interface ProfileGroup {
  readonly side: Exclude<Side, 'none'>;
  /** How many duties. */
  readonly count: number;
  /** The largest first. */
  readonly entries: readonly ProfileEntry[];
  /** Ids of the role's responsibilities that no duty shows, the defining ones first; empty for what is no role's. */
  readonly missing: readonly string[];
}

/** What would change the verdict: duties that it hangs on. */
export interface Turn {
  /** Without these duties ... */
  readonly without: readonly ProfileStatement[];
  /** ... the verdict would be this. */
  readonly verdict: Verdict;
}

/** Which job a posting describes, at a glance. */
export interface Profile {
  readonly title: string | null;
  readonly named: string | null;
  readonly verdict: Verdict;
  readonly groups: readonly ProfileGroup[];
  /** The statements that weigh most, strongest first. */
  readonly deciding: readonly ProfileStatement[];
  /** Null where no small number of duties changes the verdict. */
  readonly turn: Turn | null;
}

/** More duties than these are no detail that turns a verdict. */
const mostWithout = 4;
const mostDeciding = 5;

const listed = ({ statement, weight }: JudgedStatement): ProfileStatement => ({
  span: statement.span,
  text: inert(statement.content.text),
  weight,
});

function groupOf(side: ProfileGroup['side'], { judgement }: JudgedPosting, { taxonomy }: Lens): ProfileGroup {
  const duties = judgement.statements.filter((statement) => statement.side === side);
  const byEntry = new Map<string | null, JudgedStatement[]>();
  for (const duty of duties) {
    const entry = namedResponsibility(duty);
    byEntry.set(entry, [...(byEntry.get(entry) ?? []), duty]);
  }
  const entries = [...byEntry]
    .map(([entry, statements]) => ({ entry, statements: statements.map(listed) }))
    .sort(
      (a, b) =>
        b.statements.length - a.statements.length || Number(a.entry === null) - Number(b.entry === null),
    );
  const own = taxonomy.responsibilities.filter(({ roles }) => roles.length === 1 && roles[0] === side);
  // A duty is listed once and may tell of more; and what it may show without naming it is not called missing either.
  const shown = new Set(
    duties.flatMap((duty) => [responsibilityOf(duty), ...namedPhrases(duty).map(({ entry }) => entry)]),
  );
  const missing = own.filter(({ id }) => !shown.has(id)).sort((a, b) => Number(b.core) - Number(a.core));
  return { side, count: duties.length, entries, missing: missing.map(({ id }) => id) };
}

/** The role whose duties the verdict hangs on: its own, or the weaker one where it names both. */
function hangsOn({ role, shares }: Verdict, { taxonomy }: Lens): RoleId | null {
  const [first, second] = taxonomy.roles;
  if (role === first.id || role === second.id) return role;
  if (role !== 'both') return null;
  return (shares[first.id] ?? 0) < (shares[second.id] ?? 0) ? first.id : second.id;
}

/** Takes away the duties that speak most for the role, one after the other, until the verdict is another. */
function turnOf({ judgement }: JudgedPosting, lens: Lens): Turn | null {
  const role = hangsOn(judgement.verdict, lens);
  if (role === null) return null;
  const sign = lens.taxonomy.roles[0].id === role ? 1 : -1;
  const strongest = judgement.statements
    .map((statement, index) => ({ statement, index }))
    .filter(({ statement }) => statement.side === role && statement.weight * sign > 0)
    .sort((a, b) => Math.abs(b.statement.weight) - Math.abs(a.statement.weight))
    .slice(0, mostWithout);
  for (let count = 1; count <= strongest.length; count++) {
    const gone = strongest.slice(0, count);
    const rest = judgement.readings.filter((_, at) => !gone.some(({ index }) => index === at));
    const { verdict } = weigh(rest, judgement.field, lens);
    if (verdict.role !== judgement.verdict.role)
      return { without: gone.map(({ statement }) => listed(statement)), verdict };
  }
  return null;
}

/** Makes the profile of a judged posting. Costs about as much as judging it: made when somebody looks. */
export function profileOf(judged: JudgedPosting, lens: Lens): Profile {
  const { judgement, posting } = judged;
  const { verdict, evidence } = judgement;
  return {
    title: posting.title === null ? null : inert(posting.title.content.text),
    named: posting.title?.reading.role ?? null,
    verdict,
    groups: [...lens.taxonomy.roles.map(({ id }) => id), 'shared', 'other'].map((side) =>
      groupOf(side, judged, lens),
    ),
    deciding: evidence.slice(0, mostDeciding).map(listed),
    turn: turnOf(judged, lens),
  };
}
