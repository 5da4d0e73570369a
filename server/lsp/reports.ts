import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type StatusParams, statusNotification } from '../../shared/protocol.ts';

/** What is told of one version of a document. */
export interface Report {
  readonly version: number;
  readonly diagnostics: Diagnostic[];
  readonly status: StatusParams | null;
  /** Told only when the document was opened or saved. */
  readonly onSave: boolean;
}

/** What the client takes. */
export interface Telling {
  /** It asks for diagnostics; then it is never pushed to. */
  pulls: boolean;
  /** It asks again when it is told that answers have changed. */
  refreshes: boolean;
}

/** Tells the client of documents: pushed or on request, on each change or when they are saved. */
export class Reports {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #telling: Telling;
  readonly #reportOf: (document: TextDocument, token?: CancellationToken) => Promise<Report>;
  /** How to call off what is about to be told. */
  readonly #pending = new Map<string, () => void>();
  readonly #busy = new Set<string>();
  /** What was to be told again while it was being checked. */
  readonly #again = new Set<string>();
  /** The version that was told last: a change may have come while an answer to the one before it was made. */
  #told = new Map<string, number>();
  /** The version that was opened or saved last. */
  readonly #saved = new Map<string, number>();

  /** @param reportOf of the newest version of a document, with nothing awaited after that version was read */
  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    telling: Telling,
    reportOf: (document: TextDocument, token?: CancellationToken) => Promise<Report>,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#telling = telling;
    this.#reportOf = reportOf;
    documents.onDidOpen(({ document }) => this.#saved.set(document.uri, document.version));
    documents.onDidSave(({ document }) => {
      this.#saved.set(document.uri, document.version);
      this.#afterSave(document).catch((error: unknown) => this.#failed(document.uri, error));
    });
    documents.onDidChangeContent(({ document }) => this.#schedule(document.uri));
    documents.onDidClose(({ document: { uri } }) => {
      this.#pending.get(uri)?.();
      this.#pending.delete(uri);
      this.#saved.delete(uri);
      this.#told.delete(uri);
      if (!telling.pulls) this.#send(uri, () => connection.sendDiagnostics({ uri, diagnostics: [] }));
    });
  }

  /** Tells of all open documents anew. */
  renew(): void {
    this.#refresh();
    // What is being checked notes in the old one that it was told: it may know only what was true before.
    this.#told = new Map();
    for (const { uri } of this.#documents.all()) this.#schedule(uri);
  }

  /** The answer to a client that asks. @param known what it was told last */
  async pulled(
    uri: string,
    known: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const document = this.#documents.get(uri);
    if (document === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const { diagnostics: items, version, onSave } = await this.#reportOf(document, token);
    if (!onSave) return { kind: DocumentDiagnosticReportKind.Full, items };
    // Until the next save what was told at the last one stands; the editor moves it along with the text.
    if (known !== undefined && this.#saved.get(uri) !== version)
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: known };
    return { kind: DocumentDiagnosticReportKind.Full, items, resultId: `${version}` };
  }

  async #afterSave(document: TextDocument): Promise<void> {
    if (!(await this.#reportOf(document)).onSave) return;
    this.#refresh();
    this.#schedule(document.uri);
  }

  /** Has a client that pulls ask again. */
  #refresh(): void {
    const { pulls, refreshes } = this.#telling;
    if (pulls && refreshes)
      this.#send('What is open', () => this.#connection.languages.diagnostics.refresh());
  }

  /** Sends what nobody waits for. @param about what it tells of, for people, where it cannot be sent */
  #send(about: string, send: () => Promise<void>): void {
    send().catch((error: unknown) => this.#failed(about, error));
  }

  /** A burst of changes ends in one publication: the newest version, after the messages that are already here. */
  #schedule(uri: string): void {
    this.#pending.get(uri)?.();
    // Timers, because workers have no `setImmediate`.
    const timer = setTimeout(() => {
      this.#pending.delete(uri);
      this.#tell(uri).catch((error: unknown) => this.#failed(uri, error));
    }, 0);
    this.#pending.set(uri, () => {
      clearTimeout(timer);
    });
  }

  /** Nobody waits for what is pushed: an error that went on would end the server, and all other documents with it. */
  #failed(about: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.#connection.console.error(`${about} could not be checked: ${reason}`);
  }

  async #tell(uri: string): Promise<void> {
    const document = this.#documents.get(uri);
    const told = this.#told;
    if (document === undefined || told.get(uri) === document.version) return;
    if (this.#busy.has(uri)) {
      this.#again.add(uri);
      return;
    }
    this.#busy.add(uri);
    try {
      const { version, diagnostics, status, onSave } = await this.#reportOf(document);
      // It may have been closed, and another one opened under its name.
      if (this.#documents.get(uri) !== document) return;
      if (onSave && this.#saved.get(uri) !== version) return;
      told.set(uri, version);
      if (!this.#telling.pulls)
        this.#send(uri, () => this.#connection.sendDiagnostics({ uri, version, diagnostics }));
      if (status !== null)
        this.#send(uri, () => this.#connection.sendNotification(statusNotification, status));
    } finally {
      this.#busy.delete(uri);
      if (this.#again.delete(uri)) this.#schedule(uri);
    }
  }
}
