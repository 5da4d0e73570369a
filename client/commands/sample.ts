import { window, workspace } from 'vscode';
import { sample } from '../../shared/taxonomy/sample.ts';

/** Opens a sample posting, unsaved: to try the extension on, without a folder. */
export async function openSample(): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'markdown', content: sample });
  await window.showTextDocument(document);
}
