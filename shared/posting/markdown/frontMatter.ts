import type { Field, Problem } from '../blocks.ts';
import {
  bomLength,
  type Comment,
  type CommentPlace,
  firstLine,
  lineAbove,
  lineEndOf,
  type Remarks,
} from '../comments.ts';
import type { DataValue } from '../data/value.ts';
import { MappedText } from '../mappedText.ts';
import type { Span } from '../span.ts';
import { parseToml, tomlComments } from '../toml/parse.ts';
import { parseYaml, yamlComments } from '../yaml/parse.ts';

export interface FrontMatter {
  readonly fields: readonly Field[];
  /** Where the body begins. */
  readonly end: number;
  readonly problems: readonly Problem[];
}

const fence = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/;

/** The head of a source, if it has one: its text, where that begins, and where the body does. */
interface Head {
  readonly mark: '---' | '+++';
  readonly start: number;
  /** Null where no line closes it. */
  readonly text: string | null;
  readonly end: number;
}

function headOf(source: string): Head | null {
  const open = fence.exec(source);
  if (open === null) return null;
  const mark = open[1] === '+++' ? '+++' : '---';
  const start = open[0].length;
  const close = new RegExp(
    `^${mark === '---' ? '(?:---|\\.\\.\\.)' : '[ \\t]*\\+\\+\\+'}[ \\t]*(?:\\r?\\n|$)`,
    'm',
  );
  const rest = source.slice(start);
  const found = close.exec(rest);
  if (found === null) return { mark, start, text: null, end: start };
  return {
    mark,
    start,
    text: rest.slice(0, found.index),
    end: start + found.index + found[0].length,
  };
}

/**
 * Front matter at the head of a Markdown source: YAML between `---` lines, or TOML between `+++` lines, of which the
 * top-level texts are read, and a title among the parameters of a site's generator. No closing line: no front matter.
 */
export function readFrontMatter(source: string): FrontMatter {
  const found = headOf(source);
  if (found === null) return { fields: [], end: bomLength(source), problems: [] };
  const { mark, start, text, end } = found;
  if (text === null) {
    const at = source.indexOf(mark);
    const message = `The front matter that begins here has no closing ${mark} line.`;
    return { fields: [], end, problems: [{ message, span: { start: at, end: at + 3 } }] };
  }
  const head = MappedText.verbatim(text, start);
  if (mark === '+++') return { fields: fieldsOf([parseToml(head.text)], head), end, problems: [] };
  const { values, problems } = parseYaml(head.text);
  return {
    fields: fieldsOf(values, head),
    end,
    problems: problems.map(({ message, span }) => ({ message, span: head.toSource(span) })),
  };
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/**
 * The comments of a source that may have front matter.
 * @param remarksOf reads those of the body; gets it with the head blanked, so that offsets are the source's own
 */
export function withFrontMatter(source: string, remarksOf: (body: string) => Remarks): Remarks {
  const head = headOf(source);
  const { comments, wholes } = remarksOf(blanked(source, head?.end ?? bomLength(source)));
  if (head?.text == null) return { comments, wholes };
  const inHead = head.mark === '+++' ? tomlComments(head.text) : yamlComments(head.text);
  const placed = inHead.map(({ span, body }): Comment => ({
    span: moved(span, head.start),
    body: moved(body, head.start),
  }));
  return { comments: [...placed, ...comments], wholes };
}

/** A line above an offset in front matter; null where it is not in any. */
export function aboveInHead(source: string, offset: number): CommentPlace | null {
  return offset < (headOf(source)?.end ?? 0) ? lineAbove(source, offset, 'number sign') : null;
}

/** The first line after front matter. */
export function topOfBody(source: string): CommentPlace {
  const at = headOf(source)?.end ?? bomLength(source);
  const opensLine = at <= 1 || /[\r\n]/.test(source[at - 1] ?? '');
  return { ...firstLine(source, 'angles'), at, before: opensLine ? '' : lineEndOf(source) };
}

/** Where generators of sites want what is not their own (Hugo, Zola), and what names the job there. */
const ownTables: ReadonlySet<string> = new Set(['params', 'extra']);
const ownTitle = /^(?:job[_-]?title|position)$/i;

/** Top-level texts. Lists, other mappings and texts of many lines name no title and are left alone. */
function fieldsOf(values: readonly DataValue[], head: MappedText): Field[] {
  const [top] = values;
  if (top?.kind !== 'object') return [];
  const entries = top.entries.flatMap((entry) =>
    entry.value.kind === 'object' && ownTables.has(entry.key.text)
      ? entry.value.entries.filter(({ key }) => ownTitle.test(key.text))
      : [entry],
  );
  return entries.flatMap(({ key, value }): Field[] =>
    value.kind === 'scalar' && !value.content.text.includes('\n')
      ? [{ key: key.text, value: value.content.through(head), place: 'field' }]
      : [],
  );
}

/** Blanks the head, so that the body is parsed in place and all offsets are the source's own. */
export function blanked(source: string, bodyStart: number): string {
  return bodyStart === 0 ? source : '\n'.repeat(bodyStart) + source.slice(bodyStart);
}
