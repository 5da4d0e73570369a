import type { Analysis, JudgedPosting } from '../analysis.ts';
import { type Level, severities } from '../configuration/severity.ts';
import { agreeTitles } from '../edits/agreeTitles.ts';
import { applyEdits, type Edit, type NewFile } from '../edits/edit.ts';
import { renamed } from '../edits/fileName.ts';
import { suppressFile, suppressLine, type Suppressing } from '../edits/suppress.ts';
import { formatById } from '../posting/formats.ts';
import { changeBetween } from '../posting/parts.ts';
import { overlaps, type Span } from '../posting/span.ts';
import type { TitlePlace } from '../posting/posting.ts';
import { configurationFileName, retitleConfidence } from '../protocol.ts';
import { misspelt } from '../rules/conclude.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import { type InterfaceLanguage, type Phrase, say, worded } from '../say.ts';
import { otherRole } from '../taxonomy/index.ts';

/** Something that can be done about a finding, for a menu to offer. */
export interface Action {
  /** What it will do, as the menu shows it. */
  readonly title: string;
  readonly finding: Finding;
  /** What it is for: it says which kind of code action it is. */
  readonly purpose: 'fix' | 'rename' | 'ignore-line' | 'ignore-file' | 'level';
  /** The one to take first. */
  readonly preferred: boolean;
  /** May be applied without a look. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
  /** Files to make beside the document. */
  readonly creates: readonly NewFile[];
  /** What the document's file is called afterwards; null where it keeps its name. */
  readonly newName: string | null;
  /** What is written into the configuration; null where that stays as it is. */
  readonly setting: Setting | null;
  /** Words that the edits write and that wait to be replaced, in the text that the edits leave; null where none do. */
  readonly placeholder: Span | null;
}

/** A rule's level, to be chosen in the configuration. */
export interface Setting {
  readonly rule: string;
  readonly level: Level;
  /** For this document only. */
  readonly onlyHere: boolean;
}

/** What changes the actions that are offered, and their words. */
export interface ActionOptions {
  /** The document's name without its folder, where it is a file that can be renamed. */
  readonly fileName?: string | undefined;
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
  const language = analysis.interfaceLanguage;
  const found = analysis.judged.flatMap((judged) =>
    judged.findings
      .filter((finding) => isAt(finding, place))
      .map((finding) => ({
        fixes: fixesOf(finding),
        renames: renamesOf(judged, finding, options, language),
        suppressions: suppressionsOf(analysis.source, judged, finding, language),
        levels: levelsOf(finding, language),
      })),
  );
  return [
    ...preferredFirst(found.flatMap((each) => each.fixes)),
    ...oncePerName(found.flatMap((each) => each.renames)),
    ...found.flatMap((each) => each.suppressions),
    ...found.flatMap((each) => each.levels),
  ];
}

/** Two findings about one title lead to one name of the file. */
const oncePerName = (renames: readonly Action[]): Action[] => [
  ...new Map(renames.map((action) => [action.newName, action])).values(),
];

/** The same for findings about a file that is no posting, of which only fixes are known. */
export function fixesAt(findings: readonly Finding[], place: Span): Action[] {
  return preferredFirst(findings.filter((finding) => isAt(finding, place)).flatMap(fixesOf));
}

const preferredFirst = (actions: readonly Action[]): Action[] => [
  ...actions.filter(({ preferred }) => preferred),
  ...actions.filter(({ preferred }) => !preferred),
];

function actionOf(finding: Finding, { title, preferred, safe, edits, creates = [] }: Fix): Action {
  const nothing = { newName: null, setting: null, placeholder: null };
  return { title, finding, purpose: 'fix', preferred, safe, edits, creates, ...nothing };
}

/** An action that is about the finding and not about what it says. */
function quieting(
  finding: Finding,
  purpose: Action['purpose'],
  title: Phrase,
  language: InterfaceLanguage,
  rest: Partial<Action>,
): Action {
  const fix = { title: worded(title, language), preferred: false, safe: false, edits: [] };
  return { ...actionOf(finding, fix), purpose, ...rest };
}

const fixesOf = (finding: Finding): Action[] => finding.fixes.map((fix) => actionOf(finding, fix));

/** Fixes that change the title, once more with the file's name, where that holds the old title. */
function renamesOf(
  { posting }: JudgedPosting,
  finding: Finding,
  { fileName }: ActionOptions,
  language: InterfaceLanguage,
): Action[] {
  const before = posting.title?.content.text;
  if (fileName === undefined || before === undefined) return [];
  return finding.fixes.flatMap((fix) => {
    const newName = fix.newTitle === undefined ? null : renamed(fileName, before, fix.newTitle);
    if (newName === null) return [];
    const title = say`Change the title and rename the file to “${newName}”`;
    const action = actionOf(finding, fix);
    const purpose = 'rename';
    return [{ ...action, purpose, title: worded(title, language), preferred: false, safe: false, newName }];
  });
}

/** Comments that switch the rule off here; in formats that have none, the configuration does. */
function suppressionsOf(
  source: string,
  { posting }: JudgedPosting,
  finding: Finding,
  language: InterfaceLanguage,
): Action[] {
  const format = formatById(posting.format);
  if (format === undefined) return [];
  const { rule } = finding;
  const suppression = (
    purpose: Action['purpose'],
    title: Phrase,
    suppressing: Suppressing | null,
  ): Action[] => {
    if (suppressing === null) return [];
    const { edits, reason: placeholder } = suppressing;
    return [quieting(finding, purpose, title, language, { edits, placeholder })];
  };
  const comments = [
    ...suppression('ignore-line', say`Ignore ${rule} on this line`, suppressLine(source, format, finding)),
    ...suppression('ignore-file', say`Ignore ${rule} in this file`, suppressFile(source, format, finding)),
  ];
  if (comments.length > 0) return comments;
  const setting: Setting = { rule, level: 'off', onlyHere: true };
  return [
    quieting(
      finding,
      'ignore-file',
      say`Ignore ${rule} in this file, in ${configurationFileName}`,
      language,
      {
        setting,
      },
    ),
  ];
}

/** Off, and one step up and down. */
function levelsOf(finding: Finding, language: InterfaceLanguage): Action[] {
  const { rule, severity } = finding;
  const at = severities.indexOf(severity);
  const near = [severities[at + 1], severities[at - 1]].filter((level) => level !== undefined);
  const off: Setting = { rule, level: 'off', onlyHere: false };
  return [
    ...near.map((level) => {
      const setting: Setting = { rule, level, onlyHere: false };
      return quieting(
        finding,
        'level',
        say`Set ${rule} to “${level}” in ${configurationFileName}`,
        language,
        {
          setting,
        },
      );
    }),
    quieting(finding, 'level', say`Turn ${rule} off in ${configurationFileName}`, language, { setting: off }),
  ];
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

/** The edits of everything that may be done without a look: safe fixes, and titles that differ only in how they are written. */
export function safeEdits({ judged, taxonomy }: Analysis): Edit[] {
  const fixes = judged.flatMap(({ findings }) => findings.flatMap((finding) => finding.fixes));
  return together([
    ...fixes.filter(({ safe }) => safe).map(({ edits }) => edits),
    ...judged.map(({ posting }) => agreeTitles(posting, taxonomy)),
  ]);
}

/** The kinds of fixes that can be made without asking about each. */
export const fixKinds = ['safe', 'titles'] as const;
/** `safe`: what may be done without a look. `titles`: the titles that a clear verdict contradicts as well. */
export type FixKind = (typeof fixKinds)[number];

/** One fix may make room for another; more rounds than this would be a fault of ours, and stop. */
const mostRounds = 10;

/** The edits of a round of fixes, and the document that they leave. */
export interface FixRound {
  readonly edits: readonly Edit[];
  readonly analysis: Analysis;
}

/** The rounds in which a document's fixes are made, until there is nothing left to do: see `fixed`. */
export function* fixRounds(
  analysis: Analysis,
  kind: FixKind,
  analyze: (source: string) => Analysis,
): Generator<FixRound> {
  let now = analysis;
  for (let round = 0; round < mostRounds; round++) {
    const safe = safeEdits(now);
    const edits = safe.length > 0 || kind === 'safe' ? safe : titleEdits(now, retitleConfidence);
    const text = applyEdits(now.source, edits);
    if (text === now.source) return;
    now = analyze(text);
    yield { edits, analysis: now };
  }
}

/**
 * A document with its fixes made, again and again until there is nothing left to do.
 * @param analyze reads and judges a state of the document
 * @returns the analysis of the fixed text; the same one where nothing was to be done
 */
export function fixed(analysis: Analysis, kind: FixKind, analyze: (source: string) => Analysis): Analysis {
  return [...fixRounds(analysis, kind, analyze)].at(-1)?.analysis ?? analysis;
}

/**
 * The edits that lead to the document with all safe fixes made: done twice, the second time changes nothing.
 * @param analyze reads and judges a state of the document
 */
export function allSafeEdits(analysis: Analysis, analyze: (source: string) => Analysis): readonly Edit[] {
  const { source } = fixed(analysis, 'safe', analyze);
  const first = safeEdits(analysis);
  // Seldom is more than one round needed: a comment above front matter hides a title until it is gone.
  if (applyEdits(analysis.source, first) === source) return first;
  const change = changeBetween(analysis.source, source);
  if (change === null) return [];
  const { start, endBefore, endAfter } = change;
  return [{ span: { start, end: endBefore }, newText: source.slice(start, endAfter) }];
}

/** A posting's title that does not say what its duties do, and what would change it. */
export interface Retitling {
  readonly before: string;
  readonly after: string;
  readonly edits: readonly Edit[];
}

/** The rules that answer for titles; fixes of others that change titles as well are no one's to take unseen. */
const aboutTitles: ReadonlySet<string> = new Set(['title-mismatch', 'title-conflict']);

/**
 * The titles that can be put right without asking about each, one a posting.
 * @param least confidence of the verdict, 0 to 1
 */
export function retitlings({ source, judged, taxonomy }: Analysis, least: number): Retitling[] {
  return judged.flatMap(({ posting, judgement: { verdict }, findings }): Retitling[] => {
    const found = findings.filter(({ rule }) => aboutTitles.has(rule));
    const [fix] = found
      .flatMap(({ fixes }) => fixes)
      .filter(({ preferred, newTitle }) => preferred && newTitle !== undefined);
    if (fix === undefined || verdict.confidence < least) return [];
    const other = otherRole(taxonomy, verdict.role).id;
    // Who suppressed the finding at the title that is wrong wants to keep that one.
    const wrong = posting.titles
      .filter((place) => place.reading.role === other)
      .find((place) => found.some(({ span }) => overlaps(span, place.span)));
    return wrong === undefined ? [] : [{ ...asWritten(source, wrong, fix), edits: fix.edits }];
  });
}

/** A place of the title before and after a fix; where it is written in another way than it reads, as the posting's title will read. */
function asWritten(source: string, { span, content }: TitlePlace, { edits, newTitle }: Fix) {
  const written = source.slice(span.start, span.end);
  const inside = edits.filter((edit) => span.start <= edit.span.start && edit.span.end <= span.end);
  const moved = inside.map(({ span: { start, end }, newText }) => ({
    span: { start: start - span.start, end: end - span.start },
    newText,
  }));
  const after = written === content.text ? applyEdits(written, moved) : (newTitle ?? '');
  return { before: content.text, after };
}

/** The edits of these, those that meet others left out; none where a comment, misspelt, says to leave the title alone. */
export function titleEdits(analysis: Analysis, least: number): Edit[] {
  const names = analysis.suppressions.flatMap((each) => (each.kind === 'enable' ? [] : each.rules));
  if (names.some(({ id }) => aboutTitles.has(misspelt(id) ?? ''))) return [];
  return together(retitlings(analysis, least).map(({ edits }) => edits));
}
