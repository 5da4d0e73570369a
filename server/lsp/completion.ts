import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { completionsAt, formatByLanguage, formatByPath, worded } from '../../shared/index.ts';
import type { Positions } from './positions.ts';

/** What opens a comment, a name or the next one. */
export const completionTriggers: string[] = ['-', '<', '#', ' '];

/** What may be written at a position; empty outside of suppression comments. */
export function completionItems(
  document: TextDocument,
  position: Position,
  positions: Positions,
): CompletionItem[] {
  const format = formatByLanguage(document.languageId) ?? formatByPath(document.uri);
  if (format === undefined) return [];
  const offset = positions.offset(document, position);
  return (completionsAt(document.getText(), format, offset) ?? []).map(({ kind, text, span, detail }) => ({
    label: text,
    kind: kind === 'rule' ? CompletionItemKind.Value : CompletionItemKind.Keyword,
    detail: worded(detail),
    textEdit: { range: positions.range(document, span), newText: text },
  }));
}
