import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensurePackage } from './packages.ts';

/** VS Code's own server, as a package of npm carries it: VS Code 1.139 with a Node extension host. */
const codeServer = {
  name: 'code-server',
  version: '4.139.1',
  size: 'about 170 MB',
  installIn: ['lib/vscode'],
};

export interface ServerOptions {
  /** Lets the page load an extension under development and its tests. */
  readonly development: boolean;
  /** Opens folders as trusted, without asking. */
  readonly trusted: boolean;
  /** User settings beside those that keep the window quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly port?: number;
  /** Where extensions are installed; else a folder of its own without any. */
  readonly extensions?: string;
}

export interface VsCodeServer {
  readonly port: number;
  readonly process: number;
  /** The last lines that the server printed. */
  readonly log: () => string;
  /** Tells the tests in its extension host that VS Code's page has settled. */
  settled(): void;
  stop(): void;
}

/** A quiet window: no welcome, no chat, nothing that asks. */
export const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  // In a browser VS Code saves by itself; nothing here is saved that nobody asked to save.
  'files.autoSave': 'off',
  'window.commandCenter': false,
};

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function whenListening(child: ChildProcess, log: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`VS Code's server did not start:\n${log()}`)), 60_000);
    child.stdout?.on('data', () => {
      if (!log().includes('Extension host agent listening')) return;
      clearTimeout(late);
      resolve();
    });
    child.on('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`VS Code's server ended with ${String(code)}:\n${log()}`));
    });
  });
}

const program = (folder: string): string => path.join(folder, 'lib/vscode/out/server-main.js');

/**
 * Installs, lists or removes extensions, as `code --install-extension` does.
 * @param extensions the folder they are installed in
 * @returns what VS Code prints
 */
export async function manageExtensions(extensions: string, ...args: string[]): Promise<string> {
  const server = program(await ensurePackage(codeServer));
  const places = ['--extensions-dir', extensions, '--server-data-dir', path.join(extensions, '.data')];
  const { stdout } = await promisify(execFile)(process.execPath, [server, ...places, ...args]);
  return stdout;
}

/** Starts VS Code's server on the loopback address, with a data folder of its own that goes when it stops. */
export async function startVsCodeServer(options: ServerOptions): Promise<VsCodeServer> {
  const folder = await ensurePackage(codeServer);
  const data = mkdtempSync(path.join(tmpdir(), 'posting-lens-vscode-'));
  // The user's settings: those of the machine do not reach what belongs to the application, telemetry among it.
  const user = path.join(data, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...quiet, ...options.settings }));
  const settledFile = path.join(data, 'settled');
  const port = options.port ?? (await freePort());
  const child = spawn(
    process.execPath,
    [
      program(folder),
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--server-data-dir', data, '--extensions-dir', options.extensions ?? path.join(data, 'extensions')],
      ...(options.development ? ['--enable-smoke-test-driver'] : []),
      ...(options.trusted ? ['--disable-workspace-trust'] : []),
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { ...process.env, POSTING_LENS_SETTLED: settledFile },
    },
  );
  let text = '';
  const log = () => text.slice(-4000);
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  let stopped = false;
  const stop = (): void => {
    if (stopped) return;
    stopped = true;
    try {
      // The extension host is a child of its own: the whole group goes.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has gone already.
    }
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  };
  process.on('exit', stop);
  await whenListening(child, log);
  const settled = (): void => writeFileSync(settledFile, '');
  return { port, process: child.pid ?? 0, log, settled, stop };
}
