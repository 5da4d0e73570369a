import type { Block } from '../posting/blocks.ts';
import type { Section, Statement } from '../posting/posting.ts';
import { contains, type Span } from '../posting/span.ts';
import type { Edit } from './edit.ts';
import { frameOf, type List, listsOf, renumbered, takenFrom, widened } from './lists.ts';
import { isSamePlace } from './place.ts';
import { memberUnit, sentenceUnits, type Unit, unitOf } from './units.ts';

/** What stands between two sentences, or between lines with bullets in one paragraph. */
const betweenSentences = /^(?:\s|<br\s*\/?>|[•▪‣·●○◦⁃∙*+–—-](?=\s)|\\[nr])*$/i;

/** A member of a record with the comma that goes with it. */
function takenMember(source: string, { start, end }: Span): Span {
  const after = /^\s*,\s*/.exec(source.slice(end))?.[0].length;
  if (after !== undefined) return { start, end: end + after };
  const before = /\s*,\s*$/.exec(source.slice(0, start))?.[0].length;
  return before === undefined ? widened(source, { start, end }, false) : { start: start - before, end };
}

class Taking {
  readonly edits: Edit[] = [];
  readonly #source: string;
  readonly #sections: readonly Section[];
  readonly #gone: ReadonlySet<Statement>;

  constructor(source: string, sections: readonly Section[], gone: ReadonlySet<Statement>) {
    this.#source = source;
    this.#sections = sections;
    this.#gone = gone;
  }

  /** @returns whether all that should go of a section could be taken out */
  section(section: Section): boolean {
    const { statements, blocks } = section;
    const going = statements.filter((statement) => this.#gone.has(statement));
    if (going.length === 0) return true;
    const said = new Set(statements.map(({ block }) => block));
    const all = going.length === statements.length && blocks.every((block) => said.has(block));
    const lists = listsOf(section, this.#source);
    if (all && section.heading !== null && this.#whole(section, section.heading, lists)) return true;
    const goes = (block: Block): boolean =>
      statements.every((statement) => statement.block !== block || this.#gone.has(statement));
    const covered: Unit[] = [];
    for (const list of lists) this.#list(list, goes, covered);
    return [...said].every((block) => this.#rest(block, statements, goes(block), lists, covered));
  }

  /** A section of which nothing stays goes with its heading. */
  #whole(section: Section, heading: Block, lists: readonly List[]): boolean {
    const { member } = heading;
    if (member !== undefined && section.blocks.every(({ span }) => contains(member, span))) {
      const unit = memberUnit(heading, this.#source);
      if (unit !== null) this.edits.push({ span: takenMember(this.#source, unit.whole), newText: '' });
      return unit !== null;
    }
    const unit = unitOf(heading, this.#source);
    const last = lists.findLast(({ isNested }) => !isNested);
    const units = new Set(lists.flatMap(({ blocks }) => blocks));
    if (unit === null || last === undefined || !section.blocks.every((block) => units.has(block)))
      return false;
    const { place } = unit;
    if (!lists.every((list) => list.units.every((each) => isSamePlace(each.place, place)))) return false;
    const span = { start: unit.whole.start, end: frameOf(last).end };
    const next = this.#sections[this.#sections.indexOf(section) + 1]?.heading ?? null;
    const after = next === null ? null : unitOf(next, this.#source);
    const gap =
      after !== null && isSamePlace(after.place, place)
        ? place.text.slice(span.end, after.whole.start)
        : null;
    const taken =
      after !== null && gap?.trim() === '' && after.whole.start >= span.end
        ? { start: span.start, end: after.whole.start }
        : widened(place.text, span, unit.syntax === 'html');
    this.edits.push({ span: place.toSource(taken), newText: '' });
    return true;
  }

  #list(list: List, goes: (block: Block) => boolean, covered: Unit[]): void {
    const { units, blocks } = list;
    const [first] = units;
    const isCovered = covered.some(
      (unit) =>
        first !== undefined && isSamePlace(unit.place, first.place) && contains(unit.whole, first.whole),
    );
    if (first === undefined || isCovered) return;
    const leaves = (index: number): boolean => {
      const block = blocks[index];
      return block !== undefined && goes(block);
    };
    const { place, syntax } = first;
    const spans = takenFrom(units, leaves, () =>
      syntax === 'member' ? frameOf(list) : widened(place.text, frameOf(list), syntax === 'html'),
    );
    for (const span of spans) this.edits.push({ span: place.toSource(span), newText: '' });
    if (spans.length > 0) this.edits.push(...renumbered(units, leaves));
    covered.push(...units.filter((_, index) => leaves(index)));
  }

  /** What of a block has not gone with its list: nothing, or sentences. */
  #rest(
    block: Block,
    statements: readonly Statement[],
    leaves: boolean,
    lists: readonly List[],
    covered: readonly Unit[],
  ): boolean {
    const unit = lists.flatMap((list) => list.units[list.blocks.indexOf(block)] ?? [])[0];
    const within =
      unit !== undefined &&
      covered.some((each) => isSamePlace(each.place, unit.place) && contains(each.whole, unit.whole));
    const own = statements.filter((statement) => statement.block === block);
    if (within) return leaves;
    if (leaves) return false;
    if (own.every((statement) => !this.#gone.has(statement))) return true;
    return this.#sentences(block, own);
  }

  #sentences(block: Block, own: readonly Statement[]): boolean {
    const found = sentenceUnits(block, this.#source);
    const units = found.flatMap((unit) => unit ?? []);
    const [first] = units;
    if (first === undefined || units.length !== found.length || units.length !== own.length) return false;
    const { text } = first.place;
    const parted = units.every((unit, index) => {
      const next = units[index + 1];
      return next === undefined || betweenSentences.test(text.slice(unit.whole.end, next.whole.start));
    });
    if (!parted) return false;
    const goes = (index: number): boolean => {
      const statement = own[index];
      return statement !== undefined && this.#gone.has(statement);
    };
    for (const span of takenFrom(units, goes, () => first.whole))
      this.edits.push({ span: first.place.toSource(span), newText: '' });
    return true;
  }
}

/**
 * Takes statements out of a document with all that is theirs alone: markers, tags, commas, line breaks, a list or
 * section that would be left empty.
 * @returns null where it cannot be told for sure what that is
 */
export function takeOut(
  source: string,
  sections: readonly Section[],
  gone: ReadonlySet<Statement>,
): Edit[] | null {
  const taking = new Taking(source, sections, gone);
  return sections.every((section) => taking.section(section)) ? taking.edits : null;
}
