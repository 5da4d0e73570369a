import { type Field, type Problem } from '../blocks.ts';
import type { DataValue } from '../data/value.ts';
import { MappedText } from '../mappedText.ts';
import { parseToml } from '../toml/parse.ts';
import { parseYaml } from '../yaml/parse.ts';

export interface FrontMatter {
  readonly fields: readonly Field[];
  /** Where the body begins. */
  readonly end: number;
  readonly problems: readonly Problem[];
}

const fence = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/;

/**
 * Front matter at the head of a Markdown source: YAML between `---` lines, or TOML between `+++` lines, of which the
 * top-level texts are read. No closing line: no front matter.
 */
export function readFrontMatter(source: string): FrontMatter {
  const open = fence.exec(source);
  if (open === null) return { fields: [], end: source.startsWith('\uFEFF') ? 1 : 0, problems: [] };
  const mark = open[1] ?? '---';
  const start = open[0].length;
  const close = new RegExp(
    `^${mark === '---' ? '(?:---|\\.\\.\\.)' : '[ \\t]*\\+\\+\\+'}[ \\t]*(?:\\r?\\n|$)`,
    'm',
  );
  const found = close.exec(source.slice(start));
  if (found === null) {
    const span = { start: open[0].indexOf(mark), end: open[0].indexOf(mark) + 3 };
    const message = `The front matter that begins here has no closing ${mark} line.`;
    return { fields: [], end: start, problems: [{ message, span }] };
  }
  const head = MappedText.verbatim(source.slice(start, start + found.index), start);
  const end = start + found.index + found[0].length;
  if (mark === '+++') return { fields: fieldsOf([parseToml(head.text)], head), end, problems: [] };
  const { values, problems } = parseYaml(head.text);
  return {
    fields: fieldsOf(values, head),
    end,
    problems: problems.map(({ message, span }) => ({ message, span: head.toSource(span) })),
  };
}

/** Top-level texts. Lists, mappings and texts of many lines name no title and are left alone. */
function fieldsOf(values: readonly DataValue[], head: MappedText): Field[] {
  const [top] = values;
  if (top?.kind !== 'object') return [];
  return top.entries.flatMap(({ key, value }): Field[] =>
    value.kind === 'scalar' && !value.content.text.includes('\n')
      ? [{ key: key.text, value: value.content.through(head), place: 'field' }]
      : [],
  );
}

/** Blanks the head, so that the body is parsed in place and all offsets are the source's own. */
export function blanked(source: string, bodyStart: number): string {
  return bodyStart === 0 ? source : '\n'.repeat(bodyStart) + source.slice(bodyStart);
}
