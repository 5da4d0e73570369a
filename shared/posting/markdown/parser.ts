import { type Tree, TreeFragment } from '@lezer/common';
import { GFM, type MarkdownParser, parser as commonMark } from '@lezer/markdown';
import { changeBetween } from '../parts.ts';

const pairs = commonMark.configure(GFM);
const noPairs = pairs.configure({
  remove: ['Emphasis', 'Strikethrough', 'Link', 'Image', 'LinkEnd', 'InlineCode', 'HTMLTag'],
});
const noReferences = { remove: ['LinkReference'] };
const withReferences = { pairs, noPairs };
const withoutReferences = { pairs: pairs.configure(noReferences), noPairs: noPairs.configure(noReferences) };

/** Signs for whose partner the parser looks, in one paragraph; people write dozens. */
const mostSigns = 2000;

const isSign = new Uint8Array(128);
for (const sign of '*_~[]`<') isSign[sign.charCodeAt(0)] = 1;

function countSigns(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) count += isSign[text.charCodeAt(at)] ?? 0;
  return count;
}

/** Whether a paragraph has so many signs without a partner that looking for it would take quadratic time. */
function isCrowded(source: string): boolean {
  // Most documents have fewer.
  if (source.length <= mostSigns || countSigns(source) <= mostSigns) return false;
  let count = 0;
  for (const line of source.split('\n')) {
    if (/^\s*(?:$|[-*+|#<]|\d+[.)])/.test(line)) count = 0;
    count += countSigns(line);
    if (count > mostSigns) return true;
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

/** A Markdown source with its tree. */
export interface Parsed {
  readonly source: string;
  readonly parser: MarkdownParser;
  readonly tree: Tree;
}

/**
 * Where the lines begin that stand above a place without an empty one between: a block may end where it does because of
 * what the parser saw lines further down, as before a table, and the parser does not know that again.
 */
function paragraphStart(source: string, at: number): number {
  let start = at;
  for (let end = at; end > 0; end = start - 1) {
    const line = source.lastIndexOf('\n', end - 1) + 1;
    if (end < at && /^[ \t\r]*$/.test(source.slice(line, end))) return start;
    start = line;
  }
  return start;
}

/** The parts of a tree that a change leaves as they are. The parser takes up whole lines of them. */
function fragmentsOf({ source: before, tree }: Parsed, source: string): readonly TreeFragment[] {
  const whole = TreeFragment.addTree(tree);
  const change = changeBetween(before, source);
  if (change === null) return whole;
  const { endBefore, endAfter } = change;
  const start = paragraphStart(source, change.start);
  return TreeFragment.applyChanges(whole, [{ fromA: start, toA: endBefore, fromB: start, toB: endAfter }]);
}

/**
 * Parses Markdown (CommonMark with GitHub's tables and task lists), in linear time whatever the text: the parser looks
 * through runs of blanks again for each blank, so long ones are tabs to it, and at each empty line asks all lists around
 * it whether it ends them, so too many are blanks to it.
 * @param before the source as it was: what a change leaves alone is the same nodes again
 */
export function parseMarkdown(source: string, before?: Parsed): Parsed {
  const safe = source
    .replace(/(?<=\S) {64,}/g, (run) => '\t'.repeat(run.length))
    .replace(nestedLists, (line) => ' '.repeat(line.length));
  const { pairs, noPairs } = hasEndlessTitle(source) ? withoutReferences : withReferences;
  const parser = isCrowded(source) ? noPairs : pairs;
  const fragments = before?.parser === parser ? fragmentsOf(before, source) : [];
  return { source, parser, tree: parser.parse(safe, fragments) };
}
