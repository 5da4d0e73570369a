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
  if (source.length <= mostSigns) return false;
  let signs = 0;
  for (const line of source.split('\n')) {
    if (/^\s*(?:$|[-*+|#<]|\d+[.)])/.test(line)) signs = 0;
    signs += line.match(/[*_~[\]`<]/g)?.length ?? 0;
    if (signs > mostSigns) return true;
  }
  return false;
}

/** A link's definition on one line, with its title or without. */
const definition = /^[ \t>]*\[[^\]]*\]:[ \t]*\S+(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*$/;

/** Lines of a link's title; nobody writes more than one. */
const mostTitleLines = 100;

/** Whether a link's definition opens a title and goes on and on: the parser reads it anew with each of its lines. */
function hasEndlessTitle(source: string): boolean {
  if (!source.includes(']:')) return false;
  let defines = false;
  let lines = 0;
  for (const line of source.split('\n')) {
    const isEmpty = /^[\s>]*$/.test(line);
    defines = !isEmpty && (defines || line.includes(']:'));
    if (!defines) lines = 0;
    else if (lines > 0 || (/["'(]/.test(line) && !definition.test(line))) lines += 1;
    if (lines > mostTitleLines) return true;
  }
  return false;
}

/** A line that opens more lists within lists than are read. */
const nestedLists = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){64,}[^\n]*/gm;

/**
 * Parses Markdown (CommonMark with GitHub's tables and task lists), in linear time whatever the text: the parser looks
 * through runs of blanks again for each blank, so long ones are tabs to it, and at each empty line asks all lists around
 * it whether it ends them, so too many are blanks to it.
 */
export function parseMarkdown(source: string): Tree {
  const safe = source
    .replace(/(?<=\S) {64,}/g, (run) => '\t'.repeat(run.length))
    .replace(nestedLists, (line) => ' '.repeat(line.length));
  const parser = isCrowded(source) ? withoutPairs : full;
  return (hasEndlessTitle(source) ? parser.configure({ remove: ['LinkReference'] }) : parser).parse(safe);
}
