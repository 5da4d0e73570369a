import type { Analysis, JudgedPosting } from '../analysis.ts';
import type { Lens } from '../judgement/lens.ts';
import { responsibilityOf } from '../judgement/statement.ts';
import type { FormatId } from '../posting/blocks.ts';
import type { Posting, Section } from '../posting/posting.ts';
import type { Span } from '../posting/span.ts';
import { type Phrase, say, worded } from '../say.ts';
import { type Responsibility, roleOf } from '../taxonomy/index.ts';

/** Text that could be written at a place. */
export interface WritingCompletion {
  readonly kind: 'duty' | 'heading' | 'key';
  readonly label: string;
  readonly detail: string;
  readonly explanation: string;
  readonly newText: string;
  /** What it takes the place of. */
  readonly span: Span;
  /** The first to offer is 0. */
  readonly order: number;
}

/** The line up to the cursor. */
interface Line {
  readonly start: number;
  readonly before: string;
}

function lineTo(source: string, offset: number): Line {
  const start = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;
  return { start, before: source.slice(start, offset) };
}

/** Formats in which people type lists and headings by hand. */
const written: ReadonlySet<FormatId> = new Set(['markdown', 'text', 'posting']);

const listItem = /^\s*(?:[-*+•▪‣·–—]|\d{1,2}[.)])\s+/;
const htmlItem = /<li(?:\s[^<>]*)?>\s*(?=[^<>]*$)/i;

/** Where the words of a list item begin on this line; null outside of items. */
function itemStart({ before }: Line, format: FormatId): number | null {
  if (written.has(format)) return listItem.exec(before)?.[0].length ?? null;
  const open = format === 'html' ? htmlItem.exec(before) : null;
  return open === null ? null : open.index + open[0].length;
}

/** The section that a place stands in or right after: an item that is being written is not part of it yet. */
function sectionAt({ sections }: Posting, offset: number): Section | undefined {
  return sections.findLast(({ heading }) => heading !== null && heading.span.end <= offset);
}

/** Whether the items of a section end with a full stop; most decide. */
function endsWithStop({ statements }: Section): boolean {
  const items = statements.filter(({ form }) => form === 'item');
  return (
    items.length > 0 && items.filter(({ content }) => content.text.endsWith('.')).length * 2 > items.length
  );
}

/** Responsibilities of a role that no duty shows yet, the defining ones first; those of both roles come last. */
function wanted(role: string, judged: JudgedPosting | undefined, { taxonomy }: Lens): Responsibility[] {
  const shown = new Set(judged?.judgement.statements.map(responsibilityOf));
  const rank = ({ id, roles, core }: Responsibility): number =>
    (shown.has(id) ? 4 : 0) + (roles.length > 1 ? 2 : 0) + (core ? 0 : 1);
  return taxonomy.responsibilities
    .filter(({ roles }) => roles.includes(role))
    .sort((a, b) => rank(a) - rank(b));
}

function duties(
  section: Section,
  posting: Posting,
  judged: JudgedPosting | undefined,
  span: Span,
  lens: Lens,
): WritingCompletion[] {
  const named = posting.title?.reading.role ?? judged?.judgement.verdict.role ?? '';
  const roles =
    roleOf(lens.taxonomy, named) === undefined ? lens.taxonomy.roles.map(({ id }) => id) : [named];
  const stop = endsWithStop(section);
  const present = new Set(section.statements.map(({ content }) => content.text.replace(/\.$/, '')));
  return roles
    .flatMap((role) => wanted(role, judged, lens))
    .filter((entry, index, all) => all.indexOf(entry) === index)
    .flatMap((entry) => entry.examples.map((example) => ({ entry, text: example.replace(/\.$/, '') })))
    .filter(({ text }) => !present.has(text))
    .map(({ entry, text }, order) => ({
      kind: 'duty',
      label: text,
      detail: entry.name,
      explanation: entry.explanation,
      newText: stop ? `${text}.` : text,
      span,
      order,
    }));
}

/** In the language of postings, as all that is written into them. */
const headings = [
  'About us',
  'What you will do',
  'What you bring',
  'Works with',
  'What we offer',
  'How to apply',
];

/** What may be written at a place of a posting: duties in lists of duties, headings after a hash, keys in front matter. */
export function writingCompletions(
  analysis: Analysis,
  format: FormatId,
  offset: number,
  lens: Lens,
): WritingCompletion[] {
  const { source } = analysis;
  const line = lineTo(source, offset);
  if (format === 'markdown' || format === 'posting') {
    const keys = frontMatterKeys(source, line, offset, lens);
    if (keys !== null) return keys;
    const mark = /^#{2,6}\s+/.exec(line.before)?.[0];
    if (mark !== undefined)
      return headings.map((label, order) => {
        const span = { start: line.start + mark.length, end: offset };
        return { kind: 'heading', label, detail: '', explanation: '', newText: label, span, order };
      });
  }
  const start = itemStart(line, format);
  if (start === null) return [];
  const judged = analysis.judged.find(({ posting: { span } }) => span.start <= offset && offset <= span.end);
  const posting = (judged ?? analysis.judged.at(-1))?.posting ?? analysis.posting;
  const section = posting === null ? undefined : sectionAt(posting, offset);
  if (posting === null || section?.kind !== 'duties') return [];
  return duties(
    section,
    posting,
    judged ?? analysis.judged.at(-1),
    { start: line.start + start, end: offset },
    lens,
  );
}

const keys: readonly (readonly [string, Phrase])[] = [
  ['title', say`The title that applicants read`],
  ['organisation', say`Who hires`],
  ['location', say`Where the work is done`],
  ['employmentType', say`Full time, part time, contract`],
  ['datePosted', say`The day it is published`],
  ['validThrough', say`The last day to apply`],
];

/** Keys of front matter that are not there yet; null outside of front matter and beyond its keys. */
function frontMatterKeys(
  source: string,
  { start, before }: Line,
  offset: number,
  { interfaceLanguage }: Lens,
): WritingCompletion[] | null {
  const head = /^\uFEFF?---[ \t]*\r?\n/.exec(source);
  if (head === null || start < head[0].length || !/^[\w-]*$/.test(before)) return null;
  const end = /^(?:---|\.\.\.)[ \t]*$/m.exec(source.slice(head[0].length));
  if (end !== null && head[0].length + end.index <= start) return null;
  const block = source.slice(head[0].length, end === null ? source.length : head[0].length + end.index);
  const present = new Set([...block.matchAll(/^([\w-]+)[ \t]*:/gm)].map(([, key]) => key));
  return keys
    .filter(([key]) => !present.has(key))
    .map(([key, says], order) => ({
      kind: 'key',
      label: key,
      detail: worded(says, interfaceLanguage),
      explanation: '',
      newText: `${key}: `,
      span: { start, end: offset },
      order,
    }));
}
