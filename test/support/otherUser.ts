import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { program } from './commandLine.ts';
import { node20 } from './node20.ts';

/** Root may read and write everything, so it lets nobody ask. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const user = isRoot ? { uid: nobody, gid: nobody } : {};

/** Whether a user who may not do everything can start the program here. */
export const canAsk = spawnSync(node20, [program, '--version'], user).status === 0;
if (!canAsk) console.warn('SKIPPED: another user cannot start the program here; nothing is forbidden to us.');

/** Makes a file or folder that other user's own. */
export function handOver(file: string): void {
  if (isRoot) chownSync(file, nobody, nobody);
}

/** Runs the shipped command line as a user who may not do everything. */
export function runAsOther(
  args: readonly string[],
  cwd: string,
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(node20, [program, ...args], { ...user, cwd, encoding: 'utf8' });
}
