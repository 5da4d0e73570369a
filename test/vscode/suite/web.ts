import './everywhere.ts';
import './folders.ts';
import './serverWorker.ts';
import { runAll } from './runner.ts';
import { openSamples } from './samples.ts';

/** What VS Code calls in its web worker. */
export async function run(): Promise<void> {
  await openSamples();
  await runAll();
}
