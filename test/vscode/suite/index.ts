import './everywhere.ts';
import './serverProcess.ts';
import './agents.ts';
import { runAll } from './runner.ts';
import { whenSettled } from './settled.ts';

/** What VS Code calls in its extension host. */
export async function run(): Promise<void> {
  await whenSettled();
  await runAll();
}
