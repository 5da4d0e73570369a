import { Worker } from 'node:worker_threads';
import type { Answer, Task } from './judge.ts';
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
export class JudgeThread {
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
