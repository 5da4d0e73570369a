import * as vscode from 'vscode';
import { open, ours, whenDiagnostics } from './editor.ts';
import { equal, test, until } from './runner.ts';

const name = '.posting-lens.json';
const posting = 'community-title-social-duties.md';

function uriOf(file: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, file);
}
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

test('a configuration file is checked by its schema, and by the server for what no schema finds', async () => {
  await write('{ // comments and trailing commas are fine\n  "rulez": {},\n  "exclude": ["/a"],\n}');
  const { document } = await open(name);
  const all = () => vscode.languages.getDiagnostics(document.uri);
  await until(
    'both',
    () => all().length >= 2,
    (wake) => vscode.languages.onDidChangeDiagnostics(wake),
  );
  equal(
    ours(document.uri).map((each) => document.getText(each.range)),
    ['"/a"'],
    'ours',
  );
  const theirs = all().filter(({ source }) => source !== 'posting-lens');
  equal(
    theirs.map((each) => document.getText(each.range)),
    ['"rulez"'],
    'by the schema',
  );
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await vscode.workspace.fs.delete(uriOf(name));
});

test('the settings of the editor lie under the file, and are explained with it', async () => {
  const { document } = await open(posting);
  const settings = vscode.workspace.getConfiguration('postingLens', document.uri);
  await settings.update('rules', { 'title-mismatch': 'hint' }, vscode.ConfigurationTarget.Workspace);
  await whenSeverity(document.uri, vscode.DiagnosticSeverity.Hint);
  await write('{ "maxLength": 99 }');
  const explain = async (): Promise<string> => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('postingLens.explainConfiguration');
    return vscode.window.activeTextEditor?.document.getText() ?? '';
  };
  let text = '';
  for (let turn = 0; turn < 50 && !text.includes('99'); turn++) text = await explain();
  if (!/^rules\.title-mismatch\.severity +"hint" +the settings$/m.test(text)) throw new Error(text);
  if (!/^maxLength +99 +\.posting-lens\.json:1$/m.test(text)) throw new Error(text);
  await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
  await vscode.workspace.fs.delete(uriOf(name));
  await whenSeverity(document.uri, vscode.DiagnosticSeverity.Warning);
});
