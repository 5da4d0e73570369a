import { type Block, type Format, placed, shifted } from '../blocks.ts';
import { type Comment, firstLine, lineAbove, type Remarks } from '../comments.ts';
import { MappedText, TextBuilder } from '../mappedText.ts';
import { forgetful } from '../memory.ts';
import { type Parts, type Reading, readParts } from '../parts.ts';
import { sectionKind } from '../sections.ts';
import { directivePrefix, readSuppression } from '../suppressions.ts';

const itemStart = /^([ \t]*)(?:[•▪‣·●○◦⁃∙*+–—-]|\d{1,2}[.)])[ \t]+(?=\S)/;

/** A text whose line breaks were escaped once too often and stand there as a backslash and a letter. */
export function withLineBreaks(content: MappedText): MappedText {
  const { text } = content;
  if (!text.includes('\\n')) return content;
  const escaped = text.match(/\\n/g)?.length ?? 0;
  if (escaped <= (text.match(/\n/g)?.length ?? 0)) return content;
  const builder = new TextBuilder();
  let done = 0;
  for (const match of text.matchAll(/(?:\\r)?\\n/g)) {
    builder.verbatim(text.slice(done, match.index), done);
    builder.decoded('\n', match.index, match[0].length);
    done = match.index + match[0].length;
  }
  builder.verbatim(text.slice(done), done);
  return builder.build().through(content);
}

interface Line {
  readonly text: string;
  readonly start: number;
  /** Where the next line begins; null on the last. */
  readonly next: number | null;
}

function lineAt(source: string, start: number): Line {
  const end = /\r\n|\r|\n|\u2028|\u2029/g;
  end.lastIndex = start;
  const found = end.exec(source);
  return found === null
    ? { text: source.slice(start), start, next: null }
    : { text: source.slice(start, found.index), start, next: end.lastIndex };
}

/** The comment that is all of a line: as HTML and Markdown write it, in one line. Other lines are words. */
function commentOn({ text, start }: Line): Comment | null {
  const trimmed = text.trim();
  if (!trimmed.startsWith('<!--') || trimmed.indexOf('-->', 4) !== trimmed.length - 3) return null;
  const from = start + text.indexOf('<!--');
  const end = from + trimmed.length;
  return { span: { start: from, end }, body: { start: from + 4, end: end - 3 } };
}

function isSuppression(source: string, line: Line): boolean {
  if (!line.text.includes(directivePrefix)) return false;
  const comment = commentOn(line);
  if (comment === null) return false;
  const { start, end } = comment.body;
  return readSuppression(comment.span, source.slice(start, end), start) !== null;
}

/** The line at an offset, or the first below it that is no suppression comment: to a reader those are not there. */
function shownLineAt(source: string, start: number): Line {
  let line = lineAt(source, start);
  while (isSuppression(source, line)) {
    if (line.next === null) return { text: '', start: source.length, next: null };
    line = lineAt(source, line.next);
  }
  return line;
}

function readTextRemarks(source: string): Remarks {
  const comments: Comment[] = [];
  for (let at: number | null = 0; at !== null;) {
    const line = lineAt(source, at);
    const comment = commentOn(line);
    if (comment !== null) comments.push(comment);
    at = line.next;
  }
  return { comments, wholes: [] };
}

/** What of the line before counts: that a heading may stand after it. */
const leavesAlone = (line: string): boolean => line.trim() === '' || itemStart.test(line);

const couldBeHeading = (text: string): boolean => text.length <= 70 && !/[.!?,;]$/.test(text);

/** Whether a line is the title of a document that it opens. */
export const mayBeTitleLine = (text: string): boolean =>
  couldBeHeading(text) && !text.endsWith(':') && text.split(/\s+/).length <= 12;

/** @param alone whether the line before is empty, an item, or none */
function isHeading(line: Line, alone: boolean, next: Line | null, first: boolean): boolean {
  const text = line.text.trim();
  if (/^#{1,6}\s/.test(text)) return true;
  if (!couldBeHeading(text)) return false;
  if (itemStart.test(line.text) && !/^\d|:$/.test(text)) return false;
  if (first && text.split(/\s+/).length <= 12) return true;
  if (sectionKind(text) !== null && text.split(/\s+/).length <= 8 && (text.endsWith(':') || alone))
    return true;
  return alone && text.endsWith(':') && next !== null && itemStart.test(next.text);
}

/** A line goes on with the paragraph before it when that one was broken for its width. */
function continues(previous: string, line: string): boolean {
  if (/^\s*[\p{Ll}(&]/u.test(line)) return true;
  return previous.length >= 55 && !/[.!?:;]["”’)]?\s*$/.test(previous);
}

/** What a block must know of those before it. */
interface State {
  /** Whether it may be the title: nothing stands before it. */
  readonly first: boolean;
  readonly alone: boolean;
}

const keyOf = ({ first, alone }: State): string =>
  `${first ? 'first' : 'later'} ${alone ? 'alone' : 'below'}`;

/** Reads the next block with the empty lines before it; none where only those are left. */
function readBlock(source: string, from: number, state: string): Reading<Block | null> {
  const first = state.startsWith('first');
  let alone = state.endsWith('alone');
  let line = shownLineAt(source, from);
  const after = ({ next }: Line): Line | null => (next === null ? null : shownLineAt(source, next));
  while (line.text.trim() === '') {
    const next = after(line);
    if (next === null) return { end: source.length, looked: source.length + 1, next: null, value: null };
    line = next;
    alone = true;
  }
  let next = after(line);
  const heading = isHeading(line, alone, next, first);
  const item = itemStart.exec(line.text);
  const builder = new TextBuilder();
  const open = heading
    ? (/^\s*#{0,6}\s*/.exec(line.text)?.[0].length ?? 0)
    : (item?.[0].length ?? line.text.length - line.text.trimStart().length);
  const at = line.start - from;
  builder.verbatim(line.text.slice(open).trimEnd(), at + open);
  let last = line;
  let seen = next;
  while (!heading && next !== null) {
    if (next.text.trim() === '' || itemStart.test(next.text)) break;
    seen = after(next);
    if (isHeading(next, leavesAlone(last.text), seen, false) || !continues(last.text, next.text)) break;
    const lastEnd = last.start + last.text.trimEnd().length;
    const indent = next.text.length - next.text.trimStart().length;
    builder.decoded(' ', lastEnd - from, next.start + indent - lastEnd);
    builder.verbatim(next.text.trim(), next.start + indent - from);
    last = next;
    next = seen;
  }
  const value: Block = {
    kind: heading ? 'heading' : item !== null ? 'item' : 'paragraph',
    level: heading ? (first ? 1 : 2) : item !== null ? 1 + Math.floor((item[1]?.length ?? 0) / 2) : 0,
    content: builder.build(),
    span: { start: at, end: last.start + last.text.length - from },
  };
  return {
    end: last.next ?? source.length,
    // One letter more: a line break that is "\r" may become "\r\n".
    looked: 1 + ((seen ?? next ?? last).next ?? source.length),
    next: last.next === null ? null : keyOf({ first: false, alone: leavesAlone(last.text) }),
    value,
  };
}

/** @param opensWithTitle whether a short first line is the title, as in a document of its own */
function readTextParts(
  source: string,
  opensWithTitle: boolean,
  before?: Parts<Block | null>,
): Parts<Block | null> {
  const from = source.startsWith('\uFEFF') ? 1 : 0;
  const state = keyOf({ first: opensWithTitle, alone: true });
  return readParts(source, before, from, state, (start, key) => readBlock(source, start, key));
}

const blocksOf = ({ parts }: Parts<Block | null>): Block[] =>
  parts.flatMap(({ start, value }) => (value === null ? [] : [shifted(value, start)]));

/** Reads plain text within something else: headings, bullets and paragraphs as people type or paste them. Never throws; linear time. */
export function readTextBlocks(source: string): Block[] {
  return blocksOf(readTextParts(source, false));
}

/** Reads a text that is a document, again only what a change touches. */
export const readDocumentText = (source: string, before?: Parts<Block | null>): Parts<Block | null> =>
  readTextParts(source, true, before);

export const textFormat: Format = {
  id: 'text',
  languageIds: ['plaintext'],
  extensions: ['.txt', '.text'],
  read: (source, memory = forgetful) => {
    const verbatim = MappedText.verbatim(source, 0);
    const whole = withLineBreaks(verbatim);
    const read = blocksOf(memory.renew(readDocumentText, whole.text));
    const blocks = whole === verbatim ? read : placed(read, whole);
    const span = { start: 0, end: source.length };
    return [{ span, fields: [], blocks, copies: [], declared: false, problems: [] }];
  },
  comments: {
    read: readTextRemarks,
    above: (source, block) => ({ ...lineAbove(source, block, 'angles'), before: '' }),
    top: (source) => firstLine(source, 'angles'),
  },
};
