import { append } from '../append.ts';
import type { Block } from '../posting/blocks.ts';
import type { Section, Statement } from '../posting/posting.ts';
import { contains, type Span } from '../posting/span.ts';
import type { Edit } from './edit.ts';
import { frameOf, type List, listsOf, renumbered, takenFrom, widened } from './lists.ts';
import { isSamePlace } from './place.ts';
import { isBalanced, memberUnit, sentenceUnits, unitOf } from './units.ts';

/** What stands between two sentences, or between lines with bullets in one paragraph. */
const betweenSentences =
  /^(?:\s|<br\s*\/?>|&(?:nbsp|bull|middot|#8226|#183);|[•▪‣·●○◦⁃∙*+–—-](?=\s)|\\[nr])*$/i;

/** A member of a record with the comma that goes with it. */
function takenMember(source: string, { start, end }: Span): Span {
  const before = /,\s*$/.exec(source.slice(0, start))?.[0].length;
  if (before !== undefined) return { start: start - before, end };
  const after = /^\s*,\s*/.exec(source.slice(end))?.[0].length;
  return after === undefined ? widened(source, { start, end }, false) : { start, end: end + after };
}

/** How far the tags reach that close what a stretch opens. */
function closersAfter(html: string, { start, end }: Span): number {
  const closers = /^(?:\s*<\/(?:div|section|article)\s*>)+/i.exec(html.slice(end))?.[0] ?? '';
  for (let length = 0; ; length = closers.indexOf('>', length) + 1) {
    if (isBalanced(html.slice(start, end + length))) return length;
    if (length >= closers.length) return 0;
  }
}

class Taking {
  readonly edits: Edit[] = [];
  readonly #source: string;
  readonly #gone: ReadonlySet<Statement>;

  constructor(source: string, gone: ReadonlySet<Statement>) {
    this.#source = source;
    this.#gone = gone;
  }

  /** @returns whether all that should go of a section could be taken out */
  section(section: Section): boolean {
    const { statements, blocks } = section;
    const going = statements.filter((statement) => this.#gone.has(statement));
    if (going.length === 0) return true;
    const said = new Map<Block, Statement[]>(blocks.map((block) => [block, []]));
    for (const statement of statements) said.get(statement.block)?.push(statement);
    const goes = (block: Block): boolean => {
      const own = said.get(block) ?? [];
      return own.length > 0 && own.every((statement) => this.#gone.has(statement));
    };
    const lists = listsOf(section, this.#source);
    if (blocks.every(goes) && section.heading !== null && this.#whole(section, section.heading, lists))
      return true;
    const covered: Span[] = [];
    for (const list of lists) this.#list(list, goes, covered);
    return blocks.every((block) => {
      const own = said.get(block) ?? [];
      // What stands within something that goes must go too; what goes must stand within something that does.
      if (covered.some((span) => contains(span, block.content.span))) return goes(block);
      if (goes(block)) return false;
      return !own.some((statement) => this.#gone.has(statement)) || this.#sentences(block, own);
    });
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
    const html = unit.syntax === 'html';
    const span = { start: unit.whole.start, end: frameOf(last).end };
    if (html) {
      span.end += closersAfter(place.text, span);
      if (!isBalanced(place.text.slice(span.start, span.end))) return false;
    }
    const taken = widened(place.text, span, html);
    this.edits.push({ span: place.toSource(taken), newText: '' });
    return true;
  }

  /** @param covered stretches of the source that go; those of this list are added */
  #list(list: List, goes: (block: Block) => boolean, covered: Span[]): void {
    const { units, blocks } = list;
    const [first] = units;
    if (first === undefined) return;
    const { place, syntax } = first;
    const own = place.toSource(first.whole);
    if (list.isNested && covered.some((span) => contains(span, own))) return;
    const leaves = (index: number): boolean => {
      const block = blocks[index];
      return block !== undefined && goes(block);
    };
    const spans = takenFrom(units, leaves, () =>
      syntax === 'member' ? frameOf(list) : widened(place.text, frameOf(list), syntax === 'html'),
    );
    for (const span of spans) this.edits.push({ span: place.toSource(span), newText: '' });
    if (spans.length > 0) append(this.edits, renumbered(units, leaves));
    for (const [index, { whole }] of units.entries()) if (leaves(index)) covered.push(place.toSource(whole));
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
  const taking = new Taking(source, gone);
  return sections.every((section) => taking.section(section)) ? taking.edits : null;
}
