import './activation.ts';
import './commands.ts';
import './configuration.ts';
import './mislabeled.ts';
import './server.ts';
import './views.ts';
import './agents.ts';
import { runAll } from './runner.ts';

/** What VS Code calls in its extension host. */
export function run(): Promise<void> {
  return runAll();
}
