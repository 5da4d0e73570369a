import { type Block, type Format, placed } from '../blocks.ts';
import { MappedText, TextBuilder } from '../mappedText.ts';
import { sectionKind } from '../sections.ts';

const itemStart = /^([ \t]*)(?:[•▪‣·●○◦⁃∙*+–—-]|\d{1,2}[.)])[ \t]+(?=\S)/;

/** A text whose line breaks were escaped once too often and stand there as a backslash and a letter. */
export function withLineBreaks(content: MappedText): MappedText {
  const { text } = content;
  const escaped = text.match(/\\n/g)?.length ?? 0;
  if (escaped === 0 || escaped <= (text.match(/\n/g)?.length ?? 0)) return content;
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
}

function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  const end = /\r\n|\r|\n|\u2028|\u2029/g;
  let start = source.startsWith('\uFEFF') ? 1 : 0;
  for (let match = end.exec(source); match !== null; match = end.exec(source)) {
    lines.push({ text: source.slice(start, match.index), start });
    start = match.index + match[0].length;
  }
  lines.push({ text: source.slice(start), start });
  return lines;
}

function isHeading(line: Line, previous: Line | undefined, next: Line | undefined, first: boolean): boolean {
  const text = line.text.trim();
  if (/^#{1,6}\s/.test(text)) return true;
  if (text.length > 70 || /[.!?,;]$/.test(text)) return false;
  if (itemStart.test(line.text) && !/^\d|:$/.test(text)) return false;
  if (first && text.split(/\s+/).length <= 12) return true;
  const alone = previous === undefined || previous.text.trim() === '' || itemStart.test(previous.text);
  if (sectionKind(text) !== null && text.split(/\s+/).length <= 8 && (text.endsWith(':') || alone))
    return true;
  return alone && text.endsWith(':') && next !== undefined && itemStart.test(next.text);
}

/** A line goes on with the paragraph before it when that one was broken for its width. */
function continues(previous: string, line: string): boolean {
  if (/^\s*[\p{Ll}(&]/u.test(line)) return true;
  return previous.length >= 55 && !/[.!?:;]["”’)]?\s*$/.test(previous);
}

/**
 * Reads plain text: headings, bullets and paragraphs as people type or paste them. Never throws; linear time.
 * @param opensWithTitle whether a short first line is the title, as in a document of its own
 */
export function readTextBlocks(source: string, opensWithTitle: boolean): Block[] {
  const lines = linesOf(source);
  const blocks: Block[] = [];
  let seen = !opensWithTitle;
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.text.trim() === '') {
      index += 1;
      continue;
    }
    const heading = isHeading(line, lines[index - 1], lines[index + 1], !seen);
    seen = true;
    const item = itemStart.exec(line.text);
    const builder = new TextBuilder();
    const open = heading
      ? (/^\s*#{0,6}\s*/.exec(line.text)?.[0].length ?? 0)
      : (item?.[0].length ?? line.text.length - line.text.trimStart().length);
    builder.verbatim(line.text.slice(open).trimEnd(), line.start + open);
    let last = line;
    index += 1;
    while (!heading && index < lines.length) {
      const next = lines[index];
      if (next === undefined || next.text.trim() === '' || itemStart.test(next.text)) break;
      if (isHeading(next, last, lines[index + 1], false) || !continues(last.text, next.text)) break;
      const lastEnd = last.start + last.text.trimEnd().length;
      const indent = next.text.length - next.text.trimStart().length;
      builder.decoded(' ', lastEnd, next.start + indent - lastEnd);
      builder.verbatim(next.text.trim(), next.start + indent);
      last = next;
      index += 1;
    }
    blocks.push({
      kind: heading ? 'heading' : item !== null ? 'item' : 'paragraph',
      level: heading
        ? blocks.length === 0 && opensWithTitle
          ? 1
          : 2
        : item !== null
          ? 1 + Math.floor((item[1]?.length ?? 0) / 2)
          : 0,
      content: builder.build(),
      span: { start: line.start, end: last.start + last.text.length },
    });
  }
  return blocks;
}

export const textFormat: Format = {
  id: 'text',
  languageIds: ['plaintext'],
  extensions: ['.txt', '.text'],
  read: (source) => {
    const whole = withLineBreaks(MappedText.verbatim(source, 0));
    const blocks = placed(readTextBlocks(whole.text, true), whole);
    const span = { start: 0, end: source.length };
    return [{ span, fields: [], blocks, copies: [], declared: false, problems: [] }];
  },
};
