import { parentPort, workerData } from 'node:worker_threads';
import { Judge } from './judge.ts';
import type { Delivery, Order } from './judgeThread.ts';
import type { CheckOptions } from './options.ts';

// Standard output belongs to the main thread alone: what is judged here goes back to it.
const judge = new Judge(workerData as CheckOptions);

async function deliver({ number, task }: Order): Promise<void> {
  parentPort?.postMessage({ number, answer: await judge.answer(task) } satisfies Delivery);
}

// What is thrown ends the thread, and the main thread hears of it.
parentPort?.on('message', (order: Order) => void deliver(order));
