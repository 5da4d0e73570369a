import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, overlaps } from '../../shared/index.ts';
import { findingsOf, toDiagnostic } from './diagnostics.ts';
import type { Positions } from './positions.ts';

/** The fixes of all findings at a range, each with its edits made ready for the document's version. */
export function codeActions(
  params: CodeActionParams,
  document: TextDocument,
  analysis: Analysis,
  positions: Positions,
  rulePages: string | undefined,
): CodeAction[] {
  const only = params.context.only;
  const wanted = only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
  if (!wanted) return [];
  const start = positions.offset(document, params.range.start);
  const end = positions.offset(document, params.range.end);
  return findingsOf(analysis)
    .filter(({ span }) =>
      overlaps({ start, end: Math.max(end, start + 1) }, { start: span.start, end: span.end + 1 }),
    )
    .flatMap((finding) =>
      finding.fixes.map((fix) => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        isPreferred: fix.preferred,
        diagnostics: [toDiagnostic(finding, document, positions, rulePages)],
        edit: {
          documentChanges: [
            {
              textDocument: { uri: document.uri, version: document.version },
              edits: fix.edits.map((edit) => ({
                range: positions.range(document, edit.span),
                newText: edit.newText,
              })),
            },
          ],
        },
      })),
    );
}

/** The same actions for clients that cannot take versioned changes. */
export function withPlainChanges(actions: readonly CodeAction[]): CodeAction[] {
  return actions.map((action) => {
    const [change] = action.edit?.documentChanges ?? [];
    if (change === undefined || !('textDocument' in change)) return action;
    const edits = change.edits.flatMap((edit) =>
      'newText' in edit ? [{ range: edit.range, newText: edit.newText }] : [],
    );
    return { ...action, edit: { changes: { [change.textDocument.uri]: edits } } };
  });
}
