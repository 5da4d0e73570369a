import { type Tree, TreeFragment } from '@lezer/common';
import { GFM, parser as commonMark } from '@lezer/markdown';
import { changeBetween } from '../parts.ts';

const full = commonMark.configure(GFM);
const withoutPairs = full.configure({
  remove: ['Emphasis', 'Strikethrough', 'Link', 'Image', 'LinkEnd', 'InlineCode', 'HTMLTag'],
});

/** Signs for whose partner the parser looks, in one paragraph; people write dozens. */
const mostSigns = 2000;

/** Whether a paragraph has so many signs without a partner that looking for it would take quadratic time. */
function isCrowded(source: string): boolean {
  let signs = 0;
  for (const line of source.split('\n')) {
    if (/^\s*(?:$|[-*+|#<]|\d+[.)])/.test(line)) signs = 0;
    signs += line.match(/[*_~[\]`<]/g)?.length ?? 0;
    if (signs > mostSigns) return true;
  }
  return false;
}

/** A Markdown source with its tree. */
export interface Parsed {
  readonly source: string;
  readonly crowded: boolean;
  readonly tree: Tree;
}

/** The parts of a tree that a change leaves as they are. The parser takes up whole lines of them. */
function fragmentsOf({ source: before, tree }: Parsed, source: string): readonly TreeFragment[] {
  const whole = TreeFragment.addTree(tree);
  const change = changeBetween(before, source);
  if (change === null) return whole;
  const { start, endBefore, endAfter } = change;
  return TreeFragment.applyChanges(whole, [{ fromA: start, toA: endBefore, fromB: start, toB: endAfter }]);
}

/**
 * Parses Markdown (CommonMark with GitHub's tables and task lists), in linear time whatever the text: the parser looks
 * through runs of blanks again for each blank, so long ones are tabs to it.
 * @param before the source as it was: what a change leaves alone is the same nodes again
 */
export function parseMarkdown(source: string, before?: Parsed): Parsed {
  const safe = source.replace(/(?<=\S) {64,}/g, (run) => '\t'.repeat(run.length));
  const crowded = isCrowded(source);
  const fragments = before?.crowded === crowded ? fragmentsOf(before, source) : [];
  return { source, crowded, tree: (crowded ? withoutPairs : full).parse(safe, fragments) };
}
