import type { WordedPair, WordedVerdict } from './taxonomy/wording.ts';

/** What client and server say to each other beyond LSP, and names that both must spell alike. */

/** Source of all diagnostics. */
export const diagnosticSource = 'posting-lens';

/** Scheme of the rules' pages in VS Code: documents of the extension, which open offline. */
export const rulePagesScheme = 'posting-lens-docs';

/** Kind of the action that makes all safe fixes of a document. */
export const fixAllKind = 'source.fixAll.posting-lens';

/** What teams keep with their postings. */
export const configurationFileName = '.posting-lens.json';

export interface InitializationOptions {
  /** Where the pages of the rules are: a URI that `RULE.md` is appended to. */
  readonly rulePages?: string;
  /** The client applies the schema of configuration files by itself. */
  readonly appliesSchema?: boolean;
  /** The client answers `readFileRequest`. */
  readonly readsFiles?: boolean;
}

/** Asked by the server that cannot read a file itself: its text, or null. */
export const readFileRequest = 'posting-lens/readFile';

/** Asked by the client: every value that a document is checked with and where it came from, as text. */
export const explainConfigurationRequest = 'posting-lens/explainConfiguration';

/** A document or a file. */
export interface UriParams {
  readonly uri: string;
}

/** Sent by the server after each analysis of an open document. */
export const statusNotification = 'posting-lens/status';

export interface StatusParams extends WordedPair {
  readonly uri: string;
  readonly version: number;
  /** Null where nothing is judged; then the reason is a sentence. */
  readonly verdict: WordedVerdict | null;
  readonly reason: string;
}

/** Asked by the client: the titles of a document that can be put right without asking about each. */
export const retitleRequest = 'posting-lens/retitle';

/** How sure a verdict must be for that. */
export const retitleConfidence = 0.9;

export interface RetitleParams {
  readonly uri: string;
  /** The text of a document that is not open; null for one that is, whose newest text the server knows. */
  readonly text: string | null;
}

/** A title before and after, and the changes that lead there; positions in the negotiated encoding. */
export interface RetitledPosting {
  readonly before: string;
  readonly after: string;
  readonly edits: readonly {
    readonly range: {
      readonly start: { readonly line: number; readonly character: number };
      readonly end: { readonly line: number; readonly character: number };
    };
    readonly newText: string;
  }[];
}
