import type { Block } from '../posting/blocks.ts';
import type { Section } from '../posting/posting.ts';
import { contains, type Span } from '../posting/span.ts';
import type { Edit } from './edit.ts';
import { blankAfter, blankBefore, isSamePlace, lineBreaks, placeOf } from './place.ts';
import { bulletUnits, isItem, type Unit, unitOf } from './units.ts';

/** Items that stand one after the other with nothing between, or paragraphs that do. */
export interface List {
  readonly kind: Block['kind'];
  readonly level: number;
  readonly units: readonly Unit[];
  readonly blocks: readonly Block[];
  /** Stands in an item of another. */
  readonly isNested: boolean;
  /** The paragraph around it, where its items are lines of one. */
  readonly around?: Span;
}

interface OpenList extends List {
  readonly units: Unit[];
  readonly blocks: Block[];
}

const isWithin = (inner: Unit, outer: Unit | undefined): boolean =>
  outer !== undefined && isSamePlace(inner.place, outer.place) && contains(outer.whole, inner.whole);

/** What a source writes between two of a list. */
const gapOf = (a: Unit, b: Unit): string => a.place.text.slice(a.whole.end, b.whole.start);

const follows = (list: OpenList, block: Block, unit: Unit): boolean => {
  const last = list.units.at(-1);
  return (
    last !== undefined &&
    list.kind === block.kind &&
    last.syntax === unit.syntax &&
    isSamePlace(last.place, unit.place) &&
    last.whole.end <= unit.whole.start &&
    /^\s*(?:,|(?:<!--(?:(?!-->)[^])*-->\s*)+)?\s*$/.test(gapOf(last, unit))
  );
};

/** For each block where the next one begins that is no item: no item reaches so far. */
function limitsOf(blocks: readonly Block[], source: string): number[] {
  let limit = Infinity;
  return blocks
    .toReversed()
    .map((block) => {
      const own = limit;
      if (block.kind !== 'item') limit = placeOf(block, source).own.span.start;
      return own;
    })
    .reverse();
}

/** The lists and runs of paragraphs of a section, nested ones too. Blocks whose extent cannot be told are in none. */
export function listsOf(section: Section, source: string): List[] {
  const all: OpenList[] = [];
  let open: OpenList[] = [];
  const limits = limitsOf(section.blocks, source);
  for (const [index, block] of section.blocks.entries()) {
    const unit = unitOf(block, source, limits[index] ?? Infinity);
    if (unit === null) continue;
    while (open.length > 1 && !isWithin(unit, open.at(-2)?.units.at(-1))) open.pop();
    const current = open.at(-1);
    // A second paragraph of an item is no item.
    if (current?.units.at(-1)?.whole.start === unit.whole.start) continue;
    if (current !== undefined && follows(current, block, unit)) {
      current.units.push(unit);
      current.blocks.push(block);
      continue;
    }
    const isNested = isWithin(unit, current?.units.at(-1));
    const list = { kind: block.kind, level: block.level, units: [unit], blocks: [block], isNested };
    all.push(list);
    open = isNested ? [...open, list] : [list];
  }
  return all;
}

/** The lists of a section that are not nested: of items, of paragraphs with bullets, and of lines with bullets in one paragraph. */
export function itemLists(section: Section, source: string): List[] {
  return listsOf(section, source)
    .filter(({ isNested }) => !isNested)
    .flatMap((list): List[] => {
      const lines = list.kind === 'paragraph' ? linesOf(list, source) : [];
      if (lines.length > 0) return lines;
      return list.units.every((unit) => isItem(unit, list.kind)) ? [list] : [];
    });
}

/** The paragraphs of a run whose lines are a list each. */
function linesOf(list: List, source: string): List[] {
  return list.blocks.flatMap((block, index): List[] => {
    const units = bulletUnits(block, source);
    const around = list.units[index]?.whole;
    if (units === null || around === undefined) return [];
    return [{ ...list, units, blocks: units.map(() => block), around }];
  });
}

/** Tags are looked for no farther back. */
const farthest = 1000;

/** A tag that ends, with white space, where something begins. */
function tagBefore(
  tag: RegExp,
  html: string,
  at: number,
): { readonly start: number; readonly name: string } | null {
  const from = Math.max(0, at - farthest);
  const found = tag.exec(html.slice(from, at));
  return found === null ? null : { start: from + found.index, name: found[1] ?? '' };
}

const openList = /<(ul|ol|menu)\b[^<>]*>\s*$/i;

/** A list with the element around it. */
export function frameOf({ units, around }: List): Span {
  if (around !== undefined) return around;
  const [first] = units;
  const last = units.at(-1);
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  const { text } = first.place;
  const span = { start: first.whole.start, end: last.whole.end };
  if (first.syntax !== 'html') return span;
  const open = tagBefore(openList, text, span.start);
  const close = /^\s*<\/(?:ul|ol|menu)\s*>/i.exec(text.slice(span.end));
  return open === null || close === null ? span : { start: open.start, end: span.end + close[0].length };
}

const number = /^([\s>]*)(\d+)(?=[.)]\s)/;

/** The number that an item of a numbered list bears. */
export function numberOf({ syntax, place, whole, body }: Unit): number | null {
  const found = syntax === 'line' ? number.exec(place.text.slice(whole.start, body.start)) : null;
  return found === null ? null : Number(found[2]);
}

/** New words to write, or the body of an item as the source writes it. */
export type ItemText = { readonly words: string } | { readonly body: string };

const needsQuotes = /^[^\p{L}\p{N}]|: |:$| #|[,[\]{}]/u;

/** An item written as another one of its list is. */
export function itemLike({ syntax, place, whole, body, slot }: Unit, item: ItemText, at: number): string {
  const inner = 'words' in item ? slot : body;
  const lead = place
    .written(whole.start, inner.start)
    .replace(number, `$1${at}`)
    .replace(/\[[xX]\](?=\s*$)/, '[ ]');
  const isPlain = syntax === 'member' && slot.start === body.start;
  const words =
    'body' in item
      ? item.body
      : isPlain && needsQuotes.test(item.words)
        ? JSON.stringify(item.words)
        : item.words;
  return lead + words + place.written(inner.end, whole.end);
}

/** What a list writes between its items. */
function separator({ units }: List): string {
  const last = units.at(-1);
  const before = units.at(-2);
  if (last === undefined) return '';
  const { place, whole, syntax } = last;
  if (before !== undefined && !gapOf(before, last).includes('<!--'))
    return place.written(before.whole.end, whole.start);
  if (syntax === 'line') return lineBreaks(place, 1);
  const blank = place.written(blankBefore(place.text, whole.start), whole.start);
  return syntax === 'member' && /[[,]\s*$/.test(place.text.slice(0, whole.start)) ? `,${blank}` : blank;
}

/** A comment on the line of a value would stand beside the new one. */
const comment = /^[ \t]*,?[ \t]*(?:#|\/[/*])/;

/** Puts an item at the end of a list; null where something on its last line would be torn from it. */
export function appended(list: List, item: ItemText): Edit | null {
  const last = list.units.at(-1);
  if (last === undefined) return null;
  const at = last.whole.end;
  if (last.syntax === 'member' && comment.test(last.place.text.slice(at, at + 100))) return null;
  const own = numberOf(last);
  const before = list.units.at(-2);
  const step = own !== null && before !== undefined && numberOf(before) === own ? 0 : 1;
  const newText = separator(list) + itemLike(last, item, (own ?? 0) + step);
  return { span: last.place.toSource({ start: at, end: at }), newText };
}

const emptyElement = /<(ul|ol|menu|section|article|div)\b[^<>]*>\s*$/i;

/** A stretch to take out whole, with the elements that would be left empty and the white space before it. */
export function widened(text: string, { start, end }: Span, html: boolean): Span {
  const open = html ? tagBefore(emptyElement, text, start) : null;
  const close = open === null ? null : new RegExp(`^\\s*</${open.name}\\s*>`, 'i').exec(text.slice(end));
  if (open !== null && close !== null)
    return widened(text, { start: open.start, end: end + close[0].length }, html);
  const from = blankBefore(text, start);
  return from === 0 || text.slice(0, from) === '\uFEFF'
    ? { start, end: blankAfter(text, end) }
    : { start: from, end };
}

/** The stretches to take out of a row of neighbours, where some of them go. */
export function takenFrom(
  units: readonly Unit[],
  goes: (index: number) => boolean,
  whole: () => Span,
): Span[] {
  const spans: Span[] = [];
  for (let first = 0; first < units.length; first++) {
    if (!goes(first)) continue;
    let last = first;
    while (last + 1 < units.length && goes(last + 1)) last += 1;
    const [from, to] = [units[first], units[last]];
    const before = units[first - 1];
    const after = units[last + 1];
    if (from === undefined || to === undefined) break;
    if (after !== undefined) spans.push({ start: from.whole.start, end: after.whole.start });
    else if (before !== undefined) spans.push({ start: before.whole.end, end: to.whole.end });
    else spans.push(whole());
    first = last;
  }
  return spans;
}

/** New numbers for what stays of a numbered list, where it counted up. */
export function renumbered(units: readonly Unit[], goes: (index: number) => boolean): Edit[] {
  const first = numberOf(units[0] ?? ({ syntax: 'html' } as Unit));
  if (first === null || units.some((unit, index) => numberOf(unit) !== first + index)) return [];
  return units
    .filter((_, index) => !goes(index))
    .flatMap((unit, index) => {
      const { place, whole, body } = unit;
      const found = number.exec(place.text.slice(whole.start, body.start));
      const start = whole.start + (found?.[1]?.length ?? 0);
      const span = place.toSource({ start, end: start + (found?.[2]?.length ?? 0) });
      return numberOf(unit) === first + index ? [] : [{ span, newText: String(first + index) }];
    });
}
