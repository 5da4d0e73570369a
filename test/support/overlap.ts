import type { Span } from '../../shared/posting/span.ts';

/** Of things that stand in a text the first that shares most of it with a stretch; null where none shares any. */
export function sharingMost<Thing>(
  things: readonly Thing[],
  spanOf: (thing: Thing) => Span | null,
  stretch: Span,
): Thing | null {
  let best: Thing | null = null;
  let most = 0;
  for (const thing of things) {
    const span = spanOf(thing);
    if (span === null) continue;
    const shared = Math.min(span.end, stretch.end) - Math.max(span.start, stretch.start);
    if (shared > most) [best, most] = [thing, shared];
  }
  return best;
}
