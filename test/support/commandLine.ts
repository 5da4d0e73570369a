import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { node20 } from './node20.ts';

export const root = path.resolve(import.meta.dirname, '../..');
export const program = path.join(root, 'dist/cli/posting-lens.mjs');
export const fixture = (name: string): string => readFileSync(path.join(root, 'test', name), 'utf8');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. */
export function execute(
  command: string,
  args: readonly string[],
  { cwd, input = '', env = {} }: { cwd: string; input?: string; env?: NodeJS.ProcessEnv },
): Promise<Ran> {
  const child = spawn(command, args, { cwd, env: { ...process.env, NO_COLOR: '1', ...env } });
  const out = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (out.stderr += chunk));
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, ...out })));
}

/** A folder for a test, and the shipped command line in it. */
export class Folder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'posting lens '));

  at(name: string): string {
    return path.join(this.path, name);
  }

  write(name: string, content: string | Uint8Array): string {
    const file = this.at(name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  read(name: string): string {
    return readFileSync(this.at(name), 'utf8');
  }

  run(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<Ran> {
    return execute(node20, [program, ...args], { cwd: this.path, input, env });
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
