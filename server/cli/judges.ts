import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answer, Judge, Task } from './judge.ts';
import type { CheckOptions } from './options.ts';

/** What is passed to a worker and comes back. */
export interface Order {
  readonly number: number;
  readonly task: Task;
}
export interface Delivery {
  readonly number: number;
  readonly answer: Answer;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** A judge on a thread of its own. */
class JudgeThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;
  #hasFailed = false;

  constructor(options: CheckOptions) {
    this.#worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      workerData: options,
      // What a text leaves behind is short-lived. Tight limits make a thread clean up early, so that many stay within
      // little memory; a document that needs more is judged on the main thread.
      resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 96 },
    });
    this.#worker.on('message', ({ number, answer }: Delivery) => {
      this.#waiting.get(number)?.resolve(answer);
      this.#waiting.delete(number);
    });
    this.#worker.on('error', (error) =>
      this.#fail(error instanceof Error ? error : new Error(String(error))),
    );
    // It may end without a word, too; nobody must wait for it then.
    this.#worker.on('exit', (code) => this.#fail(new Error(`A thread ended with ${code}.`)));
  }

  #fail(error: Error): void {
    this.#hasFailed = true;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  get busy(): number {
    return this.#waiting.size;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  answer(task: Task): Promise<Answer> {
    const number = this.#count++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#worker.postMessage({ number, task } satisfies Order);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

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
