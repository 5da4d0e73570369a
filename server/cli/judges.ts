import { availableParallelism } from 'node:os';
import type { Answer, Judge, Task } from './judge.ts';
import type { JudgeThread } from './judgeThread.ts';
import type { CheckOptions } from './options.ts';

/** A thread takes about as long to start as it takes to judge this much: UTF-16 units of lines, or files. */
const startsPayOff = { size: 2 ** 20, files: 60 };
/** A thread that has as many files as this does not run dry while one is judged here. */
const enough = 2;

/** Judges here as long as there is little to do, and then on all cores. */
export class Judges {
  readonly #options: CheckOptions;
  readonly #here: Judge;
  readonly #cores = availableParallelism();
  #threads: readonly JudgeThread[] = [];
  #started = false;
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
    // A file is judged here, too, where all threads are busy. Lines come in parcels that would hold up those that follow.
    const isFile = task.kind === 'file';
    if (this.#cores > 1 && this.#work > 1 && !this.#started) {
      this.#started = true;
      // Most runs start none, and load nothing for them.
      const { JudgeThread } = await import('./judgeThread.ts');
      const count = isFile ? this.#cores - 1 : this.#cores;
      this.#threads = Array.from({ length: count }, () => new JudgeThread(this.#options));
    }
    const most = isFile ? enough : Infinity;
    // What threads have done meanwhile is delivered first.
    if (this.#started && this.#idlest(most) === undefined)
      await new Promise((resolve) => setImmediate(resolve));
    const thread = this.#idlest(most);
    if (thread === undefined) return this.#here.answer(task);
    // A thread that has ended, for want of memory, takes nothing with it: what it had is done here.
    return thread.answer(task).catch(() => this.#here.answer(task));
  }

  /** The thread that has least to do, and less than `most`. */
  #idlest(most: number): JudgeThread | undefined {
    const ready = this.#threads.filter(({ hasFailed, busy }) => !hasFailed && busy < most);
    return ready.sort((a, b) => a.busy - b.busy)[0];
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }
}

/** How much of what pays off a task is. */
function workOf(task: Task): number {
  if (task.kind === 'file') return 1 / startsPayOff.files;
  const size = task.lines.reduce((sum, line) => sum + ('text' in line ? line.text.length : 0), 0);
  return size / startsPayOff.size;
}
