/**
 * The facade of the core: open a document, ask what there is to say. Everything in here is pure; offsets are UTF-16 units
 * of the source.
 */
import { analyze, type Analysis, type AnalysisRequest, type JudgedPosting } from './analysis.ts';
import { type Configuration, defaults } from './configuration/configuration.ts';
import { type ConfigurationSource, readConfigurationFile, readSettings } from './configuration/read.ts';
import { type Layer, resolveConfiguration, type ResolvedConfiguration } from './configuration/resolve.ts';
import { settingsOf } from './configuration/settings.ts';
import {
  type FileContent,
  type Files,
  loadConfiguration as load,
  type LoadedConfiguration,
  type Readers,
} from './configuration/load.ts';
import { readTaxonomyFile } from './configuration/taxonomyFile.ts';
import { JudgedDocument, type OpenDocument } from './document.ts';
import type { Edit } from './edits/edit.ts';
import { type Annotation, dutyAnnotations, titleAnnotations } from './features/annotations.ts';
import { type Hover, hoverAt } from './features/hover.ts';
import { newPosting, type NewPostingRequest } from './features/newPosting.ts';
import { type Profile, profileOf } from './features/profile.ts';
import { english, type InterfaceLanguage, say, worded } from './say.ts';
import { remadeAs } from './features/remake.ts';
import { type WritingCompletion, writingCompletions } from './features/writingCompletions.ts';
import { type DocumentPart, documentParts } from './features/symbols.ts';
import { extendTaxonomy, type OwnWords } from './judgement/extendTaxonomy.ts';
import { readTaxonomy } from './judgement/readTaxonomy.ts';
import { lensOf } from './judgement/lens.ts';
import type { Numbers } from './taxonomy/numbers.ts';
import type { Format } from './posting/blocks.ts';
import { findingsInConfiguration } from './rules/checkConfiguration.ts';
import { rules } from './rules/registry.gen.ts';
import type { Finding } from './rules/rule.ts';
import { type Taxonomy, taxonomy as ours } from './taxonomy/index.ts';

export {
  type Analysis,
  type JudgedPosting,
  type Silence,
  tooLarge,
  type UnjudgedPosting,
} from './analysis.ts';
export {
  type Configuration,
  defaults,
  isNamedPosting,
  type RuleSetting,
} from './configuration/configuration.ts';
export { type LevelPlace, setRuleLevel } from './configuration/edit.ts';
export { explainConfiguration, type Explained, explanationText } from './configuration/explain.ts';
export { configurationFileName } from './protocol.ts';
export type { Files, LoadedConfiguration, LoadedFile } from './configuration/load.ts';
export type { ConfigurationProblem } from './configuration/problem.ts';
export type { Layer, ResolvedConfiguration } from './configuration/resolve.ts';
export { type Level, levels, severities, type Severity } from './configuration/severity.ts';
export type { OpenDocument } from './document.ts';
export { applyEdits, type Edit, type NewFile } from './edits/edit.ts';
export type { Annotation } from './features/annotations.ts';
export { sideLabel } from './features/dutyLabel.ts';
export { besides } from './edits/fileName.ts';
export { inert } from './inert.ts';
export { suppressFile, suppressLine, type Suppressing } from './edits/suppress.ts';
export {
  type Action,
  actionsAt,
  allSafeEdits,
  type ActionOptions,
  fixed,
  fixesAt,
  type FixKind,
  fixRounds,
  fixKinds,
  type Retitling,
  retitlings,
  safeEdits,
  type Setting,
  titleEdits,
} from './features/actions.ts';
export type { NewPostingRequest } from './features/newPosting.ts';
export { foldableSpans, highlightsAt, selectionSpans } from './features/places.ts';
export type { Profile, ProfileEntry, ProfileGroup, ProfileStatement, Turn } from './features/profile.ts';
export type { WritingCompletion } from './features/writingCompletions.ts';
export { type Report, type ReportedPosting, ReportWriter } from './features/report.ts';
export type { DocumentPart } from './features/symbols.ts';
export { type Completion, completionsAt } from './features/completions.ts';
export { hoverAt };
export type { Hover };
export { type SemanticToken, semanticTokens, tokenModifiers, tokenTypes } from './features/semanticTokens.ts';
export { type Extension, extendTaxonomy, ownWordsLimits, type OwnWords } from './judgement/extendTaxonomy.ts';
export { readTaxonomy, type TaxonomyReading } from './judgement/readTaxonomy.ts';
export { namedResponsibility, responsibilityOf } from './judgement/statement.ts';
export { type Format, type FormatId } from './posting/blocks.ts';
export { formatById, formatByLanguage, formatByPath, formats } from './posting/formats.ts';
export { type Posting } from './posting/posting.ts';
export { type Span, overlaps } from './posting/span.ts';
export type { Suppression } from './posting/suppressions.ts';
export { rules };
export type { Finding };
export type { Fix, Rule } from './rules/rule.ts';
export {
  decimal,
  english,
  type InterfaceLanguage,
  percent,
  type Phrase,
  say,
  type Translations,
  worded,
} from './say.ts';
export { sharesText, sureConfidence, verdictText, wordedPair } from './taxonomy/wording.ts';
export type { ValueProblem } from './taxonomy/check.ts';
export {
  entryOf,
  type Role,
  type RoleId,
  roleOf,
  type Taxonomy,
  taxonomy,
  type TaxonomyEntry,
} from './taxonomy/index.ts';

/** The table of settings, with the rules that there are and the ids of our taxonomy. */
export const settings = settingsOf(rules, ours);

/** Reads the text of a configuration file. Never throws; what cannot be used is left out and told. */
export function readConfiguration(text: string): ConfigurationSource {
  return readConfigurationFile(text, settings);
}

/**
 * Settings as a layer.
 * @param values as an editor or a command line gives them; what cannot be used is left out
 * @param name what people know the place by
 * @param folder what patterns are relative to: an absolute path with forward slashes
 */
export function settingsLayer(values: unknown, name: string, folder: string): Layer {
  return { ...readSettings(values, settings), places: new Map(), name, folder };
}

/** What cannot be used of settings, a sentence each. */
export function settingsProblems(values: unknown, language: InterfaceLanguage = english): string[] {
  return readSettings(values, settings).problems.map(({ message }) => worded(message, language));
}

/** What one document is checked with. @param path absolute, with forward slashes */
export function configurationOf(layers: readonly Layer[], path: string): ResolvedConfiguration {
  return resolveConfiguration(settings, layers, path);
}

/**
 * Finds and reads the configuration file for the documents of a folder, with the files that it names.
 * @param folder absolute path with forward slashes
 * @param root the outermost folder that is looked into, and that nothing is read outside of
 * @param given a file to take instead of the nearest
 */
export function loadConfiguration(
  folder: string,
  root: string,
  files: Files,
  given?: string,
): Promise<LoadedConfiguration> {
  const words: Readers['words'] = (other, values) => extendTaxonomy(other ?? ours, values).problems;
  return load(folder, root, { settings, taxonomy: readTaxonomy, words }, files, given);
}

/** What one document is checked with, and the lens that its configuration makes. */
export interface DocumentConfiguration extends ResolvedConfiguration {
  readonly lens: PostingLens;
}

/**
 * Lays everything that is chosen for a document over each other.
 * @param below layers under the files: settings
 * @param above layers over them: the command line
 * @param language what people read; English unless another is given
 * @param path the document's, absolute, with forward slashes
 */
export function configurationFor(
  path: string,
  { layers, taxonomy }: Pick<LoadedConfiguration, 'layers' | 'taxonomy'>,
  below: readonly Layer[] = [],
  above: readonly Layer[] = [],
  language?: InterfaceLanguage,
): DocumentConfiguration {
  const resolved = configurationOf([...below, ...layers, ...above], path);
  const { titles, phrases, tools } = resolved.configuration;
  return { ...resolved, lens: lensFor(taxonomy ?? ours, { titles, phrases, tools }, language) };
}

/** What is wrong with a configuration file that was loaded. */
export function findingsInFile(file: FileContent, language?: InterfaceLanguage): Finding[] {
  return findingsInConfiguration(file.problems, file, language);
}

/** What is wrong with the text of a taxonomy file, in the form that `findingsInFile` takes. */
export function taxonomyFile(text: string): FileContent {
  return { values: {}, problems: readTaxonomyFile(text, readTaxonomy).problems };
}

/** What is wrong with the text of a configuration file, as far as it can be told without other files. */
export function checkConfiguration(text: string, language?: InterfaceLanguage): Finding[] {
  return findingsInFile(readConfiguration(text), language);
}

/** How a document is judged. */
export interface OpenOptions {
  /** Rules, words and limits; the defaults, unless others are given. */
  readonly configuration?: Configuration;
  /** Judge it even when it does not read as a posting, whatever the configuration says. */
  readonly always?: boolean;
  /** Stands in where the text names no title, and says that the text speaks of a job. */
  readonly title?: string | undefined;
}

function configured({ configuration = defaults, always = false }: OpenOptions): Configuration {
  return always
    ? { ...configuration, judged: { when: 'always', reason: say`It is to be judged.` } }
    : configuration;
}

/** The core, made ready for a pair of roles. Frozen; everything that it answers is a value that never changes. */
export interface PostingLens {
  /** The pair of roles that it judges by; its texts for people are in the interface language. */
  readonly taxonomy: Taxonomy;
  readonly interfaceLanguage: InterfaceLanguage;
  /** Reads and judges a document. Never throws, whatever the text. */
  analyze(source: string, format: Format, options?: OpenOptions): Analysis;
  /** The same, for a document that will be edited. Never throws, whatever the text. */
  open(source: string, format: Format, options?: OpenOptions): OpenDocument;
  /**
   * The document after changes, with the analysis that `analyze` would give it. Reads and judges again only what the
   * changes touch.
   * @param document from `open` or `edit`; it is judged by the lens that opened it
   * @param changes made one after the other: the offsets of each count in the source as the one before has left it
   * @throws RangeError where an offset lies outside of that source
   */
  edit(document: OpenDocument, changes: readonly Edit[]): OpenDocument;
  /** What there is to say about a place, or null. */
  hover(analysis: Analysis, offset: number): Hover | null;
  /** Which job a judged posting describes, at a glance. Costs about as much as judging it. */
  profile(judged: JudgedPosting): Profile;
  /** A posting to start from, with duties of a role and places to fill in; null where there is no such role. */
  newPosting(request: NewPostingRequest): string | null;
  /**
   * The document with its first posting made one of the role: duties of the other moved, duties of its own added, the
   * title changed. Null where there is no posting or nothing to do.
   */
  remadeAs(source: string, format: Format, role: string, options?: OpenOptions): string | null;
  /** What may be written at a place: duties, headings, keys of front matter. */
  writingCompletions(analysis: Analysis, format: Format, offset: number): WritingCompletion[];
  /** Postings, sections and duties. */
  parts(analysis: Analysis): DocumentPart[];
  /** What an editor may show beside each duty, and beside each title. */
  dutyAnnotations(analysis: Analysis): Annotation[];
  titleAnnotations(analysis: Analysis): Annotation[];
}

/**
/**
 * Makes the core ready for a taxonomy; ours, unless another is given. Takes some milliseconds: keep what it returns.
 * @param language what people read; English unless another is given
 * @throws where a pattern of the taxonomy cannot be read
 */
export function createPostingLens(taxonomy: Taxonomy = ours, language?: InterfaceLanguage): PostingLens {
  return judgingBy(taxonomy, undefined, language);
}

/**
 * A lens that judges by given weights, for evaluation.
 * @param numbers those learned for the taxonomy, unless others are given
 * @param language what people read; English unless another is given
 * @throws where a pattern of the taxonomy cannot be read
 */
export function judgingBy(original: Taxonomy, numbers?: Numbers, language?: InterfaceLanguage): PostingLens {
  const lens = lensOf(original, numbers, language);
  const { taxonomy, interfaceLanguage } = lens;
  const request = (source: string, format: Format, options: OpenOptions = {}): AnalysisRequest => ({
    source,
    format,
    configuration: configured(options),
    title: options.title,
  });
  return Object.freeze({
    taxonomy,
    interfaceLanguage,
    analyze: (source: string, format: Format, options?: OpenOptions) =>
      analyze(request(source, format, options), lens),
    open: (source: string, format: Format, options?: OpenOptions) =>
      new JudgedDocument(request(source, format, options), lens),
    edit: (document: OpenDocument, changes: readonly Edit[]) => {
      if (!(document instanceof JudgedDocument))
        throw new TypeError('The document was not opened by a lens.');
      return document.edited(changes);
    },
    hover: hoverAt,
    profile: (judged: JudgedPosting) => profileOf(judged, lens),
    newPosting: (request: NewPostingRequest) => newPosting(request, taxonomy),
    remadeAs: (source: string, format: Format, role: string, options: OpenOptions = {}) =>
      // What is no posting stays as it is; one that is half made over is one, whatever its text reads as.
      remadeAs(analyze(request(source, format, options), lens), role, taxonomy, (text) =>
        analyze(request(text, format, { ...options, always: true }), lens),
      ),
    writingCompletions: (analysis: Analysis, format: Format, offset: number) =>
      writingCompletions(analysis, format.id, offset, lens),
    parts: (analysis: Analysis) => documentParts(analysis, lens),
    dutyAnnotations: (analysis: Analysis) => dutyAnnotations(analysis, lens),
    titleAnnotations: (analysis: Analysis) => titleAnnotations(analysis, lens),
  });
}

interface Kept {
  readonly taxonomy: Taxonomy;
  readonly own: OwnWords;
  readonly language: InterfaceLanguage;
  readonly lens: PostingLens;
}

/** The lenses asked for last, the latest first. */
const kept: Kept[] = [];
const mostKept = 16;

const texts = new WeakMap<object, string>();
function textOf(value: object): string {
  const text = texts.get(value) ?? JSON.stringify(value);
  texts.set(value, text);
  return text;
}

const saysTheSame = (one: object, other: object): boolean => one === other || textOf(one) === textOf(other);

/**
 * The lens of a configuration: the same one for the same values, so that patterns are compiled when a configuration
 * changes and not when a document does. Asking again with the same objects costs next to nothing; with others that say
 * the same, as much as writing them as JSON. Values must not change once they were handed in.
 * @param language what people read: the same object again finds the same lens
 * @param own words of the team; what cannot be used of them is left out, and `extendTaxonomy` tells why
 */
export function lensFor(
  taxonomy: Taxonomy = ours,
  own: OwnWords = {},
  language: InterfaceLanguage = english,
): PostingLens {
  const at = kept.findIndex(
    (each) =>
      each.language === language && saysTheSame(each.own, own) && saysTheSame(each.taxonomy, taxonomy),
  );
  const [known] = at < 0 ? [] : kept.splice(at, 1);
  const entry = known ?? {
    taxonomy,
    own,
    language,
    lens: createPostingLens(extendTaxonomy(taxonomy, own).taxonomy, language),
  };
  kept.unshift(entry);
  kept.splice(mostKept);
  return entry.lens;
}
