import * as vscode from 'vscode';
import { api, often, open, ours, setSetting, testWithBuiltIns, uriOf, whenDiagnostics } from './editor.ts';
import { equal, test, until } from './runner.ts';

const labels = (): string[] =>
  api()
    .profile()
    .rows.map(({ label }) => label);

/** Waits for the profile of the open document. */
const whenProfile = (first: string): Promise<true> =>
  until(`the profile “${first}” (it shows ${labels().join(', ')})`, () => labels()[0] === first, often);

test('the role profile shows both roles of the open posting, and follows the keystroke in place', async () => {
  const { document } = await open('two-jobs.md');
  await whenDiagnostics(document.uri, ['two-jobs']);
  await vscode.commands.executeCommand('postingLens.showProfile');
  await whenProfile('Two jobs in one');
  const before = api().profile().rows;
  equal(before.filter(({ id }) => /^0\/[\w-]+$/.test(id)).length > 3, true, 'rows');
  const duty = document.getText().indexOf('- Welcome new members');
  const edit = new vscode.WorkspaceEdit();
  const at = document.positionAt(duty);
  edit.insert(document.uri, at, '- Film a weekly video for our TikTok channel\n');
  await vscode.workspace.applyEdit(edit);
  const count = (): string =>
    api()
      .profile()
      .rows.find(({ id }) => id.endsWith('/social-media'))?.tooltip ?? '';
  const known = before.find(({ id }) => id.endsWith('/social-media'))?.tooltip ?? '';
  await until('the new duty', () => count() !== known, often);
  const ids = new Set(
    api()
      .profile()
      .rows.map(({ id }) => id),
  );
  for (const { id } of before) equal(ids.has(id) || id.endsWith('/turn'), true, `the row ${id} is kept`);
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
});

test('the role profile follows a change of the configuration', async () => {
  const { document } = await open('two-jobs.md');
  await vscode.commands.executeCommand('postingLens.showProfile');
  await whenProfile('Two jobs in one');
  await vscode.window.showTextDocument(document);
  const settings = vscode.workspace.getConfiguration('postingLens', document.uri);
  await setSetting(settings, 'exclude', ['two-jobs.md']);
  await until('an empty profile', () => labels().length === 0, often);
  await setSetting(settings, 'exclude', undefined);
  await whenProfile('Two jobs in one');
});

test('the role profile says why it is empty', async () => {
  await open('no-posting.md');
  await until('the reason', () => api().profile().message.includes('Nothing in the text'), often);
});

test('symbols, folding, highlights and selection ranges are those of the posting', async () => {
  const { document } = await open('right-title.posting.md');
  await whenDiagnostics(document.uri, []);
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const names = (all: readonly vscode.DocumentSymbol[]): string[] =>
    all.flatMap(({ name, detail, children }) => [`${name} ${detail}`, ...names(children)]);
  equal(
    names(symbols).some((name) => name.includes('community: Welcoming members')),
    true,
    'a duty with its role',
  );
  const place = document.positionAt(document.getText().indexOf('Welcome new members') + 3);
  const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
    'vscode.executeDocumentHighlights',
    document.uri,
    place,
  );
  equal(highlights.length >= 5, true, 'statements of the role');
});

test('all postings are checked: Problems and a report', async () => {
  // It ends when the report is shown, which some hosts cannot do.
  void vscode.commands.executeCommand('postingLens.checkAll');
  await whenDiagnostics(uriOf('social-title-community-duties.txt'), ['title-mismatch']);
  const isReport = ({ uri }: vscode.TextDocument): boolean => uri.scheme === 'posting-lens-report';
  const address = vscode.Uri.from({ scheme: 'posting-lens-report', path: '/Postings.md' });
  let report: vscode.TextDocument | undefined;
  await until(
    'the report',
    () => report !== undefined && report.getText() !== '',
    (wake) => {
      const look = async (): Promise<void> => {
        report ??= vscode.workspace.textDocuments.find(isReport);
        report ??= await vscode.workspace.openTextDocument(address).then(undefined, () => undefined);
        wake();
      };
      const timer = setInterval(() => void look(), 200);
      return { dispose: () => clearInterval(timer) };
    },
  );
  const text = report?.getText() ?? '';
  equal(/^# Postings of /.test(text), true, 'heading of the report');
  equal(text.includes('social-title-community-duties'), true, 'a posting of the report');
});

test('problems of files that were checked go when a folder is renamed or deleted', async () => {
  const name = 'social-title-community-duties.txt';
  const folders = ['to-be-renamed', 'to-be-deleted', 'renamed'].map((folder) => uriOf(folder));
  const files = folders.map((folder) => vscode.Uri.joinPath(folder, name));
  const [renamed, deleted, target] = folders as [vscode.Uri, vscode.Uri, vscode.Uri];
  for (const file of files.slice(0, 2)) await vscode.workspace.fs.copy(uriOf(name), file);
  void vscode.commands.executeCommand('postingLens.checkAll');
  for (const file of files.slice(0, 2)) await whenDiagnostics(file, ['title-mismatch']);
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(renamed, target);
  edit.deleteFile(deleted, { recursive: true });
  equal(await vscode.workspace.applyEdit(edit), true, 'the change of the folders');
  for (const file of files) await whenDiagnostics(file, []);
  equal(ours(uriOf(name)).length, 1, 'problems of a file that stayed');
  await vscode.workspace.fs.delete(target, { recursive: true });
});

testWithBuiltIns('the report is shown rendered', async () => {
  const input = await until(
    'the report',
    () => {
      const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return shown instanceof vscode.TabInputCustom && shown.uri.scheme === 'posting-lens-report'
        ? shown
        : undefined;
    },
    (wake) => vscode.window.tabGroups.onDidChangeTabs(wake),
  );
  equal(input.uri.path, '/Postings.md', 'report');
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
});

test('the sample needs no folder', async () => {
  await vscode.commands.executeCommand('postingLens.openSample');
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) throw new Error('No editor.');
  await until(
    'a finding',
    () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .some(({ code }) => typeof code === 'object' && code.value === 'title-mismatch'),
    (wake) => vscode.languages.onDidChangeDiagnostics(wake),
  );
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
});

test('every command of the palette is there', async () => {
  const extension = vscode.extensions.getExtension('posting-lens.posting-lens');
  const manifest = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
  const all = new Set(await vscode.commands.getCommands(true));
  for (const { command } of manifest.contributes.commands) equal(all.has(command), true, command);
});
