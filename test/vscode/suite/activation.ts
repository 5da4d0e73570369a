import * as vscode from 'vscode';
import { api } from './editor.ts';
import { equal, say, test } from './runner.ts';

test('nothing runs before a posting is open', async () => {
  const extension = vscode.extensions.getExtension('posting-lens.posting-lens');
  // VS Code itself may show a plain text early, which activates us; what counts is that nothing more is loaded.
  say(`active at start-up: ${String(extension?.isActive)}`);
  const plain = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: '# Tea\n\nPour, wait, drink.\n',
  });
  await vscode.window.showTextDocument(plain);
  await extension?.activate();
  say(`our own activation took ${api().activationTime.toFixed(1)} ms`);
  equal(api().isRunning(), false, 'server for a document that is no posting');
});
