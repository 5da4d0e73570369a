import { Worker } from 'node:worker_threads';

/** Far above what a round takes on a slow machine: what takes longer hangs. */
const patience = 5 * 60_000;

const source = `
const { parentPort } = require('node:worker_threads');
let timer;
parentPort.on('message', (name) => {
  clearTimeout(timer);
  if (name === null) return parentPort.close();
  timer = setTimeout(() => {
    require('node:fs').writeSync(2, 'HANGS: ' + name + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }, ${patience});
});`;

/**
 * Ends the process where a round does not end: the budget in steps (`steps.ts`) is looked at when the work is done, and this
 * is for work that never is. A loop that spins leaves nobody else in its own thread to say so.
 */
export function watch(): { begin(name: string): void; end(): void } {
  const worker = new Worker(source, { eval: true });
  return {
    begin: (name) => {
      worker.postMessage(name);
    },
    end: () => {
      worker.postMessage(null);
    },
  };
}
