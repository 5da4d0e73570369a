import { type Profiler, Session } from 'node:inspector';

const oneStep = (): void => undefined;

/**
 * Counts steps: calls of functions, of ours and of the libraries', as the engine itself counts them for coverage. The same
 * work makes the same number on every machine, however busy it is. Not counted are turns of a loop that calls nothing, and
 * what a regular expression does inside; for what hangs in one of those there is the watchdog.
 */
export class Steps {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#post('Profiler.enable');
    this.#post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    const taken = this.of(() => {
      for (let call = 0; call < 1000; call++) oneStep();
    });
    // An engine that counted otherwise would let everything pass.
    if (taken < 1000) throw new Error(`a thousand calls were counted as ${taken}`);
  }

  /** How many steps something takes. */
  of(work: () => void): number {
    this.#take();
    work();
    return this.#take();
  }

  end(): void {
    this.#session.disconnect();
  }

  /** The steps since the last time. */
  #take(): number {
    const taken = this.#post('Profiler.takePreciseCoverage') as Profiler.TakePreciseCoverageReturnType;
    let steps = 0;
    for (const { functions } of taken.result)
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    return steps;
  }

  /** The engine answers before this returns, since it is in the same thread. */
  #post(method: string, params: object = {}): unknown {
    let answer: unknown;
    this.#session.post(method, params, (error, result) => {
      if (error !== null) throw new Error(error.message);
      answer = result;
    });
    return answer;
  }
}
