import * as vscode from 'vscode';
import { api, often, open, testWithBuiltIns } from './editor.ts';
import { equal, test, until } from './runner.ts';

const file = 'community-title-social-duties.md';

testWithBuiltIns('the link of a diagnostic opens the rule’s page, rendered', async () => {
  await vscode.commands.executeCommand('vscode.open', api().rulePage('title-mismatch'));
  const input = await until(
    'the page',
    () => {
      const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return shown instanceof vscode.TabInputCustom ? shown : undefined;
    },
    (wake) => vscode.window.tabGroups.onDidChangeTabs(wake),
  );
  equal(input.viewType, 'vscode.markdown.preview.editor', 'editor of the page');
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
});

test('the status item tells the verdict, and the reason for silence', async () => {
  await open(file);
  await until('the verdict', () => api().status().text === 'Posting Lens: a social media manager', often);
  await open('no-posting.md');
  await until(
    'the reason',
    () => api().status().text === 'Posting Lens: Nothing in the text speaks of a job.',
    often,
  );
});
