import * as vscode from 'vscode';
import { open, ours, setSetting, uriOf, whenDiagnostics } from './editor.ts';
import { equal, test, until } from './runner.ts';

/** Waits until a file is there: VS Code makes the parts of a change one after the other. */
function whenThere(name: string): Promise<boolean> {
  let there = false;
  return until(
    name,
    () => there,
    (wake) => {
      const look = async (): Promise<void> => {
        there ||= await vscode.workspace.fs.stat(uriOf(name)).then(
          () => true,
          () => false,
        );
        wake();
      };
      const timer = setInterval(() => void look(), 200);
      return { dispose: () => clearInterval(timer) };
    },
  );
}

/** Opens a file that is gone after the test. */
async function withExisting(
  name: string,
  run: (document: vscode.TextDocument) => Promise<void>,
): Promise<void> {
  await whenThere(name);
  try {
    await run((await open(name)).document);
  } finally {
    await open(name);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(uriOf(name));
  }
}

/** A sample under another name, gone after the test; a name that sorts first comes first in previews. */
async function withCopy(
  sample: string,
  name: string,
  run: (document: vscode.TextDocument) => Promise<void>,
): Promise<void> {
  await vscode.workspace.fs.copy(uriOf(sample), uriOf(name), { overwrite: true });
  await withExisting(name, run);
}

/** Chooses the first row of VS Code's preview, which is not chosen yet, and makes the change. */
async function applyPreview(): Promise<void> {
  const inPreview = async (...names: string[]): Promise<void> => {
    for (const name of ['refactorPreview.focus', 'list.focusFirst', ...names])
      await vscode.commands.executeCommand(name);
  };
  const isShown = (tab: vscode.Tab): boolean => tab.label.startsWith('Refactor Preview');
  // The list tells nobody when it is there; when it is, choosing a row opens an editor.
  await until(
    'the preview of changes',
    () => vscode.window.tabGroups.all.some((group) => group.tabs.some(isShown)),
    (wake) => {
      const timer = setInterval(() => void inPreview('list.select').then(wake, wake), 500);
      return { dispose: () => clearInterval(timer) };
    },
  );
  await inPreview('refactorPreview.toggleCheckedState', 'refactorPreview.apply');
  // An editor in it would still be the one that commands are for.
  await until(
    'the preview to be gone',
    () => !vscode.window.tabGroups.all.some((group) => group.tabs.some(isShown)),
    (wake) => vscode.window.tabGroups.onDidChangeTabs(wake),
  );
}

test('a command retitles mislabeled postings after a look at the changes', () =>
  withCopy('community-title-social-duties.md', 'a-title.md', async (document) => {
    const run = vscode.commands.executeCommand('postingLens.retitle');
    await applyPreview();
    await run;
    await whenDiagnostics(document.uri, []);
    equal(document.getText().match(/Social Media Manager/g)?.length, 3, 'places that name the job');
  }));

/** Makes the change of a finding's preferred fix, without the editor's menu, which goes with whatever has the focus. */
async function applyPreferred({ uri }: vscode.TextDocument): Promise<void> {
  const [diagnostic] = ours(uri);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    diagnostic?.range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
  const preferred = actions.find(({ isPreferred }) => isPreferred === true);
  if (preferred?.edit === undefined)
    throw new Error(`No preferred fix among: ${actions.map(({ title }) => title).join(', ')}`);
  equal(await vscode.workspace.applyEdit(preferred.edit), true, 'change made');
}

test('a split makes the second file, and neither has the finding then', () =>
  withCopy('two-jobs.md', 'a-split.md', async (document) => {
    await whenDiagnostics(document.uri, ['two-jobs']);
    await applyPreferred(document);
    await whenDiagnostics(document.uri, []);
    await withExisting('a-split-social-media.md', async (second) => {
      equal(second.lineAt(0).text, '# Social Media Manager', 'title of the second posting');
      await whenDiagnostics(second.uri, []);
    });
  }));

test('saving makes the safe fixes where people want that', () =>
  withCopy('community-title-social-duties.md', 'a-save.md', async (document) => {
    const settings = vscode.workspace.getConfiguration('editor', document.uri);
    const set = (value: unknown) => setSetting(settings, 'codeActionsOnSave', value);
    await set({ 'source.fixAll.posting-lens': 'explicit' });
    try {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, document.lineAt(1).range, 'title: "Sr. community manager (m/f/d)"');
      await vscode.workspace.applyEdit(edit);
      await whenDiagnostics(document.uri, ['title-mismatch']);
      await document.save();
      equal(document.lineAt(1).text, 'title: "Senior Community Manager (m/f/d)"', 'title after saving');
      equal(document.isDirty, false, 'unsaved');
    } finally {
      await set(undefined);
    }
  }));

test('a command makes the safe fixes of a document', () =>
  withCopy('community-title-social-duties.md', 'a-fix.md', async (document) => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, document.lineAt(1).range, 'title: "senior  community manager (m/f/d)"');
    await vscode.workspace.applyEdit(edit);
    await whenDiagnostics(document.uri, ['title-mismatch']);
    await vscode.commands.executeCommand('postingLens.fixAll');
    await until(
      'the title in its right form',
      () => document.lineAt(1).text === 'title: "Senior Community Manager (m/f/d)"',
      (wake) => vscode.workspace.onDidChangeTextDocument(wake),
    );
  }));
