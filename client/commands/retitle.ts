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
  for await (const { uri, text } of postingFiles(token, report)) {
    const params = { uri: uri.toString(), text };
    collect(edit, params.uri, await judge.retitle(params, token));
  }
  return token.isCancellationRequested ? null : edit;
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
