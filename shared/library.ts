/**
 * What the package exports to the programs of others: a promise. `library.api.md` lists it, so that a review sees what breaks
 * somebody's code. Our own server and command line use `index.ts`, which may change at any time.
 */
import { rules as all } from './rules/registry.gen.ts';
import type { RuleFacts } from './rules/rule.ts';

export type { Analysis, JudgedPosting, Silence, UnjudgedPosting } from './analysis.ts';
export type { Configuration, Judged, RuleSetting, WordsById } from './configuration/configuration.ts';
export type { FileContent, Files, LoadedConfiguration, LoadedFile } from './configuration/load.ts';
export type { OptionSpec, OptionTable } from './configuration/options.ts';
export type { Layer, ResolvedConfiguration } from './configuration/resolve.ts';
export { type Level, levels, severities, type Severity } from './configuration/severity.ts';
export type { OpenDocument } from './document.ts';
export { applyEdits, type Edit, type NewFile } from './edits/edit.ts';
export {
  type Action,
  actionsAt,
  type ActionOptions,
  fixed,
  type FixKind,
  fixKinds,
  type Setting,
} from './features/actions.ts';
export type { Annotation } from './features/annotations.ts';
export type { Hover } from './features/hover.ts';
export type { NewPostingRequest } from './features/newPosting.ts';
export type { Profile, ProfileEntry, ProfileGroup, ProfileStatement, Turn } from './features/profile.ts';
export type { DocumentPart } from './features/symbols.ts';
export type { WritingCompletion } from './features/writingCompletions.ts';
export {
  checkConfiguration,
  configurationFor,
  createPostingLens,
  type DocumentConfiguration,
  findingsInFile,
  loadConfiguration,
  type OpenOptions,
  type PostingLens,
  settingsLayer,
} from './index.ts';
export { type Extension, extendTaxonomy, type OwnWords } from './judgement/extendTaxonomy.ts';
export type { Judgement } from './judgement/judge.ts';
export { readTaxonomy, type TaxonomyReading } from './judgement/readTaxonomy.ts';
export { type JudgedStatement, responsibilityOf } from './judgement/statement.ts';
export type { Gate, Verdict, VerdictRole } from './judgement/verdict.ts';
export type { Appraisal, Chances, Side, SignalMatch } from './judgement/weights.ts';
export type { Block, BlockKind, Format, FormatId } from './posting/blocks.ts';
export { formatById, formatByLanguage, formatByPath, formats } from './posting/formats.ts';
export type { MappedText } from './posting/mappedText.ts';
export type {
  Posting,
  RoleMention,
  Section,
  SectionKind,
  Statement,
  TitlePlace,
  TitlePlaceKind,
  TitleReading,
} from './posting/posting.ts';
export type { Span } from './posting/span.ts';
export type { Directive, NamedRule, Suppression } from './posting/suppressions.ts';
export { configurationFileName } from './protocol.ts';
export type { Finding, Fix, Related, RuleFacts, RuleFailure } from './rules/rule.ts';
export {
  type Figure,
  type InterfaceLanguage,
  type Phrase,
  type PhraseValue,
  type Translations,
  worded,
} from './say.ts';
export type { ValueProblem } from './taxonomy/check.ts';
export { entryOf, roleOf, taxonomy } from './taxonomy/index.ts';
export type {
  Citation,
  Context,
  Entry,
  EverydayWords,
  Misnomer,
  NounForms,
  OtherField,
  Responsibility,
  Role,
  RoleId,
  Signal,
  Taxonomy,
  TaxonomyEntry,
  Telltale,
  TitleForms,
  TitleGrammar,
  Trait,
} from './taxonomy/types.ts';

/** All rules, by what can be told of them. */
export const rules: readonly RuleFacts[] = all;
