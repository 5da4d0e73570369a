import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A large npm package that is fetched when it is first needed, and not with `npm ci`. */
export interface LargePackage {
  readonly name: string;
  readonly version: string;
  /** For people who wait. */
  readonly size: string;
  /** Folders inside that need their own dependencies, relative to the package. */
  readonly installIn: readonly string[];
}

/** Downloads land here; git-ignored, kept between runs, shared with @vscode/test-electron. */
export const cacheFolder = path.resolve(import.meta.dirname, '../../../.vscode-test');

function npm(args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', [...args, '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ${args.join(' ')} ended with ${String(code)}.`));
    });
  });
}

/** Says every few seconds that a download goes on. */
async function withProgress(what: string, work: () => Promise<void>): Promise<void> {
  const start = Date.now();
  const say = (text: string) => process.stderr.write(`${what}: ${text}\n`);
  say('fetching from npm …');
  const timer = setInterval(
    () => say(`still at it after ${Math.round((Date.now() - start) / 1000)} s …`),
    10_000,
  );
  try {
    await work();
    say(`here after ${Math.round((Date.now() - start) / 1000)} s.`);
  } finally {
    clearInterval(timer);
  }
}

/**
 * The folder of a large package, fetched first if it is not in the cache. It is put together in a temporary folder and
 * moved when whole, so an interrupted download leaves nothing that looks finished.
 */
export async function ensurePackage(large: LargePackage): Promise<string> {
  const home = path.join(cacheFolder, `${large.name.replace(/\W+/g, '-')}-${large.version}`);
  const folder = path.join(home, 'node_modules', large.name);
  const stamp = path.join(home, 'complete');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === large.version) return folder;
  const making = `${home}.${process.pid}.part`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  writeFileSync(path.join(making, 'package.json'), '{ "private": true }\n');
  await withProgress(`${large.name} ${large.version} (${large.size})`, async () => {
    await npm(['install', `${large.name}@${large.version}`], making);
    for (const inner of large.installIn)
      await npm(['install', '--omit=dev'], path.join(making, 'node_modules', large.name, inner));
  });
  writeFileSync(path.join(making, 'complete'), large.version);
  rmSync(home, { recursive: true, force: true });
  renameSync(making, home);
  return folder;
}
