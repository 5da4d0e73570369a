import { type DocumentBlocks, type Format, shifted } from '../blocks.ts';
import { PhraseSet, summaries } from '../copies.ts';
import { readRecords } from '../data/read.ts';
import { parseJson } from '../json/parse.ts';
import { MappedText } from '../mappedText.ts';
import { forgetful, type Memory } from '../memory.ts';
import { blanked, readFrontMatter } from '../markdown/frontMatter.ts';
import type { Span } from '../span.ts';
import { splitPostings } from '../split.ts';
import { contentOf, readHtmlParts } from './blocks.ts';
import { htmlComments } from './comments.ts';

const recordsIn = (script: string): DocumentBlocks[] => readRecords(parseJson(script));

/** The postings that a script of structured data holds, placed in the page. */
function recordsAt(source: string, { start, end }: Span, memory: Memory): DocumentBlocks[] {
  const script = MappedText.verbatim(source.slice(start, end), start);
  return memory.recall(recordsIn, script.text).map((record) => ({
    ...record,
    span: script.toSource(record.span),
    fields: record.fields.map((field) => ({ ...field, value: field.value.through(script) })),
    blocks: record.blocks.map((block) => shifted(block, start)),
    copies: record.copies.map((block) => shifted(block, start)),
  }));
}

const hull = (a: Span, b: Span): Span => ({
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
});

/**
 * One job that a page shows and says again as structured data: one posting. What the page shows is what is judged; of a
 * page that shows little (its text comes by script) the structured data is.
 */
function merged(page: DocumentBlocks, record: DocumentBlocks): DocumentBlocks {
  const shown = new PhraseSet();
  shown.add(page.blocks);
  const again = record.blocks.length > 0 && shown.share(record.blocks) >= 0.5;
  const heading = page.blocks.findIndex((block) => block.kind === 'heading') + 1;
  return {
    ...page,
    span: hull(page.span, record.span),
    fields: [...page.fields, ...record.fields],
    blocks: again
      ? page.blocks
      : [...page.blocks.slice(0, heading), ...record.blocks, ...page.blocks.slice(heading)],
    copies: [...page.copies, ...(again ? record.blocks : []), ...record.copies],
    declared: true,
  };
}

const plain = (text: string | undefined): string =>
  text
    ?.toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim() ?? '';

const titleOf = (record: DocumentBlocks): string =>
  plain(record.fields.find(({ isTitle }) => isTitle)?.value.text);

/** The same job told by two scripts is one record. */
function distinct(records: readonly DocumentBlocks[]): DocumentBlocks[] {
  const kept: DocumentBlocks[] = [];
  const said = new Map<string, { readonly at: number; readonly phrases: PhraseSet }>();
  for (const record of records) {
    const title = titleOf(record);
    const other = said.get(title);
    const again = record.blocks.length === 0 || (other?.phrases.share(record.blocks) ?? 0) > 0.8;
    const known = again && other !== undefined ? kept[other.at] : undefined;
    if (known === undefined || other === undefined) {
      const phrases = new PhraseSet();
      phrases.add(record.blocks);
      if (other === undefined) said.set(title, { at: kept.length, phrases });
      kept.push(record);
    } else
      kept[other.at] = {
        ...known,
        span: hull(known.span, record.span),
        fields: [...known.fields, ...record.fields],
        copies: [...known.copies, ...record.blocks, ...record.copies],
      };
  }
  return kept;
}

/** Several records, each with the part of the page that has its title. */
function paired(records: readonly DocumentBlocks[], page: DocumentBlocks): DocumentBlocks[] {
  const parts = new Map(
    splitPostings(page)
      .filter((part) => part !== page)
      .map((part) => [plain(part.blocks[0]?.content.text), part]),
  );
  return records.map((record) => {
    const part = parts.get(titleOf(record));
    return part === undefined ? record : merged(part, record);
  });
}

/** Reads a page or a fragment of HTML with its structured data, and with front matter as site generators have it. Never throws. */
export function readHtml(source: string, memory: Memory = forgetful): DocumentBlocks[] {
  const head = readFrontMatter(source);
  const { blocks, fields, data } = contentOf(memory.renew(readHtmlParts, blanked(source, head.end)));
  const span = { start: 0, end: source.length };
  const page: DocumentBlocks = {
    span,
    fields: [...head.fields, ...fields],
    blocks,
    copies: summaries([...head.fields, ...fields]),
    declared: false,
    problems: head.problems,
  };
  const records = distinct(data.flatMap((script) => recordsAt(source, script, memory)));
  const [only] = records;
  if (only === undefined) return splitPostings(page);
  return records.length === 1 ? [merged(page, only)] : paired(records, page);
}

export const htmlFormat: Format = {
  id: 'html',
  languageIds: ['html'],
  extensions: ['.html', '.htm', '.xhtml'],
  read: readHtml,
  comments: htmlComments,
};
