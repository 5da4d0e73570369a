import type { Severity } from '../rules/rule.ts';

/** A rule's level: a severity, or nothing at all. */
export type Level = Severity | 'off';

/** What a document is checked with. A value: made per resource, never changed. */
export interface Configuration {
  /** Rule id to level; rules that are not named keep their own severity. */
  readonly rules: Readonly<Record<string, Level>>;
  /** Longest document that is read, in UTF-16 units. */
  readonly maxLength: number;
}

export const defaults: Configuration = { rules: {}, maxLength: 256 * 1024 };

/** File names that are always judged, whatever their text. */
export function isAlwaysJudged(path: string): boolean {
  return /\.(?:posting|job)\.md$|\.(?:posting|jobposting)$/i.test(path);
}
