import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

function major(program: string): number {
  try {
    return Number(/^v(\d+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))?.[1]);
  } catch {
    return 0;
  }
}

/**
 * The Node that shipped programs are tested on: a Node 20 of the machine, else the toolchain's own, with a line that
 * says so.
 */
function find(): string {
  const named = process.env['POSTING_LENS_NODE20'];
  const found = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => path.join(folder, process.platform === 'win32' ? 'node.exe' : 'node'))
    .concat(named === undefined ? [] : [named])
    .find((program) => existsSync(program) && major(program) === 20);
  if (found === undefined)
    console.warn(`No Node 20 on this machine: shipped programs are tested on ${process.version}.`);
  return found ?? process.execPath;
}

export const node20 = find();
