import * as vscode from 'vscode';
import { api, open, ours, whenDiagnostics } from './editor.ts';
import { equal, say, test } from './runner.ts';

const file = 'community-title-social-duties.md';

test('a mislabeled posting brings the diagnostic once, with deciding statements and a page', async () => {
  const begun = performance.now();
  const { document } = await open(file);
  const shown = performance.now();
  await whenDiagnostics(document.uri, ['title-mismatch']);
  say(
    `first diagnostic ${Math.round(performance.now() - shown)} ms after the editor was shown; VS Code took ${Math.round(shown - begun)} ms to show it, in which the server started`,
  );
  say(`the server answered ${(api().serverTime() ?? NaN).toFixed(0)} ms after it was first needed`);
  const [diagnostic] = ours(document.uri);
  equal(diagnostic?.severity, vscode.DiagnosticSeverity.Warning, 'severity');
  equal(document.getText(diagnostic?.range), 'Senior Community Manager (m/f/d)', 'range');
  equal(diagnostic?.relatedInformation?.length, 5, 'related information');
  const code = diagnostic?.code;
  if (typeof code !== 'object') throw new Error('The code has no link.');
  equal(code.target.toString(), 'posting-lens-docs:/title-mismatch.md', 'link');
  const page = await vscode.workspace.openTextDocument(code.target);
  equal(page.lineAt(0).text, '# title-mismatch', 'page');
});

test('the hover tells what the article says of the phrase', async () => {
  const { document } = await open(file);
  const at = document.positionAt(document.getText().indexOf('captions'));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    at,
  );
  const text = hovers
    .flatMap(({ contents }) =>
      contents.map((each) => (each instanceof vscode.MarkdownString ? each.value : '')),
    )
    .join('\n');
  if (!text.includes('a responsibility of the social media manager'))
    throw new Error(`The hover says: ${text}`);
  if (!text.includes('Rachel Happe')) throw new Error('The hover does not cite the article.');
});

test('the quick fix cures it, undo brings it back', async () => {
  const { document } = await open(file);
  await whenDiagnostics(document.uri, ['title-mismatch']);
  const [diagnostic] = ours(document.uri);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic?.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const [preferred] = actions.filter(({ isPreferred }) => isPreferred === true);
  equal(preferred?.title, 'Change the title to “Senior Social Media Manager (m/f/d)”', 'preferred fix');
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || diagnostic === undefined) throw new Error('No editor.');
  editor.selection = new vscode.Selection(diagnostic.range.start, diagnostic.range.start);
  await vscode.commands.executeCommand('editor.action.autoFix');
  await whenDiagnostics(document.uri, []);
  if (!document.getText().includes('# Senior Social Media Manager (m/f/d)'))
    throw new Error('The heading was not changed.');
  await vscode.commands.executeCommand('undo');
  await whenDiagnostics(document.uri, ['title-mismatch']);
  if (document.isDirty) await vscode.commands.executeCommand('workbench.action.files.revert');
});

test('the other samples bring what they should', async () => {
  const expected: readonly (readonly [string, readonly string[]])[] = [
    ['social-title-community-duties.txt', ['title-mismatch']],
    ['two-jobs.md', ['two-jobs']],
    ['another-field.md', ['other-field']],
    ['right-title.posting.md', []],
    ['no-posting.md', []],
  ];
  for (const [name, rules] of expected) {
    const { document } = await open(name);
    await whenDiagnostics(document.uri, rules);
  }
});

test('a job-posting file has its language and is judged', async () => {
  const document = await vscode.workspace.openTextDocument({
    language: 'job-posting',
    content:
      '# Community Manager\n\n## Duties\n\n- Write captions for Instagram\n- Film short videos for TikTok\n- Reply to comments and messages\n',
  });
  await vscode.window.showTextDocument(document);
  await whenDiagnostics(document.uri, ['title-mismatch']);
});
