import { TestRunner } from 'vitest';

/** Loads no more test files after a test has failed: a mutant dies once. */
export default class extends TestRunner {
  #failed = false;

  override onAfterRunTask(test: Parameters<TestRunner['onAfterRunTask']>[0]): void {
    this.#failed ||= test.result?.state === 'fail';
    super.onAfterRunTask(test);
  }

  override importFile(...file: Parameters<TestRunner['importFile']>): unknown {
    return this.#failed ? undefined : super.importFile(...file);
  }
}
