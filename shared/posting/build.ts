import type { TitleGrammar } from '../taxonomy/index.ts';
import type { Block, DocumentBlocks, Field, FormatId } from './blocks.ts';
import type { MappedText } from './mappedText.ts';
import type { Posting, Section, SectionKind, TitlePlace, TitlePlaceKind } from './posting.ts';
import { sectionKind } from './sections.ts';
import { statementsOf } from './statements.ts';
import { readTitle } from './titleRole.ts';

const titleKeys = new Set(['title', 'position', 'job_title', 'jobtitle', 'job-title', 'role']);
const titleLine = /^\s*(?:job\s+title|position(?:\s+title)?|title|role|job|vacancy)\s*[:–—]\s*(?=\S)/i;

const asIs = (text: string): string => text;

function titlePlace(
  place: TitlePlaceKind,
  content: MappedText,
  grammar: TitleGrammar,
  escape: (text: string) => string = asIs,
): TitlePlace {
  return { place, content, span: content.span, reading: readTitle(content.text, grammar), escape };
}

/** A short line that stands for a heading: the words of a known section, or a line of its own that ends in a colon. */
export function standsForHeading(block: Block): boolean {
  if (block.kind !== 'paragraph') return false;
  const text = block.content.text.trim();
  if (text.length > 70 || text.includes('\n') || /[.!?]$/.test(text)) return false;
  const kind = sectionKind(text);
  const words = text.split(/\s+/).length;
  return kind !== null && (text.endsWith(':') || words <= 6);
}

interface OpenSection {
  readonly kind: SectionKind;
  readonly level: number;
  readonly heading: Block | null;
  readonly blocks: Block[];
}

/** Cuts the blocks at headings. A heading that says nothing goes with the section it stands under. */
function openSections(blocks: readonly Block[], titleBlock: Block | null): OpenSection[] {
  const sections: OpenSection[] = [{ kind: 'intro', level: 0, heading: null, blocks: [] }];
  let known: { kind: SectionKind; level: number } = { kind: 'intro', level: 0 };
  for (const block of blocks) {
    const heading = block.kind === 'heading' || standsForHeading(block);
    if (!heading || block === titleBlock) {
      if (block !== titleBlock) sections.at(-1)?.blocks.push(block);
      continue;
    }
    const level = block.kind === 'heading' ? block.level : 6;
    const named = sectionKind(block.content.text);
    const kind = named ?? (level > known.level && known.kind !== 'intro' ? known.kind : 'other');
    if (named !== null) known = { kind: named, level };
    else if (kind === 'other') known = { kind: 'other', level };
    sections.push({ kind, level, heading: block, blocks: [] });
  }
  return sections;
}

/** Of the first headings the one that names a job, else the first, unless it opens a section. */
function headingTitle(blocks: readonly Block[], grammar: TitleGrammar): Block | null {
  const first = blocks.filter((block) => block.kind === 'heading').slice(0, 4);
  const names = (block: Block): boolean => {
    const text = block.content.text;
    if (text.length > 100 || /[.:]$/.test(text)) return false;
    const { role } = readTitle(text, grammar);
    return role !== null && (role !== 'other' || sectionKind(text) === null);
  };
  const opens = (block: Block): boolean => sectionKind(block.content.text) !== null;
  return first.find(names) ?? first.find((block, index) => index === 0 && !opens(block)) ?? null;
}

function titlesOf(
  fields: readonly Field[],
  blocks: readonly Block[],
  heading: Block | null,
  grammar: TitleGrammar,
): TitlePlace[] {
  const titles: TitlePlace[] = [];
  for (const field of fields)
    if (titleKeys.has(field.key.toLowerCase()) && field.value.text.trim() !== '')
      titles.push(titlePlace('field', field.value, grammar, field.escape));
  if (heading !== null) {
    const text = heading.content.text;
    const label = titleLine.exec(text)?.[0].length ?? 0;
    const content = label > 0 ? heading.content.slice(label, text.length).trim() : heading.content;
    titles.push(titlePlace('heading', content, grammar));
  }
  for (const block of blocks.slice(0, 40)) {
    if (block === heading || block.kind === 'heading') continue;
    for (const line of lines(block.content)) {
      const label = titleLine.exec(line.text)?.[0].length ?? 0;
      if (label === 0 || line.text.length > 120) continue;
      const place = titlePlace('line', line.slice(label, line.text.length).trim(), grammar);
      if (place.reading.role !== null) titles.push(place);
    }
  }
  return titles.sort((a, b) => a.span.start - b.span.start);
}

function lines(content: MappedText): MappedText[] {
  const result: MappedText[] = [];
  let start = 0;
  for (const line of content.text.split('\n')) {
    result.push(content.slice(start, start + line.length));
    start += line.length + 1;
  }
  return result;
}

/**
 * Makes a posting of what a format read.
 * @param length the length of the source in UTF-16 units
 */
export function buildPosting(
  read: DocumentBlocks,
  format: FormatId,
  length: number,
  grammar: TitleGrammar,
): Posting {
  const heading = headingTitle(read.blocks, grammar);
  const titles = titlesOf(read.fields, read.blocks, heading, grammar);
  const sections: Section[] = openSections(read.blocks, heading).map((section) => {
    const statements = section.blocks.flatMap((block) => statementsOf(block, section.kind));
    const parts = [
      ...(section.heading === null ? [] : [section.heading.span]),
      ...section.blocks.map((block) => block.span),
    ];
    return {
      kind: section.kind,
      heading: section.heading?.content ?? null,
      span: { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 },
      statements,
    };
  });
  const named = titles.find((title) => title.reading.mentions.length > 0);
  return {
    index: 0,
    format,
    span: { start: 0, end: length },
    title: named ?? titles[0] ?? null,
    titles,
    sections,
    statements: sections.flatMap((section) => section.statements),
  };
}
