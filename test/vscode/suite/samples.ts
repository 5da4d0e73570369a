import * as vscode from 'vscode';

/** Name to text, put in by the bundler. */
declare const TEST_SAMPLES: Readonly<Record<string, string>>;

/** Makes and opens the folder of samples, in the memory of the page. */
export async function openSamples(): Promise<void> {
  const uri = vscode.Uri.from({ scheme: 'tmp', path: '/samples' });
  for (const [name, text] of Object.entries(TEST_SAMPLES))
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(uri, name), new TextEncoder().encode(text));
  const opened = new Promise((resolve) => vscode.workspace.onDidChangeWorkspaceFolders(resolve));
  vscode.workspace.updateWorkspaceFolders(0, 0, { uri });
  await opened;
}
