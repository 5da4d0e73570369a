import type { TitleGrammar } from '../taxonomy/index.ts';
import type { Block, DocumentBlocks, Field, FormatId } from './blocks.ts';
import type { MappedText } from './mappedText.ts';
import type { Posting, Section, SectionKind, TitlePlace, TitlePlaceKind, TitleReading } from './posting.ts';
import { sectionKind, tellsDuties } from './sections.ts';
import { hull } from './span.ts';
import { prose, statementsOf } from './statements.ts';
import { readTitle } from './titleRole.ts';

const titleKeys = new Set(['title', 'position', 'job_title', 'jobtitle', 'job-title', 'role']);
const titleLine = /^\s*(?:job\s+title|position(?:\s+title)?|title|role|job|vacancy)\s*[:–—]\s*(?=\S)/i;

type TitleReader = (content: MappedText) => TitleReading;

function titlePlace(place: TitlePlaceKind, content: MappedText, titleOf: TitleReader): TitlePlace {
  const reading = titleOf(content);
  return { place, content, span: content.span, reading, escape: content.escape };
}

/** What parts a page's title from the site's name: "Title | Site", "Title at Site", "Site is hiring: Title". */
const pageSeparator =
  /\s+[|·•»–—-]\s+|\s*::\s*|:\s+|\s+(?:at|@)\s+|\s+\b[Hh]iring\b(?:\s+an?\b)?\s*|\b[Aa]pplication for\s+|\s+in\s+(?=\p{Lu})/gu;

/** The part of a page's title that names the job, or null. */
function pageTitle(value: MappedText, titleOf: TitleReader): TitlePlace | null {
  const places: TitlePlace[] = [];
  let start = 0;
  const add = (end: number): void => {
    const part = value.slice(start, end).trim();
    if (part.text !== '') places.push(titlePlace('page', part, titleOf));
  };
  for (const match of value.text.matchAll(pageSeparator)) {
    add(match.index);
    start = match.index + match[0].length;
  }
  add(value.text.length);
  return (
    places.find(({ reading }) => reading.mentions.length > 0) ??
    places.find(({ reading }) => reading.role !== null) ??
    null
  );
}

/** A short line that stands for a heading: the words of a known section, or a line of its own that ends in a colon. */
function standsForHeading(content: string): boolean {
  const text = content.trim();
  // "Works with: designers" is a label that has its answer, as is "Works with designers".
  if (text.length > 70 || /\n|[.!?]$|:\s+\S/.test(text)) return false;
  const kind = sectionKind(text);
  if (kind === 'works-with' && !/\bwith:?$/i.test(text)) return false;
  const words = text.split(/\s+/).length;
  return kind !== null && (text.endsWith(':') || words <= 6);
}

interface OpenSection {
  readonly kind: SectionKind;
  readonly level: number;
  readonly heading: Block | null;
  readonly blocks: Block[];
}

/** What a line that only stands for a heading announces of others: a list or a paragraph, not all that follows. */
const shortLived: ReadonlySet<SectionKind> = new Set(['works-with', 'excluded']);

/** Whether a section that such a line opened ends before a block. */
function endsBefore({ kind }: Block, { blocks, heading, kind: told }: OpenSection): boolean {
  return shortLived.has(told) && heading?.kind === 'paragraph' && kind === 'paragraph' && blocks.length > 0;
}

/** Cuts the blocks at headings. A heading that says nothing goes with the section it stands under. */
function openSections(blocks: readonly Block[], titleBlock: Block | null): OpenSection[] {
  const sections: OpenSection[] = [{ kind: 'intro', level: 0, heading: null, blocks: [] }];
  let known: { kind: SectionKind; level: number } = { kind: 'intro', level: 0 };
  let around = known;
  for (const block of blocks) {
    const heading =
      block.kind === 'heading' || (block.kind === 'paragraph' && block.content.once(standsForHeading));
    if (!heading || block === titleBlock) {
      const last = sections.at(-1);
      if (block === titleBlock || last === undefined) continue;
      if (endsBefore(block, last)) {
        known = around;
        sections.push({ ...known, heading: null, blocks: [block] });
      } else last.blocks.push(block);
      continue;
    }
    if (!shortLived.has(known.kind)) around = known;
    const level = block.kind === 'heading' ? block.level : 6;
    const named = block.content.once(sectionKind);
    const kind = named ?? (level > known.level && known.kind !== 'intro' ? known.kind : 'other');
    if (named !== null) known = { kind: named, level };
    else if (kind === 'other') known = { kind: 'other', level };
    sections.push({ kind, level, heading: block, blocks: [] });
  }
  return sections;
}

/** A label that stands alone; what follows it is the title. */
const titleLabel = /^\s*(?:job\s+title|position(?:\s+title)?|title|vacancy)\s*:?\s*$/i;

/** Of the first headings the one that names a job, else the first, unless it opens a section. */
function headingTitle(blocks: readonly Block[], titleOf: TitleReader): Block | null {
  const first = blocks.filter((block) => block.kind === 'heading').slice(0, 4);
  const names = (block: Block, index: number): boolean => {
    const { text } = block.content;
    if (text.length > 100 || /[.:]$/.test(text)) return false;
    const { role } = titleOf(block.content);
    const atTop = index === 0 && block.level === 1;
    return role !== null && (role !== 'other' || atTop || sectionKind(text) === null);
  };
  const opens = ({ content: { text } }: Block): boolean =>
    sectionKind(text) !== null || titleLabel.test(text);
  return first.find(names) ?? first.find((block, index) => index === 0 && !opens(block)) ?? null;
}

function titlesOf(
  fields: readonly Field[],
  blocks: readonly Block[],
  heading: Block | null,
  titleOf: TitleReader,
): TitlePlace[] {
  const titles: TitlePlace[] = [];
  for (const { key, value, place, isTitle } of fields) {
    if (!(isTitle ?? titleKeys.has(key.toLowerCase())) || value.text.trim() === '') continue;
    const title = place === 'page' ? pageTitle(value, titleOf) : titlePlace(place, value, titleOf);
    if (title !== null) titles.push(title);
  }
  if (heading !== null) {
    const text = heading.content.text;
    const label = titleLine.exec(text)?.[0].length ?? 0;
    const content = label > 0 ? heading.content.slice(label, text.length).trim() : heading.content;
    titles.push(titlePlace('heading', content, titleOf));
  }
  const add = (content: MappedText): void => {
    const title = titlePlace('line', content, titleOf);
    if (title.reading.role !== null) titles.push(title);
  };
  for (const [index, block] of blocks.slice(0, 40).entries()) {
    const before = blocks[index - 1];
    const { text } = block.content;
    if (block === heading) continue;
    if (before !== undefined && titleLabel.test(before.content.text) && /^[^\n]{1,100}(?<![.!?])$/.test(text))
      add(block.content);
    if (!/[:–—]/.test(text)) continue;
    let start = 0;
    for (const line of text.split('\n')) {
      const label = line.length <= 120 ? (titleLine.exec(line)?.[0].length ?? 0) : 0;
      if (label > 0) add(block.content.slice(start + label, start + line.length).trim());
      start += line.length + 1;
    }
  }
  return titles.sort((a, b) => a.span.start - b.span.start);
}

function sectionsOf(blocks: readonly Block[], titleBlock: Block | null): Section[] {
  return openSections(blocks, titleBlock).map((section) => {
    const silent = section.kind === 'other' && section.heading !== null;
    const kind = silent && tellsDuties(prose(section.blocks)) ? 'duties' : section.kind;
    const parts = [...(section.heading === null ? [] : [section.heading]), ...section.blocks];
    return {
      kind,
      heading: section.heading,
      blocks: section.blocks,
      span: hull(parts.map((block) => block.span)),
      statements: section.blocks.flatMap((block) => statementsOf(block, kind)),
    };
  });
}

/** The title that people look at: a page's own before what only machines read. */
function mainTitle(titles: readonly TitlePlace[]): TitlePlace | null {
  const rank = ({ place, reading }: TitlePlace): number =>
    (reading.mentions.length > 0 ? 0 : 3) + (place === 'page' ? 2 : place === 'data' ? 1 : 0);
  return titles.reduce<TitlePlace | null>(
    (best, title) => (best === null || rank(title) < rank(best) ? title : best),
    null,
  );
}

/**
 * Makes a posting of what a format read.
 * @param index which posting of the file
 */
export function buildPosting(
  read: DocumentBlocks,
  format: FormatId,
  grammar: TitleGrammar,
  index = 0,
): Posting {
  const titleOf: TitleReader = (content) => content.once(readTitle, grammar);
  const heading = headingTitle(read.blocks, titleOf);
  const titles = titlesOf(read.fields, read.blocks, heading, titleOf);
  const sections = sectionsOf(read.blocks, heading);
  return {
    index,
    format,
    span: read.span,
    title: mainTitle(titles),
    titles,
    ...(heading === null ? {} : { titleBlock: heading }),
    sections,
    copies: read.copies.length === 0 ? [] : sectionsOf(read.copies, null),
    statements: sections.flatMap((section) => section.statements),
  };
}
