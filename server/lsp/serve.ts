import {
  CodeActionKind,
  type Connection,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  type TextDocumentContentChangeEvent,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createPostingLens } from '../../shared/index.ts';
import {
  fixAllKind,
  type InitializationOptions,
  type RetitleParams,
  retitleRequest,
  statusNotification,
} from '../../shared/protocol.ts';
import { codeActions, retitledPostings } from './codeActions.ts';
import { findingsOf, toDiagnostic } from './diagnostics.ts';
import { Analyses } from './documents.ts';
import { chooseEncoding, Positions } from './positions.ts';
import { statusOf } from './status.ts';
import { type EditSupport, editSupport } from './workspaceEdits.ts';

export interface ServeOptions {
  readonly version: string;
  /** Where the rules' pages are when the client does not say: a URI that `RULE.md` is appended to. */
  readonly rulePages?: string;
}

interface Session {
  positions: Positions;
  /** The client asks for diagnostics; then it is never pushed to. */
  pulls: boolean;
  edits: EditSupport;
  markdownHover: boolean;
  rulePages: string | undefined;
}

/** Plain text of a hover for clients without Markdown: marks and escapes taken away. */
function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)')
    .replace(/(?<!\\)[*_]+/g, '')
    .replace(/\\([^\w\s])/g, '$1');
}

/** Registers every handler and starts to listen. Nothing here computes; features do. */
export function serve(connection: Connection, options: ServeOptions): void {
  const lens = createPostingLens();
  const analyses = new Analyses(lens);
  const session: Session = {
    positions: new Positions('utf-16'),
    pulls: false,
    edits: editSupport({}),
    markdownHover: true,
    rulePages: options.rulePages,
  };
  const documents = new TextDocuments({
    create: (uri: string, languageId: string, version: number, text: string) =>
      TextDocument.create(uri, languageId, version, text),
    update: (document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number) => {
      const updated = session.positions.update(document, changes, version);
      analyses.changed(updated.document, updated.edits);
      return updated.document;
    },
  });

  connection.onInitialize((params) => initialize(params, session, options));

  const diagnosticsOf = (document: TextDocument) => {
    const analysis = analyses.of(document);
    return analysis === null
      ? []
      : findingsOf(analysis).map((finding) =>
          toDiagnostic(finding, document, session.positions, session.rulePages),
        );
  };

  // A burst of changes ends in one publication: the newest version, on the next turn of the loop.
  const pending = new Map<string, ReturnType<typeof setImmediateLike>>();
  documents.onDidChangeContent(({ document }) => {
    pending.get(document.uri)?.();
    pending.set(
      document.uri,
      setImmediateLike(() => {
        pending.delete(document.uri);
        const current = documents.get(document.uri);
        if (current === undefined) return;
        if (!session.pulls) {
          void connection.sendDiagnostics({
            uri: current.uri,
            version: current.version,
            diagnostics: diagnosticsOf(current),
          });
        }
        const status = statusOf(current, analyses.of(current));
        if (status !== null) void connection.sendNotification(statusNotification, status);
      }),
    );
  });
  documents.onDidClose(({ document }) => {
    pending.get(document.uri)?.();
    pending.delete(document.uri);
    if (!session.pulls) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on((params) => {
    const document = documents.get(params.textDocument.uri);
    return {
      kind: DocumentDiagnosticReportKind.Full,
      items: document === undefined ? [] : diagnosticsOf(document),
    };
  });

  connection.onHover(({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    const analysis = document === undefined ? null : analyses.of(document);
    if (document === undefined || analysis === null) return null;
    const hover = lens.hover(analysis, session.positions.offset(document, position));
    if (hover === null) return null;
    return {
      range: session.positions.range(document, hover.span),
      contents: session.markdownHover
        ? { kind: 'markdown', value: hover.markdown }
        : { kind: 'plaintext', value: plainText(hover.markdown) },
    };
  });

  connection.onCodeAction((params) => {
    const document = documents.get(params.textDocument.uri);
    const analysis = document === undefined ? null : analyses.of(document);
    if (document === undefined || analysis === null) return [];
    const { positions, edits: support, rulePages } = session;
    const exists = (uri: string) => Promise.resolve(documents.get(uri) !== undefined);
    const configurationFile = () => Promise.resolve(null);
    const { taxonomy } = lens;
    const context = {
      document,
      analysis,
      taxonomy,
      positions,
      support,
      rulePages,
      exists,
      configurationFile,
    };
    return codeActions(params, context);
  });

  connection.onRequest(retitleRequest, ({ uri, text }: RetitleParams) => {
    const document = text === null ? documents.get(uri) : TextDocument.create(uri, '', 0, text);
    const analysis = document === undefined ? null : analyses.of(document);
    return document === undefined || analysis === null
      ? []
      : retitledPostings(analysis, { document, positions: session.positions });
  });

  documents.listen(connection);
  connection.listen();
}

/** Runs after messages that are already here were read; returns the way to call it off. Works in Node and in workers. */
function setImmediateLike(task: () => void): () => void {
  const timer = setTimeout(task, 0);
  return () => {
    clearTimeout(timer);
  };
}

function initialize(params: InitializeParams, session: Session, options: ServeOptions): InitializeResult {
  const { capabilities } = params;
  const encoding = chooseEncoding(capabilities.general?.positionEncodings);
  const given = (params.initializationOptions ?? {}) as InitializationOptions;
  const formats = capabilities.textDocument?.hover?.contentFormat;
  session.positions = new Positions(encoding);
  session.pulls = capabilities.textDocument?.diagnostic !== undefined;
  session.edits = editSupport(capabilities);
  session.markdownHover = formats?.includes('markdown') ?? false;
  if (typeof given.rulePages === 'string') session.rulePages = given.rulePages;
  return {
    serverInfo: { name: 'posting-lens', version: options.version },
    capabilities: {
      positionEncoding: encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
      ...(session.pulls
        ? {
            diagnosticProvider: {
              identifier: 'posting-lens',
              interFileDependencies: false,
              workspaceDiagnostics: false,
            },
          }
        : {}),
    },
  };
}
