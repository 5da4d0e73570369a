import './translated.ts';
import { runAll } from './runner.ts';
import { whenSettled } from './settled.ts';

/** What VS Code calls in the extension host of a window that speaks another language. */
export async function run(): Promise<void> {
  await whenSettled();
  await runAll();
}
