import {
  type CancellationToken,
  l10n,
  ProgressLocation,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { RetitledPosting, RetitleParams } from '../../shared/protocol.ts';
import { sniff } from '../../shared/sniff.ts';
import { extensions, isCandidate, namedPosting } from '../selector.ts';

/** Who knows which titles to change: the language server. */
export interface Judge {
  retitle(params: RetitleParams, token: CancellationToken): Promise<readonly RetitledPosting[]>;
}

/** Folders of other people's files, and of what builds make. */
const elsewhere = '**/{node_modules,bower_components,vendor,.git,.hg,.svn,dist,out,build,target}/**';

/** Files beyond this are no postings; in bytes. */
const mostBytes = 1024 * 1024;

/**
 * Changes the titles of all postings, open or in the workspace's folders, whose duties surely describe another job, each
 * after a look: VS Code shows the changes and waits.
 */
export async function retitle(judge: Judge): Promise<void> {
  const progress = {
    location: ProgressLocation.Notification,
    title: l10n.t('Looking for mislabeled postings'),
    cancellable: true,
  };
  const edit = await window.withProgress(progress, (report, token) =>
    editsOf(judge, token, (done, all) =>
      report.report({ message: `${done} / ${all}`, increment: 100 / all }),
    ),
  );
  if (edit === null) return;
  if (edit.size > 0) await workspace.applyEdit(edit, { isRefactoring: true });
  else
    void window.showInformationMessage(
      l10n.t('Every title fits its duties, as far as can be told for sure.'),
    );
}

/** Null where it was called off. */
async function editsOf(
  judge: Judge,
  token: CancellationToken,
  report: (done: number, all: number) => void,
): Promise<WorkspaceEdit | null> {
  const edit = new WorkspaceEdit();
  const open = new Map(
    workspace.textDocuments.filter(isCandidate).map((document) => [document.uri.toString(), document]),
  );
  const found = await workspace.findFiles(`**/*.{${extensions.join(',')}}`, elsewhere, undefined, token);
  const uris = new Set([...open.keys(), ...found.map((uri) => uri.toString())]);
  let done = 0;
  for (const uri of uris) {
    if (token.isCancellationRequested) return null;
    const text = open.has(uri) ? null : await readPosting(Uri.parse(uri));
    if (text !== undefined) collect(edit, uri, await judge.retitle({ uri, text }, token));
    report(++done, uris.size);
  }
  return token.isCancellationRequested ? null : edit;
}

/** The text of a file that may be a posting. */
async function readPosting(uri: Uri): Promise<string | undefined> {
  try {
    if ((await workspace.fs.stat(uri)).size > mostBytes) return undefined;
    const text = await workspace.decode(await workspace.fs.readFile(uri), { uri });
    const ending = uri.path.slice(uri.path.lastIndexOf('.') + 1);
    return namedPosting.test(uri.path) || sniff(text, ending) ? text : undefined;
  } catch {
    // Gone meanwhile, not ours to read, or no text.
    return undefined;
  }
}

function collect(edit: WorkspaceEdit, uri: string, postings: readonly RetitledPosting[]): void {
  for (const { before, after, edits } of postings) {
    const label = l10n.t('Change “{0}” to “{1}”', before, after);
    for (const { range, newText } of edits) {
      const { start, end } = range;
      const place = new Range(start.line, start.character, end.line, end.character);
      edit.replace(Uri.parse(uri), place, newText, { label, needsConfirmation: true });
    }
  }
}
