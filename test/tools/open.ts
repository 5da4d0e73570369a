import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { canDownloadVsCode, hasDisplay, onServerPlatform } from '../vscode/support/means.ts';
import { startVsCodeServer } from '../vscode/support/vscodeServer.ts';
import { workbenchUrl } from '../vscode/support/workbench.ts';

const root = path.resolve(import.meta.dirname, '../..');

function onPath(program: string): boolean {
  const { status } = spawnSync(program, ['--version'], {
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** Runs a desktop VS Code until it, or the person, ends. */
function desktop(program: string, folder: string): Promise<void> {
  const child = spawn(program, ['--new-window', '--wait', `--extensionDevelopmentPath=${root}`, folder], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => child.on('exit', () => resolve()));
}

/** VS Code's server at a loopback address, in the person's own browser, until Ctrl-C. */
async function inBrowser(folder: string): Promise<void> {
  const server = await startVsCodeServer({ development: true, trusted: true });
  const url = workbenchUrl({ port: server.port, folder, extensionDevelopmentPath: root });
  console.log(`\nVS Code with Posting Lens is at\n\n  ${url}\n\nCtrl-C ends it.`);
  if (hasDisplay() && onPath('xdg-open'))
    spawn('xdg-open', [url], { stdio: 'ignore', detached: true }).unref();
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  server.stop();
}

/** Opens a VS Code with the extension on a folder, by the best way that this machine has. */
export async function openVsCode(folder: string): Promise<void> {
  if (hasDisplay() && onPath('code')) return desktop('code', folder);
  if (hasDisplay() && (await canDownloadVsCode()))
    return desktop(await downloadAndUnzipVSCode('stable'), folder);
  if (onServerPlatform()) return inBrowser(folder);
  console.log(
    'No VS Code can be had here: no `code` on the PATH, no download, and its server from npm is for Linux x64.',
  );
}
