import {
  type CodeLens,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type InlayHint,
  type Range,
  type SelectionRange,
  SymbolKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Annotation, DocumentPart, Span } from '../../shared/index.ts';
import type { Positions } from './positions.ts';

/** What the core says of a document's parts, in the terms of LSP. */

const symbolKinds: Readonly<Record<DocumentPart['kind'], SymbolKind>> = {
  posting: SymbolKind.Class,
  section: SymbolKind.Namespace,
  duty: SymbolKind.Method,
};

export function toSymbol(part: DocumentPart, document: TextDocument, positions: Positions): DocumentSymbol {
  return {
    kind: symbolKinds[part.kind],
    name: part.name,
    detail: part.detail,
    range: positions.range(document, part.span),
    selectionRange: positions.range(document, part.selection),
    children: part.children.map((child) => toSymbol(child, document, positions)),
  };
}

export function toFolding(spans: readonly Span[], document: TextDocument): FoldingRange[] {
  return spans.flatMap(({ start, end }) => {
    const startLine = document.positionAt(start).line;
    const endLine = document.positionAt(end).line;
    return endLine > startLine ? [{ startLine, endLine, kind: FoldingRangeKind.Region }] : [];
  });
}

export function toHighlights(
  spans: readonly Span[],
  document: TextDocument,
  positions: Positions,
): DocumentHighlight[] {
  return spans.map((span) => ({
    range: positions.range(document, span),
    kind: DocumentHighlightKind.Text,
  }));
}

/** @param spans from the inside out, each within the next */
export function toSelection(
  spans: readonly Span[],
  document: TextDocument,
  positions: Positions,
  at: Range,
): SelectionRange {
  let outer: SelectionRange | undefined;
  for (const span of [...spans].reverse())
    outer = {
      range: positions.range(document, span),
      ...(outer === undefined ? {} : { parent: outer }),
    };
  return outer ?? { range: at };
}

export function toHints(
  annotations: readonly Annotation[],
  document: TextDocument,
  positions: Positions,
): InlayHint[] {
  return annotations.map(({ span, text }) => ({
    position: positions.position(document, span.end),
    label: text,
    // Editors cut long hints short.
    tooltip: text,
    paddingLeft: true,
  }));
}

/** Lenses only tell: their command has no id, so that a click does nothing. */
export function toLenses(
  annotations: readonly Annotation[],
  document: TextDocument,
  positions: Positions,
): CodeLens[] {
  return annotations.map(({ span, text }) => ({
    range: positions.range(document, span),
    command: { title: text, command: '' },
  }));
}
