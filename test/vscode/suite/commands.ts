import * as vscode from 'vscode';
import { open, whenDiagnostics } from './editor.ts';
import { equal, test, until } from './runner.ts';

/** A sample under another name, which is gone after the test; a name that sorts first comes first in previews. */
async function withCopy(
  sample: string,
  name: string,
  run: (document: vscode.TextDocument) => Promise<void>,
): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('No folder is open.');
  const [from, to] = [sample, name].map((each) => vscode.Uri.joinPath(folder.uri, each));
  if (from === undefined || to === undefined) return;
  await vscode.workspace.fs.copy(from, to, { overwrite: true });
  try {
    await run((await open(name)).document);
  } finally {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(to);
  }
}

/** Chooses all changes of the first file in VS Code's preview, where none is chosen at first, and makes them. */
async function applyPreview(): Promise<void> {
  const inPreview = async (...names: string[]): Promise<void> => {
    for (const name of ['refactorPreview.focus', 'list.focusFirst', ...names])
      await vscode.commands.executeCommand(name);
  };
  const isShown = (tab: vscode.Tab): boolean => tab.label.startsWith('Refactor Preview');
  // The list tells nobody when it is there; when it is, choosing a row opens an editor.
  await until(
    'the preview of changes',
    () => vscode.window.tabGroups.all.some((group) => group.tabs.some(isShown)),
    (wake) => {
      const timer = setInterval(() => void inPreview('list.select').then(wake, wake), 500);
      return { dispose: () => clearInterval(timer) };
    },
  );
  await inPreview('refactorPreview.toggleCheckedState', 'refactorPreview.apply');
}

test('a command retitles mislabeled postings after a look at the changes', () =>
  withCopy('community-title-social-duties.md', 'a-copy.md', async (document) => {
    const run = vscode.commands.executeCommand('postingLens.retitle');
    await applyPreview();
    await run;
    await whenDiagnostics(document.uri, []);
    equal(document.getText().match(/Social Media Manager/g)?.length, 3, 'places that name the job');
  }));
