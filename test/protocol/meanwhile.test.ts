/** What happens while the server waits for settings or files: the answer is about what is there in the end. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  type CodeAction,
  LSPErrorCodes,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { checkRequest, readFileRequest } from '../../shared/protocol.ts';
import { type LanguageClient, startClient } from '../support/languageClient.ts';
import { mislabeled } from '../support/mislabeled.ts';

const posting = 'held:/jobs/a.md';
const file = 'held:/jobs/.posting-lens.json';
const notes = '# Notes\n';

/** Whatever the server asks for is answered at once, unless a test holds the answer. */
class Host {
  readonly files = new Map<string, string>();
  readonly #asked: string[] = [];
  readonly #held: (() => void)[] = [];
  readonly #waiting: (() => void)[] = [];
  /** What is answered later: `settings`, or the URI of a file. */
  holds: string | null = null;

  /** The answer as it is now, given when it is let go. */
  answer<Value>(to: string, value: Value): Promise<Value> {
    this.#asked.push(to);
    for (const wake of this.#waiting.splice(0)) wake();
    if (this.holds !== to) return Promise.resolve(value);
    return new Promise((resolve) => this.#held.push(() => resolve(value)));
  }

  /** How often the server has asked for something. */
  times(of: string): number {
    return this.#asked.filter((each) => each === of).length;
  }

  /** Waits until the server has asked for something so many times. */
  async whenAsked(of: string, times: number): Promise<void> {
    while (this.times(of) < times) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Holds nothing any more. */
  letGo(): void {
    this.holds = null;
    for (const go of this.#held.splice(0)) go();
  }
}

let host: Host;
let client: LanguageClient;
beforeEach(async () => {
  host = new Host();
  client = await startClient(
    { workspace: { configuration: true, workspaceEdit: { documentChanges: true } } },
    { readsFiles: true },
    {
      workspaceFolders: [{ name: 'jobs', uri: 'held:/jobs' }],
      answer: (connection) => {
        connection.onRequest('workspace/configuration', async ({ items }: { items: unknown[] }) => {
          await host.answer('settings', null);
          return items.map(() => ({}));
        });
        connection.onRequest(readFileRequest, ({ uri }: { uri: string }) =>
          host.answer(uri, host.files.get(uri) ?? null),
        );
      },
    },
  );
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

const told = (uri: string): PublishDiagnosticsParams[] => client.published.filter((each) => each.uri === uri);
const hover = (uri: string): Promise<unknown> =>
  client.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: { line: 0, character: 0 },
  });

describe('a document that is closed and opened again while its settings are on their way', () => {
  it('gets the findings of its new text', async () => {
    host.holds = 'settings';
    await client.open(posting, 'markdown', 1, mislabeled());
    await host.whenAsked('settings', 1);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: posting } });
    await client.open(posting, 'markdown', 1, notes);
    const answer = hover(posting);
    await host.whenAsked('settings', 2);
    host.letGo();
    await answer;
    await client.publication(({ version, diagnostics }) => version === 1 && diagnostics.length === 0);
    expect(told(posting).flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });
});

describe('what is called off while its settings are on their way', () => {
  it.each([
    ['findings', 'textDocument/diagnostic', { textDocument: { uri: posting } }],
    ['a check', checkRequest, { uri: posting, text: mislabeled() }],
  ])('%s: nothing is judged', async (_, method, params) => {
    host.holds = 'settings';
    await client.open(posting, 'markdown', 1, mislabeled());
    await host.whenAsked('settings', 1);
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(method, params, source.token).then(
      (result) => result,
      (error: unknown) => error,
    );
    source.cancel();
    await hover('held:/jobs/none.md');
    host.letGo();
    const nothing = { postings: [], diagnostics: [] };
    if (method === checkRequest) expect(await answer).toEqual(nothing);
    else expect(await answer).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });
});

describe('a configuration file', () => {
  it('is checked again when a file that it builds on is made while it is checked', async () => {
    const base = 'held:/jobs/base.json';
    const text = '{ "extends": ["base.json"] }';
    host.files.set(file, text);
    // First it is loaded, then it is checked.
    await client.open(posting, 'markdown', 1, notes);
    await host.whenAsked(base, 1);
    await client.publication(({ uri }) => uri === posting);
    host.holds = base;
    await client.open(file, 'jsonc', 1, text);
    await host.whenAsked(base, 2);
    host.files.set(base, '{}');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: base, type: 1 }],
    });
    const answer = hover(posting);
    await host.whenAsked(base, 3);
    host.letGo();
    await answer;
    await client.publication(({ uri, diagnostics }) => uri === file && diagnostics.length === 0);
    expect(told(file).at(-1)?.diagnostics).toEqual([]);
  });

  it('gets no fix that was made for the text before somebody wrote on', async () => {
    const other = 'held:/jobs/other.json';
    const text = '{\n  "extends": ["other.json"],\n  "rules": { "two-jbos": "off" }\n}\n';
    host.files.set(file, text);
    host.files.set(other, '{}');
    await client.open(file, 'jsonc', 1, text);
    const { diagnostics } = await client.publication(({ version }) => version === 1);
    const range = diagnostics[0]?.range;
    const fixes = (): Promise<CodeAction[]> =>
      client.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: file },
        range,
        context: { diagnostics: [] },
      });
    expect(await fixes()).not.toEqual([]);
    host.holds = other;
    const times = host.times(other);
    const asked = fixes();
    await host.whenAsked(other, times + 1);
    const start = { line: 1, character: 0 };
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: file, version: 2 },
      contentChanges: [{ range: { start, end: start }, text: '  // what holds for all of us\n' }],
    });
    // It has arrived when what comes after it is answered.
    await hover('held:/jobs/none.md');
    host.letGo();
    expect(await asked).toEqual([]);
  });
});
