import { append } from '../../append.ts';
import type { Block, DocumentBlocks, Field, FieldPlace, Problem } from '../blocks.ts';
import { PhraseSet } from '../copies.ts';
import { decodeReferences } from '../html/entities.ts';
import { TextBuilder } from '../mappedText.ts';
import { forgetful, type Memory } from '../memory.ts';
import { readProse } from './prose.ts';
import {
  type BodyRank,
  bodyRank,
  isDeclared,
  isJobPosting,
  plainKey,
  postingsIn,
  titleEntries,
} from './shapes.ts';
import type { DataEntry, DataObject, DataValue } from './value.ts';

/** A key as the heading of what stands under it, its words set apart. */
function keyHeading({ key, span }: DataEntry, ownEntry: boolean): Block {
  const builder = new TextBuilder();
  let done = 0;
  for (const match of key.text.matchAll(/[_-]+|(?<=[a-z\d])(?=[A-Z])/g)) {
    builder.verbatim(key.text.slice(done, match.index), done);
    builder.decoded(' ', match.index, match[0].length);
    done = match.index + match[0].length;
  }
  builder.verbatim(key.text.slice(done), done);
  const content = builder.build().through(key);
  return { kind: 'heading', level: 2, content, span: key.span, ...(ownEntry && { member: span }) };
}

const headingKeys: ReadonlySet<string> = new Set(['title', 'heading', 'header', 'name', 'label', 'text']);

/** A heading with what stands under it, as Lever's lists are. */
function sectionBlocks(object: DataObject, memory: Memory): Block[] {
  const named = object.entries.find(
    ({ key, value }) => headingKeys.has(plainKey(key.text)) && value.kind === 'scalar' && value.isText,
  );
  const only = object.entries.length === 1;
  const blocks: Block[] = [];
  if (named?.value.kind === 'scalar' && !only)
    for (const block of readProse(named.value.content, memory).slice(0, 1))
      blocks.push({ ...block, kind: 'heading', level: 3, member: object.span });
  for (const entry of object.entries) {
    if (entry === named && !only) continue;
    const { value } = entry;
    if (value.kind !== 'scalar') append(blocks, valueBlocks(value, memory));
    else if (value.isText && /\S\s+\S+\s+\S+\s+\S/.test(value.content.text))
      append(blocks, valueBlocks(value, memory));
  }
  return blocks;
}

/** Text as prose; a list's texts as items. */
function valueBlocks(value: DataValue, memory: Memory): Block[] {
  if (value.kind === 'object') return sectionBlocks(value, memory);
  if (value.kind === 'scalar') return value.isText ? readProse(value.content, memory) : [];
  return value.items.flatMap((item): Block[] => {
    if (item.kind !== 'scalar') return valueBlocks(item, memory);
    const [first, ...rest] = item.isText ? readProse(item.content, memory) : [];
    if (first === undefined) return [];
    return rest.length === 0 ? [{ ...first, kind: 'item', level: 1, member: item.span }] : [first, ...rest];
  });
}

const order: readonly BodyRank[] = ['prose', 'list', 'section', 'last', 'plain'];

function fieldsOf(object: DataObject): Field[] {
  const place: FieldPlace = isJobPosting(object) ? 'data' : 'field';
  const titles = new Set(titleEntries(object));
  return object.entries.flatMap((entry): Field[] => {
    const { key, value } = entry;
    if (value.kind !== 'scalar') return [];
    const isTitle = titles.has(entry);
    return [
      {
        key: key.text,
        value: isTitle ? decodeReferences(value.content).trim() : value.content,
        place,
        isTitle,
      },
    ];
  });
}

/** A record as a posting. Texts that it gives twice (once with HTML, once without) are read once, the others are copies. */
export function recordBlocks(object: DataObject, memory: Memory): DocumentBlocks {
  const ranked = object.entries.flatMap((entry) => {
    const rank = bodyRank(object, entry);
    return rank === null ? [] : [{ entry, rank }];
  });
  ranked.sort((a, b) => order.indexOf(a.rank) - order.indexOf(b.rank));
  const blocks: Block[] = [];
  const copies: Block[] = [];
  const said = new PhraseSet();
  for (const { entry, rank } of ranked) {
    const read = valueBlocks(entry.value, memory);
    if (read.length === 0) continue;
    if (said.share(read) > 0.6) append(copies, read);
    else {
      if (rank === 'section' || rank === 'last')
        blocks.push(keyHeading(entry, !isJobPosting(object) || entry.value.kind !== 'scalar'));
      append(blocks, read);
    }
    said.add(read);
  }
  return {
    span: object.span,
    fields: fieldsOf(object),
    blocks,
    copies,
    declared: isDeclared(object),
    problems: [],
  };
}

/** The postings that values hold. @param titled the job's title is given beside them */
export function readRecords(
  values: readonly DataValue[],
  problems: readonly Problem[] = [],
  memory: Memory = forgetful,
  titled = false,
): DocumentBlocks[] {
  const found = postingsIn(values);
  const all = found.length === 0 && titled ? postingsIn(values, true) : found;
  return all.map((object) => ({ ...recordBlocks(object, memory), problems }));
}
