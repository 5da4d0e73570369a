import { aboutJobs } from './aboutJobs.ts';
import type { Cue } from './cue.ts';
import { speaksAgainst } from './speaksAgainst.ts';
import { speaksFor } from './speaksFor.ts';
import type { View } from './view.ts';
import { prior, weights } from './weights.gen.ts';

/** A cue that was found, with what it adds to the score. */
export interface Weighed {
  readonly cue: Cue;
  readonly points: number;
}

export const cues: readonly Cue[] = [...speaksFor, ...speaksAgainst, ...aboutJobs];

/** Log-odds that the document is a posting, and what they are made of, the heaviest first. */
export function score(view: View): { readonly total: number; readonly weighed: readonly Weighed[] } {
  const weighed: Weighed[] = [];
  let total = prior;
  for (const cue of cues) {
    const weight = weights[cue.id] ?? 0;
    const points = weight === 0 ? 0 : weight * cue.measure(view);
    if (points === 0) continue;
    weighed.push({ cue, points });
    total += points;
  }
  weighed.sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  return { total, weighed };
}
