import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Analysis,
  completionsAt,
  type PostingLens,
  worded,
  type WritingCompletion,
} from '../../shared/index.ts';
import { formatOf } from './documents.ts';
import type { Positions } from './positions.ts';

/** What opens a comment, a name or the next one. */
export const completionTriggers: string[] = ['-', '<', '#', ' '];

export interface CompletionContext {
  readonly document: TextDocument;
  /** Null where the document was not read. */
  readonly analysis: Analysis | null;
  readonly lens: PostingLens;
  readonly position: Position;
  readonly positions: Positions;
}

const kinds: Readonly<Record<WritingCompletion['kind'], CompletionItemKind>> = {
  duty: CompletionItemKind.Text,
  heading: CompletionItemKind.Struct,
  key: CompletionItemKind.Property,
};

/** What may be written at a position: in a suppression comment, else in a posting's lists, headings and head. */
export function completionItems({
  document,
  analysis,
  lens,
  position,
  positions,
}: CompletionContext): CompletionItem[] {
  const format = formatOf(document);
  if (format === undefined) return [];
  const offset = positions.offset(document, position);
  const inComment = completionsAt(document.getText(), format, offset);
  if (inComment !== null)
    return inComment.map(({ kind, text, span, detail }) => ({
      label: text,
      kind: kind === 'rule' ? CompletionItemKind.Value : CompletionItemKind.Keyword,
      detail: worded(detail, lens.interfaceLanguage),
      textEdit: { range: positions.range(document, span), newText: text },
    }));
  if (analysis === null) return [];
  return lens.writingCompletions(analysis, format, offset).map((each) => ({
    label: each.label,
    kind: kinds[each.kind],
    detail: each.detail,
    ...(each.explanation === '' ? {} : { documentation: each.explanation }),
    sortText: String(each.order).padStart(3, '0'),
    textEdit: { range: positions.range(document, each.span), newText: each.newText },
  }));
}
