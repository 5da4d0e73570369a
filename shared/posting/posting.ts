import type { RoleId } from '../taxonomy/index.ts';
import type { Block, FormatId } from './blocks.ts';
import type { MappedText } from './mappedText.ts';
import type { Span } from './span.ts';

/** What a section is about, told from its heading or from its place. */
export type SectionKind =
  | 'intro'
  | 'duties'
  | 'requirements'
  | 'about'
  | 'benefits'
  | 'apply'
  | 'equal-opportunity'
  | 'works-with'
  | 'excluded'
  | 'other';

/** An item of a list, a sentence of prose or a cell of a table: what is judged by itself. */
export interface Statement {
  readonly content: MappedText;
  /** Where it stands in the source. */
  readonly span: Span;
  readonly form: 'item' | 'sentence' | 'cell';
  readonly section: SectionKind;
  /** What it stands in; a block of several sentences holds several statements. */
  readonly block: Block;
  /** Whether it says what the person will do. */
  readonly duty: boolean;
}

/** A heading with what stands under it, or what stands before the first. */
export interface Section {
  readonly kind: SectionKind;
  readonly heading: Block | null;
  /** All blocks under the heading, in document order. */
  readonly blocks: readonly Block[];
  readonly span: Span;
  readonly statements: readonly Statement[];
}

/** A stretch of a title that names a role: the words to change when the title changes. */
export interface RoleMention {
  readonly role: RoleId;
  /** What stands before the noun and names the role. Offsets in the text that was read. */
  readonly modifier: Span;
  /** "Manager", or null where the title has no noun ("Head of Community"). */
  readonly noun: Span | null;
  /** The noun only makes sense with this role ("Builder"). */
  readonly ownNoun: boolean;
}

/** What a title names: a role, both, a job that is neither, or nothing that we know (null). */
export interface TitleReading {
  readonly role: RoleId | 'both' | 'other' | null;
  readonly mentions: readonly RoleMention[];
}

/** A key of the head or the record, a heading, a line "Title: ...", structured data, or `<title>` and `og:title`. */
export type TitlePlaceKind = 'field' | 'heading' | 'line' | 'data' | 'page';

/** One place where the document names the job. */
export interface TitlePlace {
  readonly place: TitlePlaceKind;
  readonly content: MappedText;
  readonly span: Span;
  readonly reading: TitleReading;
  /**
   * How to write text into this place.
   * @internal
   */
  readonly escape: (text: string) => string;
}

/** A posting as it was read, before anything is judged. */
export interface Posting {
  /** Which posting of the file. */
  readonly index: number;
  readonly format: FormatId;
  /** From the first of its parts to the last; other postings of the file may stand between. */
  readonly span: Span;
  /** The title that findings mark, and all places that name the job, in document order. */
  readonly title: TitlePlace | null;
  readonly titles: readonly TitlePlace[];
  /**
   * The heading that is the title, which stands in no section.
   * @internal
   */
  readonly titleBlock?: Block;
  readonly sections: readonly Section[];
  /** What the document says a second time (structured data beside the page): edits reach it, nothing is judged by it. */
  readonly copies: readonly Section[];
  /** All statements of all sections, in reading order. */
  readonly statements: readonly Statement[];
}

/** The title that was given beside the text and stands in for one in it; null where there is none. */
export function givenTitle({ title, titles }: Posting): string | null {
  return title === null || titles.includes(title) ? null : title.content.text;
}
