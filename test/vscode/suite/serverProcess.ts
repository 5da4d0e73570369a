import * as vscode from 'vscode';
import { randomNumbers } from '../../evaluation/random.ts';
import { processes } from '../support/processes.ts';
import { api, often, open, whenDiagnostics } from './editor.ts';
import { equal, say, test as always, skip, until } from './runner.ts';

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

const seed = Number(process.env['POSTING_LENS_SEED'] ?? Date.now() % 2 ** 31);
say(`servers are killed by seed ${seed}: POSTING_LENS_SEED=${seed} kills them so again`);

/** Deaths that the client lets pass in three minutes; then a user has to restart the server. */
const mostDeaths = 4;
const steps = 24;

/** Lets the extension host do what is due, so many times. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Ends the server that runs, or that is just being started. */
async function killNow(): Promise<void> {
  const victim = await until('a server', serverProcess, often);
  process.kill(victim, 'SIGKILL');
}

for (let round = 0; round < 3; round++)
  test(`unsaved text and findings outlive kills at random moments, ${round + 1}`, async () => {
    const random = randomNumbers(seed + round);
    const below = (limit: number): number => Math.floor(random() * limit);
    await vscode.commands.executeCommand('postingLens.restartServer');
    const { document } = await open(file);
    await whenDiagnostics(document.uri, ['title-mismatch']);
    const saved = document.getText();
    let text = saved;
    let deaths = 0;
    for (let step = 0; step < steps; step++) {
      const dies = deaths < mostDeaths && random() < (2 * mostDeaths) / steps;
      const moment = dies ? below(5) : -1;
      deaths += dies ? 1 : 0;
      if (moment === 0) await killNow();
      await turns(below(60));
      // After the posting, where no word of it is touched.
      const at = saved.length + below(text.length - saved.length + 1);
      const written = '\n We like tea.'.charAt(below(13));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(at), written);
      const applied = vscode.workspace.applyEdit(edit);
      if (moment === 1) await killNow();
      equal(await applied, true, 'the edit');
      text = text.slice(0, at) + written + text.slice(at);
      if (moment === 2) await killNow();
      const asked = vscode.commands.executeCommand(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(0, 4),
      );
      await turns(below(60));
      if (moment === 3) await killNow();
      // Whether there is an answer is not the question, but that somebody waits.
      if (moment === 4) await Promise.all([killNow(), asked]);
      equal(document.getText(), text, 'the text');
    }
    say(`${deaths} deaths in ${steps} steps`);
    equal(document.isDirty, true, 'unsaved');
    await until('the verdict', () => api().status().text === 'Posting Lens: a social media manager', often);
    await whenDiagnostics(document.uri, ['title-mismatch']);
    equal(document.getText(), text, 'the text afterwards');
    equal(document.isDirty, true, 'still unsaved');
    const onDisk = new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
    equal(onDisk, saved, 'the file');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    equal(document.getText(), saved, 'the text as it was saved');
  });
