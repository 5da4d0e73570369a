import './translated.ts';
import { runAll } from './runner.ts';
import { openSamples } from './samples.ts';

/** What VS Code calls in the web worker of a page that speaks another language. */
export async function run(): Promise<void> {
  await openSamples();
  await runAll();
}
