import type { Tree } from '@lezer/common';
import { GFM, parser as commonMark } from '@lezer/markdown';

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

/**
 * Parses Markdown (CommonMark with GitHub's tables and task lists), in linear time whatever the text: the parser looks
 * through runs of blanks again for each blank, so long ones are tabs to it.
 */
export function parseMarkdown(source: string): Tree {
  const safe = source.replace(/(?<=\S) {64,}/g, (run) => '\t'.repeat(run.length));
  return (isCrowded(source) ? withoutPairs : full).parse(safe);
}
