import type { Result } from '../../result.ts';
import type { Reporter } from './reporter.ts';

/** One object with all results, written piece by piece so that nothing is kept. */
export class JsonReporter implements Reporter {
  #count = 0;

  result(result: Result): string {
    const before = this.#count++ === 0 ? '{"version":1,"results":[' : ',';
    return before + JSON.stringify(result);
  }

  end(): string {
    return this.#count === 0 ? '{"version":1,"results":[]}\n' : ']}\n';
  }
}
