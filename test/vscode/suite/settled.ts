import { existsSync } from 'node:fs';
import { often } from './editor.ts';
import { until } from './runner.ts';

/** Waits until the page of VS Code's server has settled, which the launcher tells by a file; a desktop VS Code tells nothing. */
export async function whenSettled(): Promise<void> {
  const file = process.env['POSTING_LENS_SETTLED'];
  if (file !== undefined) await until('VS Code to settle', () => existsSync(file), often);
}
