import type { Lens } from '../judgement/lens.ts';
import { type JudgedStatement, namedResponsibility } from '../judgement/statement.ts';
import type { Side } from '../judgement/weights.ts';
import { type Phrase, say } from '../say.ts';
import { entryOf, roleOf, type Taxonomy } from '../taxonomy/index.ts';

/** Whose work a duty is, in a word or two. */
export function sideLabel(side: Exclude<Side, 'none'>, taxonomy: Taxonomy): Phrase {
  if (side === 'shared') return say`both roles`;
  if (side === 'other') return say`other work`;
  return say`${roleOf(taxonomy, side)?.shortName ?? side}`;
}

/** Whose work a duty is and which responsibility a phrase in it names; null where a statement is no duty. */
export function dutyLabel(judged: JudgedStatement, { taxonomy }: Lens): Phrase | null {
  const { side } = judged;
  if (side === 'none') return null;
  const entry = entryOf(taxonomy, namedResponsibility(judged) ?? '');
  const role = roleOf(taxonomy, side);
  if (entry === undefined) return sideLabel(side, taxonomy);
  if (role !== undefined) return say`${role.shortName}: ${entry.name}`;
  return side === 'shared' ? say`both roles: ${entry.name}` : sideLabel(side, taxonomy);
}
