import type { Posting, Statement } from '../posting/posting.ts';
import { contains } from '../posting/span.ts';
import { readTitle } from '../posting/titleRole.ts';
import type { RoleId, Taxonomy } from '../taxonomy/index.ts';
import { copiesOf } from './copied.ts';
import { applyEdits, type Edit, type NewFile } from './edit.ts';
import { retitle } from './retitle.ts';
import { takeOut } from './takeOut.ts';

/** One of the two postings that a split makes. */
export interface Half {
  readonly role: RoleId;
  /** The statements that it does not keep: the other role's duties. */
  readonly without: readonly Statement[];
}

export interface Split {
  /** What makes the document the first half's posting. */
  readonly edits: readonly Edit[];
  readonly creates: readonly [NewFile];
}

/** Edits that leave a role's posting under the title of that role. */
function halved(
  posting: Posting,
  taxonomy: Taxonomy,
  { role, without }: Half,
  source: string,
): Edit[] | null {
  const copies = copiesOf(
    posting,
    without.map(({ content }) => content.text),
  );
  if (copies === null) return null;
  const taken = takeOut(source, posting.sections, new Set(without));
  const again = takeOut(source, posting.copies, new Set(copies));
  if (taken === null || again === null) return null;
  const out = [...taken, ...again];
  const change = retitle(posting, taxonomy, role, source);
  const isNamed = posting.titles.every(({ reading }) => reading.mentions.every((each) => each.role === role));
  const title = change?.title ?? (isNamed ? posting.title?.content.text : undefined) ?? '';
  if (readTitle(title, taxonomy.titles).role !== role) return null;
  const titled = change?.edits.filter(({ span }) => !out.some((cut) => contains(cut.span, span))) ?? [];
  return [...out, ...titled].sort((a, b) => a.span.start - b.span.start);
}

/**
 * Makes two postings of one that describes two jobs: each with its title, what both share, and its own duties.
 * @param source the whole document
 * @param stays the half that the document keeps, `leaves` the one that gets a file
 * @returns null where a title does not name its role then, or duties cannot be taken out safely
 */
export function splitPosting(
  posting: Posting,
  taxonomy: Taxonomy,
  source: string,
  stays: Half,
  leaves: Half,
): Split | null {
  const edits = halved(posting, taxonomy, stays, source);
  const other = halved(posting, taxonomy, leaves, source);
  if (edits === null || other === null) return null;
  return { edits, creates: [{ suffix: leaves.role, text: applyEdits(source, other) }] };
}
