import {
  type CodeAction,
  commands,
  l10n,
  type QuickPickItem,
  Range,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { quickFixKind } from '../../shared/protocol.ts';

interface Choice extends QuickPickItem {
  readonly action: CodeAction;
}

/** What can be done about the findings of a document, of some kinds of our quick fixes. */
async function actionsIn({ document }: TextEditor, purposes: readonly string[]): Promise<CodeAction[]> {
  const whole = new Range(document.positionAt(0), document.positionAt(document.getText().length));
  const all = await Promise.all(
    purposes.map((purpose) =>
      commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        whole,
        `${quickFixKind}.${purpose}`,
      ),
    ),
  );
  return all.flat();
}

/** Lists what the light bulb offers anywhere in the document, and does what is chosen. */
async function choose(purposes: readonly string[], title: string): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const choices = (await actionsIn(editor, purposes)).map((action): Choice => {
    const [diagnostic] = action.diagnostics ?? [];
    const line = diagnostic === undefined ? '' : l10n.t('line {0}', diagnostic.range.start.line + 1);
    return { label: action.title, description: line, detail: diagnostic?.message ?? '', action };
  });
  if (choices.length === 0) {
    void window.showInformationMessage(l10n.t('There is nothing of this kind to do in this document.'));
    return;
  }
  const picked = await window.showQuickPick(choices, {
    title,
    matchOnDetail: true,
    matchOnDescription: true,
  });
  if (picked?.action.edit !== undefined) await workspace.applyEdit(picked.action.edit);
}

/** Fixes a finding of the document, whichever rule found it. */
export const fixFinding = (): Promise<void> => choose(['fix', 'rename'], l10n.t('Fix a finding'));

/** Ignores a finding by a comment, or in formats that have none by the configuration. */
export const ignoreFinding = (): Promise<void> =>
  choose(['ignore-line', 'ignore-file'], l10n.t('Ignore a finding'));

/** Changes the level of a rule that found something. */
export const changeLevel = (): Promise<void> => choose(['level'], l10n.t('Change the level of a rule'));
