import { commands, l10n, type QuickPickItem, window } from 'vscode';

interface Choice extends QuickPickItem {
  readonly command: string;
}

/** What can be done from the status item, in the order in which people want it. */
export async function showStatusMenu(text: string, detail: string): Promise<void> {
  const choices: Choice[] = [
    {
      label: `$(person) ${l10n.t('Show the role profile')}`,
      detail: l10n.t('Which job the duties describe, what decides, what is missing'),
      command: 'postingLens.showProfile',
    },
    {
      label: `$(settings-gear) ${l10n.t('Explain the configuration')}`,
      detail: l10n.t('Every setting for this document and where it comes from'),
      command: 'postingLens.explainConfiguration',
    },
    {
      label: `$(refresh) ${l10n.t('Restart the language server')}`,
      command: 'postingLens.restartServer',
    },
    {
      label: `$(output) ${l10n.t('Show the log')}`,
      command: 'postingLens.showLog',
    },
  ];
  const picked = await window.showQuickPick(choices, {
    title: text,
    placeHolder: detail === '' ? l10n.t('What would you like to do?') : detail,
  });
  if (picked !== undefined) await commands.executeCommand(picked.command);
}
