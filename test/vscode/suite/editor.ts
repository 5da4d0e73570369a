import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../client/api.ts';
import { skip, test, until } from './runner.ts';

/** Opens a sample and shows it. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  return vscode.window.showTextDocument(document);
}

/** Our diagnostics of a document. */
export const ours = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'posting-lens');
/** Their rules. */
export const codes = (uri: vscode.Uri): string[] =>
  ours(uri).map(({ code }) => (typeof code === 'object' ? String(code.value) : String(code)));
/** Waits until a document has just these. */
export const whenDiagnostics = (uri: vscode.Uri, expected: readonly string[]): Promise<true> =>
  until(
    `diagnostics ${expected.join(', ')} (there are ${codes(uri).join(', ')})`,
    () => codes(uri).join() === expected.join(),
    (wake) => vscode.languages.onDidChangeDiagnostics(wake),
  );

/** What the extension tells its tests. */
export function api(): ExtensionApi {
  const extension = vscode.extensions.getExtension<ExtensionApi>('posting-lens.posting-lens');
  if (extension === undefined) throw new Error('The extension is not installed.');
  return extension.exports;
}

/** Wakes a wait a few times a second: processes and views send no events. */
export const often = (wake: () => void) => {
  const timer = setInterval(wake, 50);
  return { dispose: () => clearInterval(timer) };
};

/** A file of the first folder. */
export function uriOf(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** VS Code for the Web: no remote, and this is its web worker. */
export const inWebWorker = vscode.env.uiKind === vscode.UIKind.Web && vscode.env.remoteName === undefined;

/** A test that needs VS Code's own Markdown or JSON extension, which its server from npm brings for Node only. */
export const testWithBuiltIns = inWebWorker
  ? (name: string) => skip(name, 'this build has VS Code’s Markdown and JSON extensions for Node only')
  : test;

/** Sets a setting of the workspace; undefined takes it away. VS Code refuses while the file of the last one is unsaved. */
export async function setSetting(
  settings: vscode.WorkspaceConfiguration,
  name: string,
  value: unknown,
): Promise<void> {
  const set = () => settings.update(name, value, vscode.ConfigurationTarget.Workspace);
  try {
    await set();
  } catch {
    await vscode.workspace.saveAll();
    await set();
  }
}
