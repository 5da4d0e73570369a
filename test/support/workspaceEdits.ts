import type { AnnotatedTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Encoding, Positions } from '../../server/lsp/positions.ts';
import { applyEdits } from '../../shared/index.ts';

/** Texts by URI. */
export type Files = ReadonlyMap<string, string>;

function edited(text: string, edits: readonly (TextEdit | AnnotatedTextEdit)[], encoding: Encoding): string {
  const document = TextDocument.create('', '', 0, text);
  const positions = new Positions(encoding);
  const made = edits.map(({ range, newText }) => ({
    span: { start: positions.offset(document, range.start), end: positions.offset(document, range.end) },
    newText,
  }));
  return applyEdits(text, made);
}

/**
 * Makes a change as a strict client would, part by part.
 * @throws where a file is made or named that is there, or one is changed that is not
 */
export function applyWorkspaceEdit(files: Files, edit: WorkspaceEdit, encoding: Encoding = 'utf-16'): Files {
  const result = new Map(files);
  const change = (uri: string, edits: readonly (TextEdit | AnnotatedTextEdit)[]): void => {
    const text = result.get(uri);
    if (text === undefined) throw new Error(`${uri} is changed and is not there.`);
    result.set(uri, edited(text, edits, encoding));
  };
  const make = (uri: string, text: string): void => {
    if (result.has(uri)) throw new Error(`${uri} is there already.`);
    result.set(uri, text);
  };
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) change(uri, edits);
  for (const part of edit.documentChanges ?? []) {
    if (!('kind' in part))
      change(
        part.textDocument.uri,
        part.edits.flatMap((each) => ('newText' in each ? [each] : [])),
      );
    else if (part.kind === 'create') make(part.uri, '');
    else if (part.kind === 'rename') {
      make(part.newUri, result.get(part.oldUri) ?? '');
      result.delete(part.oldUri);
    } else throw new Error('Nothing of ours deletes files.');
  }
  return result;
}
