import * as vscode from 'vscode';
import { api, often, open, whenDiagnostics } from './editor.ts';
import { equal, test, until } from './runner.ts';

const file = 'community-title-social-duties.md';

/** Has the launcher serve the script of the language server whole, not at all, or with an end that throws. */
async function serve(how: 'whole' | 'missing' | 'dying'): Promise<void> {
  const extension = vscode.extensions.getExtension('posting-lens.posting-lens');
  if (extension === undefined) throw new Error('The extension is not installed.');
  const address = vscode.Uri.joinPath(extension.extensionUri, 'serve', how).toString(true);
  const answer = await fetch(address);
  equal(await answer.text(), how, 'answer of the launcher');
}

const whenVerdict = () =>
  until('the verdict', () => api().status().text === 'Posting Lens: a social media manager', often);

for (const how of ['missing', 'dying'] as const)
  test(`a worker that is ${how} is told in the status item, and comes back on request`, async () => {
    const { document } = await open(file);
    await whenVerdict();
    await serve(how);
    try {
      await vscode.commands.executeCommand('postingLens.restartServer').then(undefined, () => undefined);
      await until('the problem', () => api().status().text.includes('stopped 5 times'), often);
      equal(api().status().command, 'postingLens.restartServer', 'command of the status item');
    } finally {
      await serve('whole');
    }
    await vscode.commands.executeCommand('postingLens.restartServer');
    await whenDiagnostics(document.uri, ['title-mismatch']);
    await whenVerdict();
  });
