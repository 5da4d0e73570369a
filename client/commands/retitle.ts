import {
  type CancellationToken,
  l10n,
  ProgressLocation,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { RetitledPosting, RetitleParams } from '../../shared/protocol.ts';
import { postingFiles } from '../postingFiles.ts';

/** Who knows which titles to change: the language server. */
export interface Judge {
  retitle(params: RetitleParams, token: CancellationToken): Promise<readonly RetitledPosting[]>;
}

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
  const found = await window.withProgress(progress, (report, token) =>
    mislabeledIn(judge, token, (done, all) =>
      report.report({ message: `${done} / ${all}`, increment: 100 / all }),
    ),
  );
  if (found === null) return;
  // Looking takes a while, and nobody is kept from writing on.
  const unchanged = found.filter(({ uri, text }) => (openDocument(uri)?.getText() ?? text) === text);
  const edit = new WorkspaceEdit();
  for (const { uri, postings } of unchanged) collect(edit, uri, postings);
  if (unchanged.length < found.length)
    void window.showWarningMessage(l10n.t('The posting was edited meanwhile and was left as it is.'));
  if (edit.size > 0) await workspace.applyEdit(edit, { isRefactoring: true });
  else if (found.length === 0)
    void window.showInformationMessage(
      l10n.t('Every title fits its duties, as far as can be told for sure.'),
    );
}

/** A file whose titles can be changed. */
interface Mislabeled {
  readonly uri: Uri;
  /** What the changes were found in. */
  readonly text: string;
  readonly postings: readonly RetitledPosting[];
}

const openDocument = (uri: Uri): TextDocument | undefined =>
  workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());

/** Null where it was called off. */
async function mislabeledIn(
  judge: Judge,
  token: CancellationToken,
  report: (done: number, all: number) => void,
): Promise<Mislabeled[] | null> {
  const found: Mislabeled[] = [];
  for await (const { uri, text } of postingFiles(token, report)) {
    const asked = text ?? openDocument(uri)?.getText() ?? '';
    const postings = await judge.retitle({ uri: uri.toString(), text }, token);
    if (postings.length > 0) found.push({ uri, text: asked, postings });
  }
  return token.isCancellationRequested ? null : found;
}

function collect(edit: WorkspaceEdit, uri: Uri, postings: readonly RetitledPosting[]): void {
  for (const { before, after, edits } of postings) {
    const label = l10n.t('Change “{0}” to “{1}”', before, after);
    for (const { range, newText } of edits) {
      const { start, end } = range;
      const place = new Range(start.line, start.character, end.line, end.character);
      edit.replace(uri, place, newText, { label, needsConfirmation: true });
    }
  }
}
