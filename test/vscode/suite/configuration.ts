import * as vscode from 'vscode';
import { open, ours, setSetting, testWithBuiltIns, uriOf, whenDiagnostics } from './editor.ts';
import { equal, test, until } from './runner.ts';

const name = '.posting-lens.json';
const posting = 'community-title-social-duties.md';

const write = (text: string) => vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
const whenSeverity = (uri: vscode.Uri, severity: vscode.DiagnosticSeverity) =>
  until(
    `severity ${severity}`,
    () => ours(uri)[0]?.severity === severity,
    (wake) => vscode.languages.onDidChangeDiagnostics(wake),
  );

test('a configuration file takes effect when it is made, changed and removed', async () => {
  const { document } = await open(posting);
  await whenDiagnostics(document.uri, ['title-mismatch']);
  await write('{ "rules": { "title-mismatch": "error", /* ours */ }, }');
  await whenSeverity(document.uri, vscode.DiagnosticSeverity.Error);
  await write('{ "exclude": ["*.md"] }');
  await whenDiagnostics(document.uri, []);
  await vscode.workspace.fs.delete(uriOf(name));
  await whenSeverity(document.uri, vscode.DiagnosticSeverity.Warning);
});

testWithBuiltIns(
  'a configuration file is checked by its schema, and by the server for what no schema finds',
  async () => {
    await write('{ // comments and trailing commas are fine\n  "rulez": {},\n  "exclude": ["/a"],\n}');
    const { document } = await open(name);
    const marked = (): string[] =>
      vscode.languages.getDiagnostics(document.uri).map((each) => document.getText(each.range));
    // VS Code has the schema a moment later than the document.
    await until(
      'one mistake from each',
      () => marked().sort().join() === '"/a","rulez"',
      (wake) => vscode.languages.onDidChangeDiagnostics(wake),
    ).catch(() => {
      throw new Error(`marked: ${marked().join(' | ')}`);
    });
    equal(
      ours(document.uri).map((each) => document.getText(each.range)),
      ['"/a"'],
      'ours',
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(uriOf(name));
  },
);

test('the settings of the editor lie under the file, and are explained with it', async () => {
  const { document } = await open(posting);
  const settings = vscode.workspace.getConfiguration('postingLens', document.uri);
  await setSetting(settings, 'rules', { 'title-mismatch': 'hint' });
  await whenSeverity(document.uri, vscode.DiagnosticSeverity.Hint);
  // The diagnostic that the file brings tells that the server knows the file.
  await write('{ "maxLength": 99, "rules": { "title-mismatch": "information" } }');
  await whenSeverity(document.uri, vscode.DiagnosticSeverity.Information);
  await vscode.commands.executeCommand('postingLens.explainConfiguration');
  const text = vscode.window.activeTextEditor?.document.getText() ?? '';
  if (!/^rules\.title-mismatch\.severity +"information" +\.posting-lens\.json:1$/m.test(text))
    throw new Error(text);
  if (!/^maxLength +99 +\.posting-lens\.json:1$/m.test(text)) throw new Error(text);
  await setSetting(settings, 'rules', undefined);
  await vscode.workspace.fs.delete(uriOf(name));
  await whenSeverity(document.uri, vscode.DiagnosticSeverity.Warning);
});
