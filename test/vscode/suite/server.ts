import * as vscode from 'vscode';
import { processes } from '../support/processes.ts';
import { api, open, whenDiagnostics } from './editor.ts';
import { equal, test, until } from './runner.ts';

const file = 'community-title-social-duties.md';

/** The server's process: a child of this extension host. */
const serverProcess = (): number | undefined =>
  processes().find(
    ({ command, parent }) => parent === process.pid && command.includes('dist/server/main.mjs'),
  )?.id;

/** Wakes a wait a few times a second: processes send no events. */
const often = (wake: () => void) => {
  const timer = setInterval(wake, 50);
  return { dispose: () => clearInterval(timer) };
};

async function kill(): Promise<void> {
  const victim = await until('a server', serverProcess, often);
  process.kill(victim, 'SIGKILL');
  await until('its end', () => serverProcess() !== victim, often);
  await until('the client to notice', () => !api().status().text.includes('manager'), often);
}

test('the link of a diagnostic opens the rule’s page, rendered', async () => {
  await vscode.commands.executeCommand('vscode.open', api().rulePage('title-mismatch'));
  const input = await until(
    'the page',
    () => {
      const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return shown instanceof vscode.TabInputCustom ? shown : undefined;
    },
    (wake) => vscode.window.tabGroups.onDidChangeTabs(wake),
  );
  equal(input.viewType, 'vscode.markdown.preview.editor', 'editor of the page');
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
});

test('the status item tells the verdict, and the reason for silence', async () => {
  await open(file);
  await until('the verdict', () => api().status().text === 'Posting Lens: a social media manager', often);
  await open('no-posting.md');
  await until(
    'the reason',
    () => api().status().text === 'Posting Lens: Nothing in the text speaks of a job.',
    often,
  );
});

if (process.platform === 'linux') {
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
}
