import { type Format, type FormatId, formatById } from '../../shared/index.ts';
import type { DocumentBlocks } from '../../shared/posting/blocks.ts';
import { buildPosting } from '../../shared/posting/build.ts';
import type { Posting } from '../../shared/posting/posting.ts';
import { taxonomy, type TitleGrammar } from '../../shared/taxonomy/index.ts';

/** @throws where no format has this id */
export function formatOf(id: FormatId): Format {
  const found = formatById(id);
  if (found === undefined) throw new Error(`No format ${id}.`);
  return found;
}

/** @throws where the source holds no posting, or several */
export function onlyBlocks(source: string, id: FormatId): DocumentBlocks {
  const [only, ...rest] = formatOf(id).read(source);
  if (only === undefined || rest.length > 0)
    throw new Error(`${rest.length} more than one posting, or none.`);
  return only;
}

/** All postings of a source, whether or not they read as such. */
export function readPostings(
  source: string,
  id: FormatId,
  grammar: TitleGrammar = taxonomy.titles,
): Posting[] {
  return formatOf(id)
    .read(source)
    .map((read, index) => buildPosting(read, id, grammar, index));
}

/** The one posting of a source. @throws where there is none, or several */
export function readPosting(source: string, id: FormatId = 'markdown'): Posting {
  return buildPosting(onlyBlocks(source, id), id, taxonomy.titles);
}
