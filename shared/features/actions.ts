import type { Analysis, JudgedPosting } from '../analysis.ts';
import type { Level } from '../configuration/severity.ts';
import type { Edit, NewFile } from '../edits/edit.ts';
import { renamed } from '../edits/fileName.ts';
import { overlaps, type Span } from '../posting/span.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import { say, type Translations, worded } from '../say.ts';

/** Something that can be done about a finding, for a menu to offer. */
export interface Action {
  /** What it will do, as the menu shows it. */
  readonly title: string;
  readonly finding: Finding;
  /** The one to take first. */
  readonly preferred: boolean;
  /** May be applied without a look. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
  /** Files to make beside the document. */
  readonly creates: readonly NewFile[];
  /** What the document's file is called afterwards; null where it keeps its name. */
  readonly newName: string | null;
  /** The level that the finding's rule gets in the configuration; null where that stays as it is. */
  readonly level: Level | null;
}

export interface ActionOptions {
  /** The document's name without its folder, where it is a file that can be renamed. */
  readonly fileName?: string | undefined;
  readonly translations?: Translations | undefined;
}

/** Whether a finding stands where somebody points: a caret at either end of it counts. */
function isAt({ span }: Finding, { start, end }: Span): boolean {
  return overlaps({ start, end: Math.max(end, start + 1) }, { start: span.start, end: span.end + 1 });
}

/**
 * All that can be done about the findings at a place: what is to be taken first, the other fixes, then what changes
 * more than the text.
 * @param place in the source; a caret is an empty one
 */
export function actionsAt(analysis: Analysis, place: Span, options: ActionOptions = {}): Action[] {
  const found = analysis.judged.flatMap((judged) =>
    judged.findings
      .filter((finding) => isAt(finding, place))
      .map((finding) => ({ fixes: fixesOf(finding), renames: renamesOf(judged, finding, options) })),
  );
  const fixes = found.flatMap((each) => each.fixes);
  return [
    ...fixes.filter(({ preferred }) => preferred),
    ...fixes.filter(({ preferred }) => !preferred),
    ...found.flatMap((each) => each.renames),
  ];
}

function actionOf(finding: Finding, { title, preferred, safe, edits, creates = [] }: Fix): Action {
  return { title, finding, preferred, safe, edits, creates, newName: null, level: null };
}

const fixesOf = (finding: Finding): Action[] => finding.fixes.map((fix) => actionOf(finding, fix));

/** Fixes that change the title, once more with the file's name, where that holds the old title. */
function renamesOf(
  { posting }: JudgedPosting,
  finding: Finding,
  { fileName, translations }: ActionOptions,
): Action[] {
  const before = posting.title?.content.text;
  if (fileName === undefined || before === undefined) return [];
  return finding.fixes.flatMap((fix) => {
    const newName = fix.newTitle === undefined ? null : renamed(fileName, before, fix.newTitle);
    if (newName === null) return [];
    const title = say`Change the title and rename the file to “${newName}”`;
    const action = actionOf(finding, fix);
    return [{ ...action, title: worded(title, translations), preferred: false, safe: false, newName }];
  });
}

/** Edits that belong together, all of them or none: those that meet edits before them are left out. */
function together(groups: readonly (readonly Edit[])[]): Edit[] {
  const kept: Edit[] = [];
  for (const group of groups)
    if (!group.some((edit) => kept.some((other) => meet(edit.span, other.span)))) kept.push(...group);
  return kept.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Two insertions at one place meet too: nothing says which comes first. */
const meet = (a: Span, b: Span): boolean => overlaps(a, b) || (a.start === b.start && a.end === b.end);

/** The edits of everything that may be done without a look. Done twice, the second time changes nothing. */
export function safeEdits(analysis: Analysis): Edit[] {
  const fixes = analysis.judged.flatMap(({ findings }) => findings.flatMap((finding) => finding.fixes));
  return together(fixes.filter(({ safe }) => safe).map(({ edits }) => edits));
}

/** A posting's title that does not say what its duties do, and what would change it. */
export interface Retitling {
  readonly before: string;
  readonly after: string;
  readonly edits: readonly Edit[];
}

/** The rule that answers for titles; fixes of others that change titles as well are no one's to take unseen. */
const mismatch = 'title-mismatch';

/**
 * The titles that can be put right without asking about each, one a posting.
 * @param least confidence of the verdict, 0 to 1
 */
export function retitlings(analysis: Analysis, least: number): Retitling[] {
  return analysis.judged.flatMap(({ posting, judgement, findings }) => {
    if (judgement.verdict.confidence < least) return [];
    const before = posting.title?.content.text ?? '';
    return findings
      .filter(({ rule }) => rule === mismatch)
      .flatMap(({ fixes }) => fixes.filter(({ preferred }) => preferred))
      .flatMap(({ newTitle, edits }) => (newTitle === undefined ? [] : [{ before, after: newTitle, edits }]));
  });
}

/** The edits of these, those that meet others left out. */
export function titleEdits(analysis: Analysis, least: number): Edit[] {
  return together(retitlings(analysis, least).map(({ edits }) => edits));
}
