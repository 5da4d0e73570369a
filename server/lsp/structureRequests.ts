import type { Connection, ServerCapabilities, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Analysis,
  foldableSpans,
  highlightsAt,
  overlaps,
  type PostingLens,
  selectionSpans,
} from '../../shared/index.ts';
import { profileRequest, type ProfileRequest, type ProfileResult } from '../../shared/protocol.ts';
import type { Positions } from './positions.ts';
import { ProfileWriter } from './profile.ts';
import { toFolding, toHighlights, toHints, toLenses, toSelection, toSymbol } from './structure.ts';

/** What requests about a document's parts need to know. */
export interface StructureServices {
  readonly documents: TextDocuments<TextDocument>;
  readonly positions: () => Positions;
  readonly analysisOf: (document: TextDocument) => Analysis | null;
  readonly lensOf: (document: TextDocument) => PostingLens;
  /** Whether the reader wants lenses, and hints, in a document. */
  readonly shows: (document: TextDocument) => { readonly codeLens: boolean; readonly inlayHints: boolean };
}

export const structureCapabilities: ServerCapabilities = {
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentHighlightProvider: true,
  selectionRangeProvider: true,
  codeLensProvider: {},
  inlayHintProvider: true,
};

interface Open {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly lens: PostingLens;
}

/** Registers the requests about a document's parts: symbols, folding, highlights, selection, lenses, hints, profile. */
export function registerStructure(connection: Connection, services: StructureServices): void {
  const { documents } = services;
  const open = (uri: string): Open | null => {
    const document = documents.get(uri);
    const analysis = document === undefined ? null : services.analysisOf(document);
    return document === undefined || analysis === null
      ? null
      : { document, analysis, lens: services.lensOf(document) };
  };

  connection.onDocumentSymbol(({ textDocument }) => {
    const found = open(textDocument.uri);
    if (found === null) return [];
    const parts = found.lens.parts(found.analysis);
    return parts.map((part) => toSymbol(part, found.document, services.positions()));
  });
  connection.onFoldingRanges(({ textDocument }) => {
    const found = open(textDocument.uri);
    return found === null ? [] : toFolding(foldableSpans(found.analysis), found.document);
  });
  connection.onDocumentHighlight(({ textDocument, position }) => {
    const found = open(textDocument.uri);
    if (found === null) return [];
    const at = services.positions().offset(found.document, position);
    return toHighlights(highlightsAt(found.analysis, at), found.document, services.positions());
  });
  connection.onSelectionRanges(({ textDocument, positions }) => {
    const found = open(textDocument.uri);
    if (found === null) return null;
    return positions.map((position) => {
      const spans = selectionSpans(found.analysis, services.positions().offset(found.document, position));
      const here = { start: position, end: position };
      return toSelection(spans, found.document, services.positions(), here);
    });
  });
  connection.onCodeLens(({ textDocument }) => {
    const found = open(textDocument.uri);
    if (found === null || !services.shows(found.document).codeLens) return [];
    const { analysis, document, lens } = found;
    const all = [...lens.titleAnnotations(analysis), ...lens.dutyAnnotations(analysis)];
    return toLenses(all, document, services.positions());
  });
  connection.languages.inlayHint.on(({ textDocument, range }) => {
    const found = open(textDocument.uri);
    if (found === null || !services.shows(found.document).inlayHints) return [];
    const { analysis, document, lens } = found;
    const positions = services.positions();
    const seen = {
      start: positions.offset(document, range.start),
      end: positions.offset(document, range.end),
    };
    const here = lens.dutyAnnotations(analysis).filter(({ span }) => overlaps(span, seen));
    return toHints(here, document, positions);
  });
  connection.onRequest(profileRequest, ({ uri }: ProfileRequest): ProfileResult | null => {
    const found = open(uri);
    if (found === null) return null;
    const { analysis, document, lens } = found;
    return new ProfileWriter(document, services.positions(), lens.taxonomy).result(analysis, lens);
  });
}
