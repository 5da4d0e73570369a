import type { WordedPair, WordedVerdict } from './taxonomy/wording.ts';

/** What client and server say to each other beyond LSP, and names that both must spell alike. */

/** Source of all diagnostics. */
export const diagnosticSource = 'posting-lens';

/** Scheme of the rules' pages in VS Code: documents of the extension, which open offline. */
export const rulePagesScheme = 'posting-lens-docs';

export interface InitializationOptions {
  /** Where the pages of the rules are: a URI that `RULE.md` is appended to. */
  readonly rulePages?: string;
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
