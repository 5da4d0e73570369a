import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  CancellationToken,
  type Connection,
  type PublishDiagnosticsParams,
  type TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Report, Reports, type Telling } from '../../server/lsp/reports.ts';

type Listener = (event: { document: TextDocument }) => void;

/** Documents that a test opens and changes, and a connection that may fail to send. */
class Stage {
  readonly told: string[] = [];
  readonly sent: PublishDiagnosticsParams[] = [];
  fails = false;
  readonly #open = new Map<string, TextDocument>();
  readonly #opened: Listener[] = [];
  readonly #changed: Listener[] = [];
  readonly #closed: Listener[] = [];
  readonly #saved: Listener[] = [];

  readonly documents = {
    get: (uri: string) => this.#open.get(uri),
    all: () => [...this.#open.values()],
    onDidOpen: (listener: Listener) => this.#opened.push(listener),
    onDidChangeContent: (listener: Listener) => this.#changed.push(listener),
    onDidClose: (listener: Listener) => this.#closed.push(listener),
    onDidSave: (listener: Listener) => this.#saved.push(listener),
  } as unknown as TextDocuments<TextDocument>;

  readonly #send = (): Promise<void> =>
    this.fails ? Promise.reject(new Error('the stream is gone')) : Promise.resolve();

  readonly connection = {
    console: { error: (message: string) => this.told.push(message) },
    sendDiagnostics: (params: PublishDiagnosticsParams) => {
      this.sent.push(params);
      return this.#send();
    },
    sendNotification: this.#send,
    languages: { diagnostics: { refresh: this.#send } },
  } as unknown as Connection;

  show(version: number): void {
    const document = TextDocument.create('file:///a.md', 'markdown', version, '');
    const isNew = !this.#open.has(document.uri);
    this.#open.set(document.uri, document);
    for (const listener of isNew ? [...this.#opened, ...this.#changed] : this.#changed)
      listener({ document });
  }

  /** Changes a document in its place, as the server does. */
  edit(version: number): void {
    for (const document of this.#open.values()) {
      TextDocument.update(document, [], version);
      for (const listener of this.#changed) listener({ document });
    }
  }

  save(): void {
    for (const document of this.#open.values()) for (const listener of this.#saved) listener({ document });
  }

  close(): void {
    for (const document of this.#open.values()) {
      this.#open.delete(document.uri);
      for (const listener of this.#closed) listener({ document });
    }
  }
}

const reportOf = ({ version }: TextDocument): Promise<Report> =>
  Promise.resolve({ version, diagnostics: [], status: null, onSave: false });

/** All that is due by now, and what follows from it. */
const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1);

afterEach(() => {
  vi.useRealTimers();
});

function begin(telling: Telling, report = reportOf): { stage: Stage; reports: Reports } {
  vi.useFakeTimers();
  const stage = new Stage();
  return { stage, reports: new Reports(stage.connection, stage.documents, telling, report) };
}

// What nobody catches fails the run: that is what the tests of rejected promises look at.
describe('what is told of documents', () => {
  it('goes on after a push that was rejected', async () => {
    const { stage } = begin({ pulls: false, refreshes: false });
    stage.fails = true;
    stage.show(1);
    await settled();
    expect(stage.told).toEqual(['file:///a.md could not be checked: the stream is gone']);
    stage.fails = false;
    stage.show(2);
    await settled();
    expect(stage.sent.map(({ version }) => version)).toEqual([1, 2]);
    stage.fails = true;
    stage.close();
    await settled();
    expect(stage.sent.at(-1)).toEqual({ uri: 'file:///a.md', diagnostics: [] });
    expect(stage.told).toHaveLength(2);
  });

  it('is one publication after a burst of changes', async () => {
    const { stage } = begin({ pulls: false, refreshes: false });
    for (let version = 1; version <= 100; version++) stage.show(version);
    await settled();
    expect(stage.sent.map(({ version }) => version)).toEqual([100]);
  });

  it('is told again where it was asked for while it was checked, and once where only a change came', async () => {
    const answers: ((report: Report) => void)[] = [];
    const report = (): Promise<Report> => new Promise((resolve) => answers.push(resolve));
    const { stage, reports } = begin({ pulls: false, refreshes: false }, report);
    const answer = (version: number): void =>
      answers.shift()?.({ version, diagnostics: [], status: null, onSave: false });
    stage.show(1);
    await settled();
    reports.renew();
    await settled();
    answer(1);
    await settled();
    answer(1);
    await settled();
    expect(stage.sent.map(({ version }) => version)).toEqual([1, 1]);
    stage.edit(2);
    await settled();
    stage.edit(3);
    await settled();
    // The newest is told of by who waits already.
    answer(3);
    await settled();
    expect(answers).toEqual([]);
    expect(stage.sent.map(({ version }) => version)).toEqual([1, 1, 3]);
  });

  it('goes on after a request that a client refused', async () => {
    const { stage, reports } = begin({ pulls: true, refreshes: true });
    stage.fails = true;
    stage.show(1);
    reports.renew();
    await settled();
    expect(stage.told).toEqual(['What is open could not be checked: the stream is gone']);
    expect((await reports.pulled('file:///a.md', undefined, CancellationToken.None)).kind).toBe('full');
  });

  it('goes on after a document that could not be checked', async () => {
    let failing = true;
    const { stage } = begin({ pulls: false, refreshes: false }, (document) =>
      failing ? Promise.reject(new Error('too odd')) : reportOf(document),
    );
    stage.show(1);
    await settled();
    stage.save();
    await settled();
    expect(stage.told).toEqual(Array(2).fill('file:///a.md could not be checked: too odd'));
    failing = false;
    stage.show(2);
    await settled();
    expect(stage.sent.map(({ version }) => version)).toEqual([2]);
  });
});
