import * as vscode from 'vscode';
import { processes } from '../support/processes.ts';
import { api, often, open, whenDiagnostics } from './editor.ts';
import { equal, test as always, skip, until } from './runner.ts';

const file = 'community-title-social-duties.md';
const test =
  process.platform === 'linux' ? always : (name: string) => skip(name, 'processes are read from /proc');

/** The server's process: a child of this extension host. */
const serverProcess = (): number | undefined =>
  processes().find(
    ({ command, parent }) => parent === process.pid && command.includes('dist/server/main.mjs'),
  )?.id;

async function kill(): Promise<void> {
  const victim = await until('a server', serverProcess, often);
  process.kill(victim, 'SIGKILL');
  await until('its end', () => serverProcess() !== victim, often);
  await until('the client to notice', () => !api().status().text.includes('manager'), often);
}

test('a killed server comes back with the findings', async () => {
  const { document } = await open(file);
  await whenDiagnostics(document.uri, ['title-mismatch']);
  await until('the verdict', () => api().status().text.includes('manager'), often);
  await kill();
  await until('a new server', serverProcess, often);
  await whenDiagnostics(document.uri, ['title-mismatch']);
});

test('a server that keeps dying is told in the status item, and restarts on request', async () => {
  const { document } = await open(file);
  for (let death = 0; death < 4; death++) {
    await until('the verdict', () => api().status().text === 'Posting Lens: a social media manager', often);
    await kill();
  }
  await until('the problem', () => api().status().text.includes('stopped 5 times'), often);
  equal(api().status().command, 'postingLens.restartServer', 'command of the status item');
  await vscode.commands.executeCommand('postingLens.restartServer');
  await whenDiagnostics(document.uri, ['title-mismatch']);
  await until(
    'the verdict again',
    () => api().status().text === 'Posting Lens: a social media manager',
    often,
  );
});
