import type { Section } from '../posting/posting.ts';
import { contains } from '../posting/span.ts';
import type { Edit } from './edit.ts';
import { edited, reheaded } from './headings.ts';
import { frameOf, itemLike, itemLists, type ItemText, type List, listsOf } from './lists.ts';
import { blankAfter, blankBefore, isSamePlace, lineBreaks, type Place, placeOf } from './place.ts';
import { isHtml, memberUnit, unitOf } from './units.ts';

/** A section to make. */
export interface NewSection {
  /** The words of its heading, as a sentence writes them. */
  readonly heading: string;
  /** Its one item. */
  readonly item: ItemText;
}

/** Keys whose values no two records share. */
const ownKey = /(?:^|[{,\s"'])_?(?:id|uuid|key|slug|anchor|order|position|index)["']?\s*:/i;

/** What goes on with a list, or ends one, after a place that should lie outside of it. */
const goesOnWithList = /^(?:\s|<!--(?:(?!-->)[^])*-->)*<(?:\/(?:ul|ol|menu)|li)\b/i;

/** A record of the same shape as the one that a section is: its heading changed, its list cut to the one item. */
function newMember(
  source: string,
  sections: readonly Section[],
  model: Section,
  made: NewSection,
): Edit | null {
  const { heading } = model;
  const unit = heading === null ? null : memberUnit(heading, source);
  const all = listsOf(model, source);
  const [list, ...others] = all.filter(({ isNested }) => !isNested);
  const first = list?.units[0];
  const last = list?.units.at(-1);
  if (heading === null || unit === null || first === undefined || last === undefined) return null;
  const { whole } = unit;
  const known = new Set(all.flatMap(({ blocks }) => blocks));
  const isWhole = model.blocks.every((block) => known.has(block) && contains(whole, block.span));
  if (others.length > 0 || !isWhole) return null;
  const items = first.place.toSource({ start: first.whole.start, end: last.whole.end });
  if (ownKey.test(source.slice(whole.start, items.start) + source.slice(items.end, whole.end))) return null;
  const text = edited(source, whole, [
    ...reheaded(heading, made.heading, source, sections),
    { span: items, newText: itemLike(first, made.item, 1) },
  ]);
  const blank = source.slice(blankBefore(source, whole.start), whole.start);
  const line = source.slice(source.lastIndexOf('\n', whole.start - 1) + 1, whole.start);
  const isListed = /[[{,]\s*$/.test(source.slice(0, whole.start));
  const between = isListed ? `,${blank}` : `${source.includes('\r\n') ? '\r\n' : '\n'}${line}`;
  return { span: { start: whole.end, end: whole.end }, newText: between + text };
}

/** What a text writes around the words of a heading and of a list. */
interface Style {
  readonly beforeHeading: string;
  readonly heading: string;
  readonly beforeList: string;
}

/** The heading of a section with other words, and the white space around it. */
function styleOf(
  source: string,
  sections: readonly Section[],
  model: Section,
  place: Place,
  words: string,
): Style | null {
  const { heading } = model;
  const unit = heading === null ? null : unitOf(heading, source);
  if (heading === null || unit === null || !isSamePlace(unit.place, place)) return null;
  const { text } = place;
  const { whole, syntax } = unit;
  const from = blankBefore(text, whole.start);
  const to = blankAfter(text, whole.end);
  const before = place.written(from, whole.start);
  const after = place.written(whole.end, to);
  const isLine = syntax === 'line';
  const list = listsOf(model, source)[0];
  const isAbove = list !== undefined && frameOf(list).start === to - (isLine ? indentBefore(text, to) : 0);
  return {
    beforeHeading: isLine && (from === 0 || before === '') ? lineBreaks(place, 2) : before,
    heading: edited(source, place.toSource(whole), reheaded(heading, words, source, sections)),
    beforeList: isAbove
      ? place.written(whole.end, frameOf(list).start)
      : isLine
        ? lineBreaks(place, 2)
        : after,
  };
}

/** How far a line is indented before an offset. */
const indentBefore = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

/** Where no heading stands to learn from. */
function plainStyle({ units: [unit] }: List, isMarkdown: boolean, words: string): Style | null {
  if (unit === undefined) return null;
  const { place, syntax } = unit;
  if (syntax === 'line')
    return {
      beforeHeading: lineBreaks(place, 2),
      heading: place.escape(isMarkdown ? `## ${words}` : `${words}:`),
      beforeList: lineBreaks(place, isMarkdown ? 2 : 1),
    };
  const blank = /\n/.test(place.text) ? lineBreaks(place, 1) : '';
  const written = place.escape(`<h3>${words}</h3>`);
  // A slash in a string of JSON may be escaped; people who do not do so would wonder.
  const heading = /<\\+\//.test(place.written(0, place.text.length))
    ? written
    : written.replace(/<\\\//g, '</');
  return { beforeHeading: blank, heading, beforeList: blank };
}

/** The sections that a new one comes after: this one and those of its kind that follow in the same text. */
function lastOfKind(source: string, sections: readonly Section[], model: Section, place: Place): Section {
  const from = sections.indexOf(model);
  const isPart = ({ kind, blocks }: Section): boolean => {
    const [block] = blocks;
    return kind === model.kind && block !== undefined && isSamePlace(placeOf(block, source).place, place);
  };
  const end = sections.findIndex((section, index) => index > from && !isPart(section));
  return sections[(end < 0 ? sections.length : end) - 1] ?? model;
}

const isIn = (list: List, place: Place): boolean =>
  list.units.every((unit) => isSamePlace(unit.place, place));

/** A list of one item, written as the first list of some sections is that stands in the same text. */
function templateIn(
  source: string,
  sections: readonly Section[],
  place: Place,
  item: ItemText,
): { readonly list: List; readonly written: string } | null {
  const list = sections.flatMap((section) => itemLists(section, source)).find((each) => isIn(each, place));
  const unit = list?.units[0];
  const last = list?.units.at(-1);
  if (list === undefined || unit === undefined || last === undefined) return null;
  if (unit.syntax === 'member') return null;
  const frame = frameOf(list);
  const open = place.written(frame.start, unit.whole.start);
  const close = place.written(last.whole.end, frame.end);
  return { list, written: open + itemLike(unit, item, 1) + close };
}

/** A section in the text that another stands in: heading and list as its own, or as others in that text. */
function newSectionText(
  source: string,
  sections: readonly Section[],
  model: Section,
  made: NewSection,
): Edit | null {
  const [block] = model.blocks;
  if (block === undefined) return null;
  const { place, own } = placeOf(block, source);
  const last = listsOf(lastOfKind(source, sections, model, place), source).findLast(
    ({ isNested }) => !isNested,
  );
  const template = templateIn(source, [model, ...sections], place, made.item);
  if (template === null || last === undefined || !isIn(last, place)) return null;
  const level = ({ heading }: Section): number => heading?.level ?? 0;
  const sameKind = sections.filter(({ kind, heading }) => kind === model.kind && heading !== null);
  const models = [...sameKind, model, ...sections.filter(({ kind }) => kind !== 'intro')].filter(
    (section) => level(section) <= Math.max(1, level(model)) || level(model) === 0,
  );
  const style =
    models
      .map((section) => styleOf(source, sections, section, place, made.heading))
      .find((found) => found !== null) ??
    plainStyle(template.list, !isHtml(own) && own.content.escape('*') !== '*', made.heading);
  if (style === null) return null;
  const at = frameOf(last).end;
  if (isHtml(own) && goesOnWithList.test(place.text.slice(at))) return null;
  const newText = style.beforeHeading + style.heading + style.beforeList + template.written;
  return { span: place.toSource({ start: at, end: at }), newText };
}

/**
 * Makes a section after another one, written as that one is.
 * @returns null where the document shows no way to write it
 */
export function addSection(
  source: string,
  sections: readonly Section[],
  after: Section,
  made: NewSection,
): Edit | null {
  const { heading, blocks } = after;
  const isRecord =
    heading?.member !== undefined &&
    blocks.every(({ span }) => heading.member !== undefined && contains(heading.member, span));
  return isRecord ? newMember(source, sections, after, made) : newSectionText(source, sections, after, made);
}

/** Makes a list of one item at the end of a section that has none. Null where the text shows no way to write it. */
export function addList(
  source: string,
  sections: readonly Section[],
  target: Section,
  item: ItemText,
): Edit | null {
  const last = listsOf(target, source).at(-1);
  const unit = last?.units.at(-1);
  if (last === undefined || unit === undefined || unit.syntax === 'member') return null;
  const { place } = unit;
  const template = templateIn(source, sections, place, item);
  if (template === null) return null;
  const at = frameOf(last).end;
  const isWide = unit.syntax === 'line' || /\n/.test(place.text);
  const gap = isWide ? lineBreaks(place, unit.syntax === 'line' ? 2 : 1) : '';
  return { span: place.toSource({ start: at, end: at }), newText: gap + template.written };
}
