import type { Phrase } from '../say.ts';
import { fixedDefaults } from './settings.ts';
import type { Level } from './severity.ts';

/** What is chosen for a rule; what is not named keeps the rule's own value. */
export interface RuleSetting {
  readonly severity?: Level;
  /** Option to value, checked against the rule's table. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Whether a document is judged: always, never, or when its text reads as a posting. */
export type Judged =
  { readonly when: 'always' | 'never'; readonly reason: Phrase } | { readonly when: 'by-text' };

/** Ids of roles or responsibilities to words of the team's own. */
export type WordsById = Readonly<Record<string, readonly string[]>>;

/** What a document is checked with. A value: made per document, never changed. */
export interface Configuration {
  /** Rule id to what is chosen; rules that are not named keep their own severity and options. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly judged: Judged;
  /** Longest document that is read, in UTF-16 units. */
  readonly maxLength: number;
  /** Job titles of the team's own, by role. */
  readonly titles: WordsById;
  /** Phrases of the team's own, as they are written, by responsibility. */
  readonly phrases: WordsById;
  /** Tools of the team's own, by role. */
  readonly tools: WordsById;
  /** When an editor checks the document. */
  readonly run: 'onType' | 'onSave';
  /** Whether an editor shows above each duty, and at its end, whose work it is. */
  readonly codeLens: 'off' | 'on';
  readonly inlayHints: 'off' | 'on';
}

export const defaults: Configuration = {
  rules: {},
  judged: { when: 'by-text' },
  maxLength: fixedDefaults.maxLength * 1024,
  titles: {},
  phrases: {},
  tools: {},
  run: fixedDefaults.run,
  codeLens: fixedDefaults.codeLens,
  inlayHints: fixedDefaults.inlayHints,
};

/** File names that say that a file is a posting, whatever its text. */
export function isNamedPosting(path: string): boolean {
  return /\.(?:posting|job)\.md$|\.(?:posting|jobposting)$/i.test(path);
}
