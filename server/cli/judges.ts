import { availableParallelism } from 'node:os';
import type { Answer, Judge, Task } from './judge.ts';
import type { JudgeThread } from './judgeThread.ts';
import type { CheckOptions } from './options.ts';

/** A thread takes about as long to start as it takes to judge this much: UTF-16 units of lines, or files. */
const startsPayOff = { size: 2 ** 20, files: 150 };

/** Judges here as long as there is little to do, and then on all cores. */
export class Judges {
  readonly #options: CheckOptions;
  readonly #here: Judge;
  readonly #cores = availableParallelism();
  #threads: Promise<readonly JudgeThread[]> | null = null;
  /** What is known of the work, in what starting the threads costs. */
  #work: number;

  /**
   * @param here judges on this thread
   * @param size of all lines in bytes, where it is known beforehand: a long dump then need not begin on one core
   */
  constructor(options: CheckOptions, here: Judge, size: number | null = null) {
    this.#options = options;
    this.#here = here;
    this.#work = (size ?? 0) / startsPayOff.size;
  }

  /** As many tasks as keep every core busy. */
  get most(): number {
    return this.#cores * 3;
  }

  async answer(task: Task): Promise<Answer> {
    this.#work += workOf(task);
    if (this.#cores > 1 && this.#work > 1) this.#threads ??= this.#start();
    const threads = (await this.#threads) ?? [];
    const [first, ...others] = threads.filter(({ hasFailed }) => !hasFailed);
    if (first === undefined) return this.#here.answer(task);
    const idlest = others.reduce((best, each) => (each.busy < best.busy ? each : best), first);
    // A thread that has ended, for want of memory, takes nothing with it: what it had is done here.
    return idlest.answer(task).catch(() => this.#here.answer(task));
  }

  /** Most runs start none, and load nothing for them. */
  async #start(): Promise<readonly JudgeThread[]> {
    const { JudgeThread } = await import('./judgeThread.ts');
    return Array.from({ length: this.#cores }, () => new JudgeThread(this.#options));
  }

  async end(): Promise<void> {
    const threads = (await this.#threads) ?? [];
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

/** How much of what pays off a task is. */
function workOf(task: Task): number {
  if (task.kind === 'file') return 1 / startsPayOff.files;
  const size = task.lines.reduce((sum, line) => sum + ('text' in line ? line.text.length : 0), 0);
  return size / startsPayOff.size;
}
