import type { Connection, ServerCapabilities, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Analysis,
  type DocumentConfiguration,
  type InterfaceLanguage,
  foldableSpans,
  highlightsAt,
  overlaps,
  rules,
  selectionSpans,
} from '../../shared/index.ts';
import { profileRequest, type ProfileRequest, type ProfileResult } from '../../shared/protocol.ts';
import type { Positions } from './positions.ts';
import { ProfileWriter } from './profile.ts';
import { toFolding, toHighlights, toHints, toLenses, toSelection, toSymbol } from './structure.ts';

/** What requests about open documents need to know. */
export interface DocumentServices {
  readonly documents: TextDocuments<TextDocument>;
  readonly positions: () => Positions;
  readonly analysisOf: (document: TextDocument) => Promise<Analysis | null>;
  readonly configurationOf: (uri: string) => Promise<DocumentConfiguration>;
  /** A URI that `RULE.md` is appended to. */
  readonly rulePages: () => string | undefined;
  readonly interfaceLanguage: () => InterfaceLanguage;
}

export const structureCapabilities: ServerCapabilities = {
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentHighlightProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  codeLensProvider: {},
  inlayHintProvider: true,
};

interface Open {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly configured: DocumentConfiguration;
}

/** Registers the requests about a document's parts: symbols, folding, highlights, selection, lenses, hints, profile. */
export function registerStructure(connection: Connection, services: DocumentServices): void {
  const { documents } = services;
  const open = async (uri: string): Promise<Open | null> => {
    const document = documents.get(uri);
    if (document === undefined) return null;
    const configured = await services.configurationOf(uri);
    const analysis = await services.analysisOf(document);
    return analysis === null ? null : { document, analysis, configured };
  };

  connection.onDocumentSymbol(async ({ textDocument }) => {
    const found = await open(textDocument.uri);
    if (found === null) return [];
    const parts = found.configured.lens.parts(found.analysis);
    return parts.map((part) => toSymbol(part, found.document, services.positions()));
  });
  connection.onFoldingRanges(async ({ textDocument }) => {
    const found = await open(textDocument.uri);
    return found === null ? [] : toFolding(foldableSpans(found.analysis), found.document);
  });
  connection.onDocumentHighlight(async ({ textDocument, position }) => {
    const found = await open(textDocument.uri);
    if (found === null) return [];
    const at = services.positions().offset(found.document, position);
    return toHighlights(highlightsAt(found.analysis, at), found.document, services.positions());
  });
  connection.onDocumentLinks(async ({ textDocument }) => {
    const found = await open(textDocument.uri);
    const pages = services.rulePages();
    if (found === null || pages === undefined) return [];
    const named = found.analysis.suppressions.flatMap((suppression) => suppression.rules);
    return named
      .filter(({ id }) => rules.some((rule) => rule.id === id))
      .map(({ id, span }) => ({
        range: services.positions().range(found.document, span),
        target: `${pages}${id}.md`,
      }));
  });
  connection.onSelectionRanges(async ({ textDocument, positions }) => {
    const found = await open(textDocument.uri);
    if (found === null) return null;
    return positions.map((position) => {
      const spans = selectionSpans(found.analysis, services.positions().offset(found.document, position));
      const here = { start: position, end: position };
      return toSelection(spans, found.document, services.positions(), here);
    });
  });
  connection.onCodeLens(async ({ textDocument }) => {
    const found = await open(textDocument.uri);
    if (found === null || found.configured.configuration.codeLens === 'off') return [];
    const { analysis, document, configured } = found;
    const { lens } = configured;
    const all = [...lens.titleAnnotations(analysis), ...lens.dutyAnnotations(analysis)];
    return toLenses(all, document, services.positions());
  });
  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    const found = await open(textDocument.uri);
    if (found === null || found.configured.configuration.inlayHints === 'off') return [];
    const { analysis, document, configured } = found;
    const { lens } = configured;
    const positions = services.positions();
    const seen = {
      start: positions.offset(document, range.start),
      end: positions.offset(document, range.end),
    };
    const here = lens.dutyAnnotations(analysis).filter(({ span }) => overlaps(span, seen));
    return toHints(here, document, positions);
  });
  connection.onRequest(profileRequest, async ({ uri }: ProfileRequest): Promise<ProfileResult | null> => {
    const found = await open(uri);
    if (found === null) return null;
    const { analysis, document, configured } = found;
    const { lens } = configured;
    return new ProfileWriter(document, services.positions(), lens).result(analysis);
  });
}
