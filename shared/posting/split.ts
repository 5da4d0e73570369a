import type { Block, DocumentBlocks } from './blocks.ts';
import { readsAsDuty } from './duty.ts';
import { sectionKind } from './sections.ts';
import { jobNoun } from './jobNoun.ts';

/** A heading that could be a posting's title: short, with a noun of a job, and no section's name. */
const isTitled = ({ kind, content }: Block): boolean => kind === 'heading' && content.once(couldBeTitle);

function couldBeTitle(text: string): boolean {
  return (
    text.length <= 100 &&
    text.split(/\s+/).length <= 12 &&
    jobNoun.test(text) &&
    !/[.!?:]$/.test(text) &&
    sectionKind(text) === null
  );
}

function holdsDuties(blocks: readonly Block[]): boolean {
  const items = blocks.filter((block) => block.kind === 'item');
  return (
    (items.length >= 3 && items.filter((item) => item.content.once(readsAsDuty)).length >= 2) ||
    blocks.some((block) => block.kind === 'heading' && block.content.once(sectionKind) === 'duties')
  );
}

/** Where a part ends that begins at a heading: before the next start or the next heading of a higher rank. */
function endOf(blocks: readonly Block[], start: number, level: number, starts: ReadonlySet<number>): number {
  for (let index = start + 1; index < blocks.length; index++) {
    const block = blocks[index];
    if (starts.has(index) || (block?.kind === 'heading' && block.level < level)) return index;
  }
  return blocks.length;
}

/** Whether these headings stand under one that names a job or its duties: then they are parts of one posting. */
function isPartOfOne(blocks: readonly Block[], start: number, level: number): boolean {
  const above = blocks.slice(0, start).findLast((block) => block.kind === 'heading' && block.level < level);
  return above !== undefined && (isTitled(above) || above.content.once(sectionKind) === 'duties');
}

/**
 * Cuts a page that holds several postings: two headings or more of one rank that each name a job and have duties under
 * them. What stands before, between and after belongs to none of them. Anything else is one posting.
 */
export function splitPostings(document: DocumentBlocks): DocumentBlocks[] {
  const { blocks, fields } = document;
  if (fields.some(({ key, value }) => /^(?:title|position)$/i.test(key) && jobNoun.test(value.text)))
    return [document];
  const allTitled = blocks.flatMap((block, index) => (isTitled(block) ? [index] : []));
  for (let level = 1; level <= 6; level++) {
    const titled = allTitled.filter((index) => blocks[index]?.level === level);
    if (titled.length < 2) continue;
    const all = new Set(titled);
    const starts = titled.filter((start) =>
      holdsDuties(blocks.slice(start + 1, endOf(blocks, start, level, all))),
    );
    if (starts.length < 2 || isPartOfOne(blocks, starts[0] ?? 0, level)) continue;
    const chosen = new Set(starts);
    return starts.map((start) => {
      const part = blocks.slice(start, endOf(blocks, start, level, chosen));
      const span = { start: part[0]?.span.start ?? 0, end: part.at(-1)?.span.end ?? 0 };
      return { ...document, span, fields: [], blocks: part, copies: [] };
    });
  }
  return [document];
}
