import * as vscode from 'vscode';
import { ours, uriOf } from './editor.ts';
import { test, until } from './runner.ts';

const posting = 'community-title-social-duties.md';

const whenSeverity = (uri: vscode.Uri, severity: vscode.DiagnosticSeverity) =>
  until(
    `severity ${severity} in ${uri.toString()}`,
    () => ours(uri)[0]?.severity === severity,
    (wake) => vscode.languages.onDidChangeDiagnostics(wake),
  );

test('each folder has its own configuration', async () => {
  const first = uriOf(posting);
  const folder = vscode.Uri.joinPath(first, '../../other');
  const second = vscode.Uri.joinPath(folder, posting);
  await vscode.workspace.fs.copy(first, second);
  const configuration = '{ "extends": ["./team.json"] }';
  const team = '{ "rules": { "title-mismatch": "error" } }';
  for (const [name, text] of [
    ['.posting-lens.json', configuration],
    ['team.json', team],
  ] as const)
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
  const opened = new Promise((resolve) => vscode.workspace.onDidChangeWorkspaceFolders(resolve));
  vscode.workspace.updateWorkspaceFolders(1, 0, { uri: folder });
  await opened;
  for (const uri of [first, second])
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  await whenSeverity(second, vscode.DiagnosticSeverity.Error);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(first));
  await whenSeverity(first, vscode.DiagnosticSeverity.Warning);
  vscode.workspace.updateWorkspaceFolders(1, 1);
});
