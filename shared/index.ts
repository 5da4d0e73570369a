/**
 * The facade of the core: open a document, ask what there is to say. Everything in here is pure; offsets are UTF-16 units
 * of the source.
 */
import { analyze, type Analysis, type AnalysisRequest } from './analysis.ts';
import { type Configuration, defaults } from './configuration/configuration.ts';
import { JudgedDocument, type OpenDocument } from './document.ts';
import type { Edit } from './edits/edit.ts';
import { type Hover, hoverAt } from './features/hover.ts';
import { lensOf } from './judgement/lens.ts';
import type { Numbers } from './taxonomy/numbers.ts';
import type { Format } from './posting/blocks.ts';
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
  isAlwaysJudged,
  type RuleSetting,
} from './configuration/configuration.ts';
export { type Level, levels, severities, type Severity } from './configuration/severity.ts';
export type { OpenDocument } from './document.ts';
export { applyEdits, type Edit, type NewFile } from './edits/edit.ts';
export { suppressFile, suppressLine, type Suppressing } from './edits/suppress.ts';
export { type Completion, completionsAt } from './features/completions.ts';
export type { Hover } from './features/hover.ts';
export { type SemanticToken, semanticTokens, tokenTypes } from './features/semanticTokens.ts';
export { responsibilityOf } from './judgement/statement.ts';
export { type Format, type FormatId } from './posting/blocks.ts';
export { formatById, formatByLanguage, formatByPath, formats } from './posting/formats.ts';
export { type Posting } from './posting/posting.ts';
export { type Span, overlaps } from './posting/span.ts';
export type { Suppression } from './posting/suppressions.ts';
export { rules } from './rules/registry.gen.ts';
export type { Finding, Fix, Rule } from './rules/rule.ts';
export { type Phrase, say, type Translations, worded } from './say.ts';
export { entryOf, roleOf, type Taxonomy, taxonomy } from './taxonomy/index.ts';

export interface OpenOptions {
  readonly configuration?: Configuration;
  /** Judge it even when it does not read as a posting. */
  readonly always?: boolean;
  /** Stands in where the text names no title. */
  readonly title?: string | undefined;
}

export interface PostingLens {
  readonly taxonomy: Taxonomy;
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
}

/**
 * Makes the core ready for a taxonomy; ours, unless another is given.
 * @param numbers weights to judge by; those learned for the taxonomy, unless others are given (evaluation does)
 * @throws where a pattern of the taxonomy cannot be read
 */
export function createPostingLens(taxonomy: Taxonomy = ours, numbers?: Numbers): PostingLens {
  const lens = lensOf(taxonomy, numbers);
  const request = (source: string, format: Format, options: OpenOptions = {}): AnalysisRequest => ({
    source,
    format,
    configuration: options.configuration ?? defaults,
    always: options.always ?? false,
    title: options.title,
  });
  return Object.freeze({
    taxonomy,
    analyze: (source: string, format: Format, options?: OpenOptions) =>
      analyze(request(source, format, options), lens),
    open: (source: string, format: Format, options?: OpenOptions) =>
      new JudgedDocument(request(source, format, options), lens),
    edit: (document: OpenDocument, changes: readonly Edit[]) => {
      if (!(document instanceof JudgedDocument))
        throw new TypeError('The document was not opened by a lens.');
      return document.edited(changes);
    },
    hover: (analysis: Analysis, offset: number) => hoverAt(analysis, offset, taxonomy),
  });
}
