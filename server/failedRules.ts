import type { Analysis } from '../shared/index.ts';

/** Tells of rules that failed: of each once, however many documents it fails in. */
export class FailedRules {
  readonly #told = new Set<string>();

  /** @param tell what to do with a failure that was not told before */
  tellNew({ failures }: Pick<Analysis, 'failures'>, tell: (rule: string, error: string) => void): void {
    for (const { rule, error } of failures) {
      if (this.#told.has(rule)) continue;
      this.#told.add(rule);
      tell(rule, error);
    }
  }
}
