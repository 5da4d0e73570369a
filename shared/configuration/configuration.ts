import type { Translations } from '../say.ts';
import type { Level } from './severity.ts';

/** What is chosen for a rule; what is not named keeps the rule's own value. */
export interface RuleSetting {
  readonly severity?: Level;
  /** Option to value, checked against the rule's table. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What a document is checked with. A value: made per document, never changed. */
export interface Configuration {
  /** Rule id to what is chosen; rules that are not named keep their own severity and options. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Longest document that is read, in UTF-16 units. */
  readonly maxLength: number;
  /** Words of messages in another language; English where empty. */
  readonly translations: Translations;
}

export const defaults: Configuration = { rules: {}, maxLength: 256 * 1024, translations: {} };

/** File names that are always judged, whatever their text. */
export function isAlwaysJudged(path: string): boolean {
  return /\.(?:posting|job)\.md$|\.(?:posting|jobposting)$/i.test(path);
}
