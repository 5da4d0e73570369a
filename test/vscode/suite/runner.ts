/** A few lines of test runner: it runs in every extension host, the web worker's too, so it uses nothing of Node. */
type Test = readonly [name: string, run: () => Promise<void> | void];

const tests: Test[] = [];
const skipped: string[] = [];
const limit = 30_000;

/** Prints a line that launchers know as ours among what VS Code itself prints. */
export function say(text: string): void {
  console.log(`[tests] ${text}`);
}

export function test(name: string, run: () => Promise<void> | void): void {
  tests.push([name, run]);
}

/** Says that a test cannot be run here, and why. */
export function skip(name: string, reason: string): void {
  skipped.push(`SKIPPED: ${name}: ${reason}`);
}

/** @throws when the values differ, with both in the message */
export function equal(actual: unknown, expected: unknown, what = 'value'): void {
  const [is, want] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== want) throw new Error(`${what} is ${is}, expected ${want}`);
}

/** Waits until `look` finds something; events wake it, a deadline ends it. */
export function until<T>(
  what: string,
  look: () => T | undefined | false | null,
  onChange: (wake: () => void) => { dispose(): unknown },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => end(() => reject(new Error(`waited in vain for ${what}`))), limit - 2000);
    const subscription = onChange(() => wake());
    const end = (finish: () => void): void => {
      clearTimeout(late);
      subscription.dispose();
      finish();
    };
    const wake = (): void => {
      const found = look();
      if (found !== undefined && found !== null && found !== false) end(() => resolve(found));
    };
    wake();
  });
}

/** Runs all tests in order. @throws at the end when one failed */
export async function runAll(): Promise<void> {
  let failed = 0;
  for (const [name, run] of tests) {
    const begun = performance.now();
    let late: ReturnType<typeof setTimeout> | undefined;
    try {
      const deadline = new Promise<never>((_, reject) => {
        late = setTimeout(() => reject(new Error(`took longer than ${limit} ms`)), limit);
      });
      await Promise.race([run(), deadline]);
      say(`ok - ${name} (${Math.round(performance.now() - begun)} ms)`);
    } catch (error) {
      failed += 1;
      say(`not ok - ${name}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      clearTimeout(late);
    }
  }
  skipped.forEach(say);
  say(`${tests.length - failed} passed, ${failed} failed, ${skipped.length} skipped`);
  if (failed > 0) throw new Error(`${failed} extension tests failed.`);
}
