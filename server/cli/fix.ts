import { type Analysis, applyEdits, safeEdits, titleEdits } from '../../shared/index.ts';

/** `safe`: what may be done without a look. `titles`: the titles that a clear verdict contradicts as well. */
export const fixKinds = ['safe', 'titles'] as const;
export type FixKind = (typeof fixKinds)[number];

/** How sure a verdict must be for its title to be changed without a question. */
const sureEnough = 0.9;

/** One fix may make room for another; more rounds than this would be a fault of ours, and stop. */
const mostRounds = 10;

/**
 * A document with its fixes made, again and again until there is nothing left to do.
 * @param analyze reads and judges a text of this document
 * @returns the analysis of the fixed text; the same one where nothing was to be done
 */
export function fixed(analysis: Analysis, kind: FixKind, analyze: (text: string) => Analysis): Analysis {
  let now = analysis;
  for (let round = 0; round < mostRounds; round++) {
    const safe = safeEdits(now);
    const edits = safe.length > 0 || kind === 'safe' ? safe : titleEdits(now, sureEnough);
    const text = applyEdits(now.source, edits);
    if (text === now.source) return now;
    now = analyze(text);
  }
  return now;
}
