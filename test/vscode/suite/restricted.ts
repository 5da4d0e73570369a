import * as vscode from 'vscode';
import { ours } from './editor.ts';
import { equal, runAll, test, until } from './runner.ts';
import { whenSettled } from './settled.ts';

const posting = 'community-title-social-duties.md';

test('without trust a mislabeled posting is found, by the configuration of its own folder', async () => {
  equal(vscode.workspace.isTrusted, false, 'trust');
  const folders = vscode.workspace.workspaceFolders ?? [];
  equal(folders.length, 2, 'folders');
  const { Warning, Error: Wrong } = vscode.DiagnosticSeverity;
  for (const [index, severity] of [Warning, Wrong].entries()) {
    const folder = folders[index]?.uri ?? vscode.Uri.file('/');
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, posting));
    await vscode.window.showTextDocument(document);
    await until(
      `severity ${severity}`,
      () => ours(document.uri)[0]?.severity === severity,
      (wake) => vscode.languages.onDidChangeDiagnostics(wake),
    );
    equal(ours(document.uri).length, 1, 'findings');
  }
});

/** What VS Code calls in the extension host of a window without trust. */
export async function run(): Promise<void> {
  await whenSettled();
  await runAll();
}
