import './everywhere.ts';
import './serverProcess.ts';
import './agents.ts';
import { runAll } from './runner.ts';

/** What VS Code calls in its extension host. */
export function run(): Promise<void> {
  return runAll();
}
