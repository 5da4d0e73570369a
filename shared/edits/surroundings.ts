import type { Block } from '../posting/blocks.ts';
import type { MappedText } from '../posting/mappedText.ts';
import type { Posting, Section } from '../posting/posting.ts';
import type { Span } from '../posting/span.ts';
import type { Surroundings } from './mentions.ts';
import { placeOf } from './place.ts';

/** A heading or statement of a posting, with what stands around it. */
export interface Line {
  readonly content: MappedText;
  /** @param span words of the line */
  readonly around: (span: Span) => Surroundings;
}

/** Labels and headings that ask for a person, or for another job than this. */
const asksForPerson =
  /^(?:(?:you|this|the|your|direct|who|whom|role|position|meet|our|to)\b\s*){0,3}(?:(?:['’]ll|will|it)\s+)?(?:report(?:s|ing)?(?:\s+(?:directly\s+)?(?:in)?to|\s+(?:line|lines|structure|manager|relationships?))?|supervis\w+|(?:line |hiring |people |direct )?manager|managed by|manages|boss|superior|led by|team|team ?lead(?:er)?|works? (?:closely )?with|contacts?(?: person)?|mentors?|buddy|coach|colleagues?|peers?|predecessor|successor|replac\w+|stand-?in|deputy|written by|author|posted by|recruiter|interviewers?|stakeholders?|direct reports|n\+1|vorgesetzte\w*|berichtet an|ansprechpartner\w*|rattach\S+(?:\s+(?:à|au))?|reporta a)$/iu;
const ofOthers =
  /\b(?:(?:similar|related|other|more|further|all|open|current)\s+(?:\p{L}+\s+){0,2}(?:jobs|roles|positions|openings|vacancies|opportunities)$|also (?:hiring|like)|see also|testimonials?|meet (?:the|our|your) (?:team|people)|(?:people|team|colleagues|employees) say|career (?:path|ladder|growth|progression)|glossary)/iu;
const asksForTitle = /^(?:job\s+title|position(?:\s+title)?|title|role|job|vacancy|opening)$/iu;

/** A line's words as a label: without its colon. Longer ones are none. */
const asLabel = (text: string): string => (text.length > 60 ? '' : text.replace(/[\s:–—-]+$/, '').trim());

/** Elements whose text is another's, or no prose. */
const element = /<(\/?)(blockquote|aside|q|cite|code|kbd|samp)\b[^<>]*>/gi;
/** The same in Markdown, and in mails: lines that are quoted, and words between backticks. */
const marked = /^[ \t]{0,3}>.*$|`+[^`\n]+`+/gm;

/** Where a text is another's, or no prose: in order, none within another. */
function stretchesApart(text: string): Span[] {
  const spans: Span[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: tag, 1: slash, index } of text.matchAll(element)) {
    if (slash === '') {
      if (depth === 0) start = index;
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      if (depth === 0) spans.push({ start, end: index + tag.length });
    }
  }
  if (!/^\uFEFF?\s*</.test(text))
    for (const { 0: words, index } of text.matchAll(marked)) {
      const end = index + words.length;
      const last = spans.at(-1);
      // Lines of one quotation.
      if (last?.end === index - 1) spans[spans.length - 1] = { start: last.start, end };
      else spans.push({ start: index, end });
    }
  return spans.sort((a, b) => a.start - b.start);
}

/** The last stretch that begins at or before an offset, if the offset is in it. */
function stretchAt(spans: readonly Span[], at: number): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  const found = spans[low - 1];
  return found !== undefined && at < found.end ? found : undefined;
}

/** No quotation is longer, so that hostile texts take linear time. */
const reach = 1000;

/** Whether a place in a text stands within quotation marks that hold more than a name. */
function isQuoted(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  const curly = Math.max(before.lastIndexOf('“'), before.lastIndexOf('„'));
  const closed = Math.max(before.lastIndexOf('”'), curly < 0 ? 0 : before.indexOf('“', curly + 1));
  const straight = (before.match(/(?<!\d)"/g)?.length ?? 0) % 2 === 1 ? before.lastIndexOf('"') : -1;
  const open = curly > closed ? curly : straight;
  return open >= 0 && !(open === before.length - 1 && /^["”“]/.test(text.slice(end)));
}

/** Part of an address, a tag or a name of a file. */
function isInAddress(text: string, { start, end }: Span): boolean {
  if (/\s/.test(text.slice(start, end))) return false;
  const before = /\S*$/.exec(text.slice(Math.max(0, start - 100), start))?.[0] ?? '';
  return /[@#_\\]|:\/\/|^\/|\w[./]$/.test(before) || /^(?:@|[/_]\w|\.\w)/.test(text.slice(end, end + 2));
}

/** Tells of each line of a posting what it stands in. */
export class LineReader {
  readonly #posting: Posting;
  readonly #source: string;
  readonly #stretches = new Map<string, readonly Span[]>();

  /** @param source the whole document */
  constructor(posting: Posting, source: string) {
    this.#posting = posting;
    this.#source = source;
  }

  /** All headings and statements, those of copies too. */
  lines(): Line[] {
    const { sections, copies } = this.#posting;
    return [...this.#linesOf(sections), ...this.#linesOf(copies)];
  }

  #linesOf(sections: readonly Section[]): Line[] {
    const lines: Line[] = [];
    let above = '';
    const add = (content: MappedText, block: Block, at: number, section: Section, under: string): void => {
      const label = above;
      lines.push({ content, around: (span) => this.#around(span, block, at, section, under, label) });
      above = asLabel(content.text);
    };
    for (const section of sections) {
      const { heading } = section;
      if (heading !== null) add(heading.content, heading, 0, section, '');
      let under = asLabel(heading?.content.text ?? '');
      let block: Block | null = null;
      let at = 0;
      for (const statement of section.statements) {
        if (statement.block !== block) at = 0;
        block = statement.block;
        at = Math.max(0, block.content.text.indexOf(statement.content.text, at));
        add(statement.content, block, at, section, under);
        // A line of its own stands for a heading: what follows is of others up to the next section.
        if (!/[.!?]$/.test(above) && ofOthers.test(above)) under = above;
        at += statement.content.text.length;
      }
    }
    return lines;
  }

  /**
   * @param at where the line begins in its block
   * @param under the heading above
   * @param label the line above
   */
  #around(
    span: Span,
    block: Block,
    at: number,
    section: Section,
    under: string,
    label: string,
  ): Surroundings {
    const { text } = block.content;
    const within = { start: at + span.start, end: at + span.end };
    const { place, own } = placeOf(block, this.#source);
    const start = own.content.toSource(within).start;
    const opens = own.content.toSource({ start: at, end: at + 1 }).start;
    const apart = stretchAt(this.#stretchesIn(place.text), start);
    const title = own === block ? this.#posting.title?.span.start : undefined;
    const isOwn = apart !== undefined && title !== undefined && apart.start <= title && title < apart.end;
    const linked = /(?:<a\b[^<>]*>|\[)[\s*_]*$/i.test(place.text.slice(Math.max(0, opens - 300), opens));
    return {
      section: section.kind,
      apart:
        (apart !== undefined && !isOwn) ||
        ofOthers.test(under) ||
        isQuoted(text, within) ||
        isInAddress(text, within),
      answers:
        linked ||
        asksForPerson.test(label) ||
        asksForPerson.test(under) ||
        (block.kind === 'cell' && !asksForTitle.test(label)),
    };
  }

  #stretchesIn(text: string): readonly Span[] {
    const known = this.#stretches.get(text) ?? stretchesApart(text);
    this.#stretches.set(text, known);
    return known;
  }
}
