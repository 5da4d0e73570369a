import { severities, type Severity } from '../../shared/index.ts';
import { FailedRules } from '../failedRules.ts';
import type { Notes } from './judge.ts';
import type { CheckOptions } from './options.ts';
import { complain } from './output.ts';
import type { Progress } from './progress.ts';

/** Whether a finding of that severity fails a run. */
export const fails = (severity: Severity, failOn: CheckOptions['failOn']): boolean =>
  failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn);

/** What a run comes to: findings are counted, and what went wrong is told, each thing once. */
export class Outcome {
  readonly #options: Pick<CheckOptions, 'failOn' | 'maxWarnings'>;
  readonly #told = new Set<string>();
  readonly #failedRules = new FailedRules();
  readonly #progress: Progress;
  #atOrAbove = 0;
  #warnings = 0;

  constructor(options: Pick<CheckOptions, 'failOn' | 'maxWarnings'>, progress: Progress) {
    this.#options = options;
    this.#progress = progress;
  }

  /** Something could not be read or used: the run goes on, and ends with 2. */
  readonly problem = (message: string): void => {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    this.#progress.clear();
    complain(message);
  };

  /** Tells what came up: of a rule that failed once, though each thread tells of it. */
  tell({ complaints, failures }: Notes): void {
    complaints.forEach(this.problem);
    for (const failure of failures)
      this.#failedRules.tellNew({ failures: [failure] }, (rule, error) =>
        this.problem(`the rule ${rule} failed in ${failure.where} and was skipped: ${error}`),
      );
  }

  /** @param found the severity of each finding */
  count(found: readonly Severity[]): void {
    const { failOn } = this.#options;
    this.#warnings += found.filter((severity) => severity === 'warning').length;
    this.#atOrAbove += found.filter((severity) => fails(severity, failOn)).length;
  }

  /** The exit code: 0 nothing at or above `--fail-on`, 1 findings, 2 a problem. */
  get code(): number {
    const { maxWarnings } = this.#options;
    if (this.#told.size > 0) return 2;
    return this.#atOrAbove > 0 || (maxWarnings !== undefined && this.#warnings > maxWarnings) ? 1 : 0;
  }
}
