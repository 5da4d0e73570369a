import type { Posting, Section, Statement } from '../posting/posting.ts';
import { contains } from '../posting/span.ts';
import { copiesOf } from './copied.ts';
import type { Edit } from './edit.ts';
import { appended, itemLists, type List, listsOf } from './lists.ts';
import { addList, addSection } from './newSection.ts';
import { isSamePlace, placeOf } from './place.ts';
import { takeOut } from './takeOut.ts';
import { sentenceUnits, type Unit } from './units.ts';

/** The heading of what colleagues do and the person does not; read as a section of that kind. */
const worksWith = 'Works with';

/** What a place writes in another way, if it writes anything so. */
const sample = `\\ " ' < > & * [ ] \` \n`;

const sectionOf = (sections: readonly Section[], statement: Statement): Section | undefined =>
  sections.find(({ statements }) => statements.includes(statement));

/** What stands for a statement in the source: its item with what is nested in it, or its sentence. */
function unitFor(section: Section, statement: Statement, source: string): Unit | null {
  const { block } = statement;
  const own = section.statements.filter((each) => each.block === block);
  if (own.length > 1) return sentenceUnits(block, source)[own.indexOf(statement)] ?? null;
  const list = listsOf(section, source).find(({ blocks }) => blocks.includes(block));
  return list?.units[list.blocks.indexOf(block)] ?? null;
}

/** The statements that go along with one: those nested in its item. */
function goingAlong(section: Section, statement: Statement, unit: Unit, source: string): Set<Statement> {
  const { block } = statement;
  const nested = section.statements.filter((each) => {
    if (each.block === block) return false;
    const { place, own } = placeOf(each.block, source);
    return isSamePlace(place, unit.place) && contains(unit.whole, own.content.span);
  });
  return new Set([statement, ...nested]);
}

/** The "Works with" section of the same text, or the record of one where the sections are records. */
function worksWithOf(
  sections: readonly Section[],
  from: Section,
  unit: Unit,
  source: string,
): Section | undefined {
  const all = sections.filter(({ kind, heading }) => kind === 'works-with' && heading !== null);
  const inText = all.find(({ blocks }) => {
    const [block] = blocks;
    return block !== undefined && isSamePlace(placeOf(block, source).place, unit.place);
  });
  return (
    inText ?? (from.heading?.member === undefined ? undefined : all.find(({ heading }) => heading?.member))
  );
}

function moveIn(sections: readonly Section[], statement: Statement, source: string): Edit[] | null {
  const section = sectionOf(sections, statement);
  const unit = section === undefined ? null : unitFor(section, statement, source);
  if (section === undefined || unit === null) return null;
  const gone = takeOut(source, sections, goingAlong(section, statement, unit, source));
  const put = putUnder(sections, section, statement, unit, source);
  if (gone === null || put === null) return null;
  // A section that goes whole takes the place with it where the new one comes.
  const around = gone.find(({ span }) => span.start < put.span.start && put.span.start < span.end);
  if (around === undefined) return [...gone, put];
  const { end } = around.span;
  return section.heading?.member === undefined ? [...gone, { ...put, span: { start: end, end } }] : null;
}

function putUnder(
  sections: readonly Section[],
  section: Section,
  statement: Statement,
  unit: Unit,
  source: string,
): Edit | null {
  const item = { body: unit.place.written(unit.body.start, unit.body.end) };
  const target = worksWithOf(sections, section, unit, source);
  if (target === undefined) return addSection(source, sections, section, { heading: worksWith, item });
  const list = itemLists(target, source).at(-1);
  if (list === undefined) return addList(source, sections, target, item);
  return takes(list, statement, unit) ? appended(list, item) : null;
}

/** Whether what one list writes may stand in another just so. */
function takes({ units, blocks }: List, { content }: Statement, unit: Unit): boolean {
  const [first] = units;
  const isMember = first?.syntax === 'member';
  return (
    isMember === (unit.syntax === 'member') && blocks[0]?.content.escape(sample) === content.escape(sample)
  );
}

/**
 * Takes a duty out of its list and puts it under "Works with", whose statements are no duties: at the end of that
 * section where the document has one, else in a new one after the duties, written as they are. Copies follow.
 * @param source the whole document
 * @returns null where the duty cannot be moved safely
 */
export function moveDuty(posting: Posting, statement: Statement, source: string): readonly Edit[] | null {
  if (statement.form === 'cell') return null;
  const copies = copiesOf(posting, [statement.content.text]);
  if (copies === null) return null;
  const moves = [
    moveIn(posting.sections, statement, source),
    ...copies.map((copy) => moveIn(posting.copies, copy, source)),
  ];
  return moves.some((move) => move === null) ? null : moves.flatMap((move) => move ?? []);
}

/** A picture or a tick that items begin with. */
const sign = /^[\p{Extended_Pictographic}\p{So}✓➤►»›]\S*\s+/u;

/** Words with the opening and the ending that a list's items have. */
function inStyleOf(text: string, words: string): string {
  const bare = words.replace(/[.;,]+$/, '');
  const opened = /^\P{L}*\p{Ll}/u.test(text) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
  return (sign.exec(text)?.[0] ?? '') + opened + (/[.;]$/.exec(text.trim())?.[0] ?? '');
}

function addTo(list: List, words: string): Edit | null {
  const block = list.blocks.at(-1);
  if (block === undefined) return null;
  return appended(list, { words: block.content.escape(inStyleOf(block.content.text, words)) });
}

/**
 * Adds a duty at the end of the list that holds most duties, written as that list is. Copies of the list follow.
 * @param words a sentence: the full stop and the capital go where the list has none
 * @param source the whole document
 * @returns null where the duties stand in no list
 */
export function addDuty(posting: Posting, words: string, source: string): readonly Edit[] | null {
  const count = ({ statements }: Section): number => statements.filter(({ duty }) => duty).length;
  const sections = posting.sections.filter(
    (section) => count(section) > 0 && itemLists(section, source).length > 0,
  );
  const most = sections.reduce((best, section) => Math.max(best, count(section)), 0);
  const list = sections
    .filter((section) => count(section) === most)
    .flatMap((section) => itemLists(section, source))
    .at(-1);
  const last = posting.statements.findLast(({ block }) => block === list?.blocks.at(-1));
  if (list === undefined || last === undefined) return null;
  const copies = copiesOf(posting, [last.content.text]) ?? [];
  const others = copies.flatMap(({ block }) =>
    posting.copies
      .flatMap((section) => listsOf(section, source))
      .filter(({ blocks }) => blocks.at(-1) === block),
  );
  const edits = [list, ...others].map((list) => addTo(list, words));
  return edits.some((edit) => edit === null) ? null : edits.flatMap((edit) => edit ?? []);
}
