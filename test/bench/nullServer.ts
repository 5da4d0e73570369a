/** A language server that does nothing: the same libraries, four findings that never change. What a server costs at least. */
import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

/** Answers every change with the same findings. */
export function serveNothing(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize(() => ({
    capabilities: { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } },
  }));
  documents.onDidChangeContent(({ document: { uri, version } }) => {
    const diagnostics = Array.from({ length: 4 }, (_, index): Diagnostic => ({
      range,
      severity: DiagnosticSeverity.Warning,
      code: `nothing-${index}`,
      source: 'null-server',
      message: 'The same is said of every text, whatever stands in it, for as long as it is open.',
      relatedInformation: [
        { location: { uri, range }, message: 'This is where it begins.' },
        { location: { uri, range }, message: 'This is where it ends.' },
      ],
    }));
    void connection.sendDiagnostics({ uri, version, diagnostics });
  });
  documents.listen(connection);
  connection.listen();
}
