/**
 * Measures how long the shipped command line takes for one posting, beside a Node that does nothing, on the Node of the
 * toolchain and on the oldest that is supported, where the machine has it. Runs take turns, so that what else the machine
 * does meets both; the medians count.
 *
 *   npm run bench:cold-start
 */
import { spawnSync } from 'node:child_process';
import { node20 } from '../support/node20.ts';

const rounds = 15;
const posting = 'test/fixtures/postings/right.md';

/** Milliseconds that a program takes. */
function time(program: string, args: readonly string[]): number {
  const begun = performance.now();
  const { status } = spawnSync(program, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}.`);
  return performance.now() - begun;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

for (const node of new Set([process.execPath, node20])) {
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const check = ['dist/cli/posting-lens.mjs', 'check', posting];
  // The first run fills Node's compile cache, where it has one.
  time(node, check);
  const pairs = Array.from({ length: rounds }, () => [time(node, ['-e', '0']), time(node, check)] as const);
  const nothing = median(pairs.map(([first]) => first));
  const whole = median(pairs.map(([, second]) => second));
  console.log(
    `${version}: ${whole.toFixed(0)} ms for one posting, ${nothing.toFixed(0)} ms for nothing: ${(whole / nothing).toFixed(1)} times`,
  );
}
