import type { Block, BlockKind } from '../posting/blocks.ts';
import type { Span } from '../posting/span.ts';
import { sentences } from '../posting/statements.ts';
import { type Place, placeOf, sourcePlace } from './place.ts';

/** What belongs to a list item, a paragraph, a heading or a sentence. All stretches are of the place's text. */
export interface Unit {
  readonly place: Place;
  /** How its list is written: values of a record, elements, or lines. */
  readonly syntax: 'member' | 'html' | 'line';
  /** With its own marker or tags and all that is nested in it. */
  readonly whole: Span;
  /** What stands between its marker or tags. */
  readonly body: Span;
  /** Where its words stand: the body without tags that are around all of it, as around the words of its neighbours. */
  readonly slot: Span;
}

const inline = 'a|abbr|b|em|font|i|mark|s|small|span|strong|sub|sup|u';
const opensItem = new RegExp(`<li\\b[^<>]*>(?:\\s|<(?:p|div|${inline})\\b[^<>]*>)*$`, 'i');
const opensBlock = new RegExp(`<(p|div|h[1-6]|summary)\\b[^<>]*>(?:\\s|<(?:${inline})\\b[^<>]*>)*$`, 'i');
const wrapper = new RegExp(`^<(p|div|${inline})\\b[^<>]*>\\s*`, 'i');
const firstTag = /^<[^<>]*>/;

/** Tags before a text's first words are looked for no farther back. */
const farthest = 1000;

/** Whether a text is HTML, told from how its reader would write in it. */
export const isHtml = ({ content }: Block): boolean => content.escape('<') === '&lt;';

const trimmed = (text: string, { start, end }: Span): Span => {
  const inner = text.slice(start, end);
  const from = start + inner.length - inner.trimStart().length;
  return { start: from, end: Math.max(from, start + inner.trimEnd().length) };
};

/** No item of a posting holds so many tags of lists. */
const mostTags = 300;

/** Where the content of a list item ends, and where the item does; null where that lies too far. */
function endOfItem(html: string, from: number): { inside: number; end: number } | null {
  let depth = 0;
  let tags = 0;
  for (const match of html.slice(from).matchAll(/<(\/?)(ul|ol|menu|li)\b[^<>]*>/gi)) {
    if (++tags > mostTags) return null;
    const at = from + match.index;
    const closes = match[1] === '/';
    const isItem = match[2]?.toLowerCase() === 'li';
    if (depth === 0 && isItem) return { inside: at, end: closes ? at + match[0].length : at };
    if (depth === 0 && closes) return { inside: at, end: at };
    if (!isItem) depth += closes ? -1 : 1;
  }
  return { inside: html.length, end: html.length };
}

/** A stretch without the tags that are around all of it. */
function unwrapped(html: string, span: Span): Span {
  const text = html.slice(span.start, span.end);
  const open = wrapper.exec(text);
  if (open === null) return span;
  const close = new RegExp(`\\s*</${open[1] ?? ''}\\s*>$`, 'i').exec(text);
  if (close === null) return span;
  const inner = text.slice(open[0].length, close.index);
  if (new RegExp(`</?${open[1] ?? ''}\\b`, 'i').test(inner)) return span;
  return unwrapped(html, { start: span.start + open[0].length, end: span.start + close.index });
}

const bullet = /^(?:(?:[•▪‣·●○◦⁃∙–—]|&(?:bull|middot|#8226|#183);)(?:\s|&nbsp;)+)/;

/** A stretch without the bullet that stands in the text itself, as pasted from a word processor. */
function afterBullet(text: string, { start, end }: Span): Span {
  return { start: start + (bullet.exec(text.slice(start, end))?.[0].length ?? 0), end };
}

/** Whether an item has a marker or a tag of its own, or a paragraph a bullet. */
export const isItem = ({ syntax, place, whole, body }: Unit, kind: BlockKind): boolean =>
  kind === 'item' ||
  (syntax !== 'member' &&
    place.text.slice(whole.start, body.start).search(/[•▪‣·●○◦⁃∙–—;]\s*(?:&nbsp;\s*)*$/) >= 0);

function htmlUnit({ kind, content }: Block, place: Place): Unit | null {
  const html = place.text;
  const { start, end } = content.span;
  const from = Math.max(0, start - farthest);
  const open = (kind === 'item' ? opensItem : opensBlock).exec(html.slice(from, start));
  if (open === null) return null;
  const whole = { start: from + open.index, end };
  const inside = { start: whole.start + (firstTag.exec(open[0])?.[0].length ?? 0), end };
  if (kind === 'item') {
    const found = endOfItem(html, inside.start);
    if (found === null) return null;
    inside.end = found.inside;
    whole.end = trimmed(html, { start: inside.start, end: found.end }).end;
  } else {
    const close = new RegExp(`^(?:\\s*(?:</(?:${inline})\\s*>|:))*\\s*</${open[1] ?? ''}\\s*>`, 'i').exec(
      html.slice(end),
    );
    if (close === null) return null;
    whole.end = end + close[0].length;
    inside.end = whole.end - (/<[^<]*$/.exec(close[0])?.[0].length ?? 0);
  }
  const within = trimmed(html, inside);
  const body = kind === 'paragraph' ? afterBullet(html, within) : within;
  return { place, syntax: 'html', whole, body, slot: unwrapped(html, body) };
}

const marker = /^([ \t>]*)(?:[-*+•▪‣·●○◦⁃∙–—]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
/** Markup that may stand before a block's first words. */
const marks = /^(?:[*_~`[#]|<[^<>]*>|\s)*$/;

const lineEnd = (text: string, at: number): number => {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline - (text[newline - 1] === '\r' ? 1 : 0);
};

/** Where a list item ends, with the lines after it that are indented deeper. */
function endOfLines(text: string, end: number, indent: string, limit: number): number {
  if (indent.includes('>')) return end;
  let last = end;
  for (let at = text.indexOf('\n', end) + 1; at > 0 && at < limit; at = text.indexOf('\n', at) + 1) {
    const lineStop = lineEnd(text, at);
    const line = text.slice(at, lineStop);
    if (line.trim() === '') continue;
    if ((/^[ \t]*/.exec(line)?.[0].length ?? 0) <= indent.length) break;
    last = lineStop;
  }
  return last;
}

/** @param limit where the next block begins that is no item: no item reaches so far */
function lineUnit({ kind, content, span }: Block, place: Place, limit: number): Unit | null {
  const { text } = place;
  const start = text.lastIndexOf('\n', Math.max(0, content.span.start - 1)) + 1;
  const line = text.slice(start, content.span.start);
  const found = kind === 'item' ? marker.exec(text.slice(start, start + 300)) : null;
  const open = kind === 'item' ? found?.[0].length : (/^[ \t>]*/.exec(line)?.[0].length ?? 0);
  if (open === undefined || open > line.length || !marks.test(line.slice(open))) return null;
  const own = lineEnd(text, Math.max(content.span.end, Math.min(span.end, text.length)));
  const end = kind === 'item' ? endOfLines(text, own, found?.[1] ?? '', limit) : own;
  const bom = text.startsWith('\uFEFF') && start === 0 ? 1 : 0;
  const within = { start: Math.max(bom, start + open), end: text.slice(0, end).trimEnd().length };
  const body = kind === 'paragraph' ? afterBullet(text, within) : within;
  return { place, syntax: 'line', whole: { start: start + bom, end: body.end }, body, slot: body };
}

/** A value or an entry of a record, with the dash that YAML writes before it. */
export function memberUnit({ content, member }: Block, source: string): Unit | null {
  if (member === undefined) return null;
  const place = sourcePlace(source);
  const body = trimmed(source, member);
  const dash = /-[ \t]+$/.exec(source.slice(Math.max(0, body.start - 20), body.start));
  const whole = { start: body.start - (dash?.[0].length ?? 0), end: body.end };
  const quote = source[body.start] ?? '';
  const quoted = /["']/.test(quote) && source[body.end - 1] === quote;
  const slot = quoted
    ? { start: body.start + 1, end: body.end - 1 }
    : /[|>]/.test(quote)
      ? { start: content.span.start, end: body.end }
      : body;
  return { place, syntax: 'member', whole, body, slot };
}

/** What belongs to a block; null where that cannot be told for sure, and in tables. */
export function unitOf(block: Block, source: string, limit = Infinity): Unit | null {
  if (block.kind === 'cell') return null;
  if (block.kind === 'item' && block.member !== undefined) return memberUnit(block, source);
  const { place, own } = placeOf(block, source);
  return isHtml(own) ? htmlUnit(own, place) : lineUnit(own, place, limit);
}

const openTags = new RegExp(`(?:<(?:${inline})\\b[^<>]*>|\\*{1,3}|_{1,3}|~~|\`)+$`, 'i');
const closeTags = new RegExp(`^(?:</(?:${inline})\\s*>|\\*{1,3}|_{1,3}|~~|\`)+`, 'i');

/** Whether a stretch closes all that it opens. */
export function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const match of text.matchAll(/<(\/?)([a-z][a-z\d]*)\b[^<>]*?(\/?)>/gi)) {
    const name = match[2]?.toLowerCase() ?? '';
    if (match[3] === '/' || /^(?:br|hr|img|wbr)$/.test(name)) continue;
    if (match[1] !== '/') open.push(name);
    else if (open.pop() !== name) return false;
  }
  const bare = text.replace(/<[^<>]*>|\\./g, '');
  const even = (sign: RegExp): boolean => (bare.match(sign)?.length ?? 0) % 2 === 0;
  return open.length === 0 && even(/\*/g) && even(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu) && even(/`/g);
}

/** A sentence with the markup around it that is its own; null where markup is around it and others. */
function sentenceUnit(place: Place, { start, end }: Span, isMarkup: boolean): Unit | null {
  const before = openTags.exec(place.text.slice(Math.max(0, start - farthest), start))?.[0].length ?? 0;
  const after = closeTags.exec(place.text.slice(end, end + farthest))?.[0].length ?? 0;
  const spans = [
    { start: start - before, end: end + after },
    { start: start - before, end },
    { start, end: end + after },
    { start, end },
  ];
  const whole = isMarkup
    ? spans.find((span) => isBalanced(place.text.slice(span.start, span.end)))
    : { start, end };
  return whole === undefined ? null : { place, syntax: 'line', whole, body: whole, slot: whole };
}

/** The sentences of a block, in the order of its statements. */
export function sentenceUnits(block: Block, source: string): (Unit | null)[] {
  const { place, own } = placeOf(block, source);
  const isMarkup = own.content.escape('<') !== '<';
  return sentences(own.content).map(({ span }) => sentenceUnit(place, span, isMarkup));
}

/**
 * The lines of a paragraph that each begin with a bullet, as units of their own; null where not all do.
 */
export function bulletUnits(block: Block, source: string): Unit[] | null {
  const { place, own } = placeOf(block, source);
  const units: Unit[] = [];
  let from = own.content.span.start;
  for (const { span } of sentences(own.content)) {
    const before = place.text.slice(from, span.start);
    const at = /(?:[•▪‣·●○◦⁃∙*+–—-]|&(?:bull|middot|#8226|#183);)(?:\s|&nbsp;)+$/.exec(before)?.index;
    if (at === undefined) return null;
    units.push({ place, syntax: 'line', whole: { start: from + at, end: span.end }, body: span, slot: span });
    from = span.end;
  }
  return units.length < 2 ? null : units;
}
