/** Whether statements are read as careful readers read them: whose work they are, and which responsibility. */
import { taxonomy, responsibilityOf } from '../../shared/index.ts';
import { sharingMost } from '../support/overlap.ts';
import { entryOfLabel } from '../training/labels.ts';
import type { JudgedPosting } from '../../shared/index.ts';
import type { LabelledStatement } from './data.ts';
import type { JudgedRow } from './judge.ts';
import { type Confusion, confusionOf, macroF1, type Scores, scoresOf } from './metrics.ts';

/** `apart` is a duty on neither side: another kind of work, or one that both roles do. */
export const sides = ['S', 'C', 'apart', 'none'] as const;
export type StatementSide = (typeof sides)[number];
const dutySides = ['S', 'C', 'apart'] as const;

interface Wanted {
  readonly ids: readonly string[];
  readonly side?: StatementSide;
}

/** The ids that a label allows, and the side it asks for where the responsibility alone does not tell. */
function wantedBy(label: string): Wanted | null {
  if (label === 'shared') return { ids: ['reporting', 'strategy', 'feedback'] };
  const id = entryOfLabel(label);
  if (id === null) return null;
  return id === 'reporting' ? { ids: [id], side: label.startsWith('S') ? 'S' : 'C' } : { ids: [id] };
}

export interface StatementResult {
  readonly statements: number;
  /** Left out: without a place in the text, or the readers differ on the side. */
  readonly withoutPlace: number;
  readonly notAgreed: number;
  /** The posting is not in the folder. */
  readonly strangers: number;
  /** No statement of ours overlaps: counts as none. */
  readonly unmatched: number;
  readonly confusion: Confusion<StatementSide>;
  readonly scores: Readonly<Record<StatementSide, Scores>>;
  readonly macroF1: number;
  /** Over labelled duties only (all but `none`), three sides. */
  readonly macroF1OfDuties: number;
  /** Micro-averaged over the labelled duties that have a responsibility. */
  readonly responsibilities: {
    readonly duties: number;
    readonly named: number;
    readonly right: number;
    readonly f1: number;
    readonly byLabel: Readonly<Record<string, { readonly duties: number; readonly right: number }>>;
  };
}

/** The side that both readers see; null where they differ. */
export function labelledSide({ label, labels, side }: LabelledStatement): StatementSide | null {
  if (side === 'S' || side === 'C') return side;
  if (side === null) return null;
  const seen = new Set(
    (label === null ? labels : [label]).map((each) => (each === 'none' ? 'none' : 'apart')),
  );
  return seen.size === 1 ? ([...seen][0] ?? null) : null;
}

type Ours = JudgedPosting['judgement']['statements'][number];

/** The statement that shares most with a stretch of the text. */
export function overlapping(statements: readonly Ours[], start: number, end: number): Ours | null {
  return sharingMost(statements, ({ statement }) => statement.span, { start, end });
}

const [first, second] = taxonomy.roles;
function sideOf(ours: Ours | null): StatementSide {
  if (ours === null || ours.side === 'none') return 'none';
  if (ours.side === first.id) return 'S';
  return ours.side === second.id ? 'C' : 'apart';
}

/** @param judged the postings that the statements are of, among others */
export function statementTest(
  statements: readonly LabelledStatement[],
  judged: readonly JudgedRow[],
): StatementResult {
  const postings = new Map(judged.map((each) => [each.row.id, each.analysis.judged[0]]));
  const known = new Set(taxonomy.responsibilities.map((entry) => entry.id));
  const pairs: { truth: StatementSide; answer: StatementSide }[] = [];
  const byLabel: Record<string, { duties: number; right: number }> = {};
  const count = { withoutPlace: 0, notAgreed: 0, strangers: 0, unmatched: 0, duties: 0, named: 0, right: 0 };
  for (const labelled of statements) {
    const id = labelled.id.slice(0, labelled.id.lastIndexOf('.'));
    const { start, end, label } = labelled;
    if (start === null || end === null) count.withoutPlace += 1;
    else if (!postings.has(id)) count.strangers += 1;
    else {
      const ours = overlapping(postings.get(id)?.judgement.statements ?? [], start, end);
      const truth = labelledSide(labelled);
      const answer = sideOf(ours);
      if (truth === null) count.notAgreed += 1;
      else {
        pairs.push({ truth, answer });
        if (ours === null) count.unmatched += 1;
      }
      const wanted = wantedBy(label ?? '');
      if (label === null || wanted === null) continue;
      const entry = ours == null ? null : responsibilityOf(ours);
      const named = entry !== null && known.has(entry);
      const right = named && wanted.ids.includes(entry) && (wanted.side ?? answer) === answer;
      count.duties += 1;
      count.named += Number(named);
      count.right += Number(right);
      const of = (byLabel[label] ??= { duties: 0, right: 0 });
      of.duties += 1;
      of.right += Number(right);
    }
  }
  const confusion = confusionOf(pairs, sides);
  const duties = confusionOf(
    pairs.filter((pair) => pair.truth !== 'none'),
    sides,
  );
  const { withoutPlace, notAgreed, strangers, unmatched } = count;
  return {
    statements: statements.length,
    withoutPlace,
    notAgreed,
    strangers,
    unmatched,
    confusion,
    scores: Object.fromEntries(sides.map((side) => [side, scoresOf(confusion, side)])) as Record<
      StatementSide,
      Scores
    >,
    macroF1: macroF1(confusion, sides),
    macroF1OfDuties: macroF1(duties, dutySides),
    responsibilities: {
      duties: count.duties,
      named: count.named,
      right: count.right,
      f1: (2 * count.right) / (count.duties + count.named),
      byLabel,
    },
  };
}
