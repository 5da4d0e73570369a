/** Clients that refuse what they said they could do, or send what is no document: the server goes on for all the rest. */
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type CodeAction,
  type DocumentDiagnosticReport,
  type Hover,
  LSPErrorCodes,
  type ProtocolConnection,
  ResponseError,
} from 'vscode-languageserver-protocol';
import { toolRequest, type ToolResult } from '../../shared/protocol.ts';
import { fixture, Folder } from '../support/commandLine.ts';
import { type LanguageClient, startClient } from '../support/languageClient.ts';

const mislabeled = fixture('fixtures/postings/mislabeled.md');
const uri = 'file:///jobs/a.md';

let client: LanguageClient;
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

const refuse = (asked: string[]) => (connection: ProtocolConnection) => {
  for (const method of [
    'client/registerCapability',
    'workspace/diagnostic/refresh',
    'workspace/configuration',
  ])
    connection.onRequest(method, () => {
      asked.push(method);
      return new ResponseError(LSPErrorCodes.RequestFailed, 'no');
    });
};
const codesOf = async (of: string): Promise<unknown[]> => {
  const report: DocumentDiagnosticReport = await client.connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri: of },
  });
  return 'items' in report ? report.items.map(({ code, severity }) => [code, severity]) : [];
};
const open = (at: unknown, text: unknown): Promise<void> =>
  client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: at, languageId: 'markdown', version: 1, text },
  });
const actionsIn = (of: string): Promise<CodeAction[]> =>
  client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: of },
    range: { start: { line: 1, character: 8 }, end: { line: 1, character: 8 } },
    context: { diagnostics: [] },
  });

describe('settings that a client sends', () => {
  it('say in the log, once, what of them cannot be used', async () => {
    const logged: string[] = [];
    client = await startClient(
      { textDocument: { diagnostic: {} } },
      {},
      {
        answer: (connection) => {
          connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
            logged.push(message);
          });
        },
      },
    );
    const settings = { postingLens: { rules: { 'title-mismatch': 'loud' }, rulez: {} } };
    for (const name of ['a', 'b']) {
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
      const uri = `file:///jobs/${name}.md`;
      await client.open(uri, 'markdown', 1, '# Community Manager\n');
      await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    }
    expect(logged).toHaveLength(2);
    expect(logged).toContainEqual(expect.stringMatching(/^the settings: “title-mismatch” takes one of off,/));
    expect(logged).toContainEqual(expect.stringMatching(/^the settings: .*“rulez”/));
  });
});

describe('a client that refuses', () => {
  it('to tell of files and settings is served, by what it tells when it saves', async () => {
    const asked: string[] = [];
    const capabilities = {
      workspace: {
        configuration: true,
        diagnostics: { refreshSupport: true },
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
      textDocument: { diagnostic: {} },
    };
    const folder = new Folder();
    const at = (name: string): string => pathToFileURL(folder.at(name)).href;
    client = await startClient(capabilities, {}, { answer: refuse(asked) });
    await open(at('a.md'), mislabeled);
    expect(await codesOf(at('a.md'))).toEqual([['title-mismatch', 2]]);
    // It watches no files: that it saves one is all that there is to know of it.
    folder.write('.posting-lens.json', '{ "rules": { "title-mismatch": "error" } }');
    await open(at('.posting-lens.json'), '{}');
    await client.connection.sendNotification('textDocument/didSave', {
      textDocument: { uri: at('.posting-lens.json') },
    });
    expect(await codesOf(at('a.md'))).toEqual([['title-mismatch', 1]]);
    folder.dispose();
    expect(new Set(asked)).toEqual(
      new Set(['client/registerCapability', 'workspace/diagnostic/refresh', 'workspace/configuration']),
    );
  });
});

describe('a client that sends', () => {
  it.each([
    ['a document without a URI', null, mislabeled],
    ['a document without a text', 'file:///jobs/b.md', null],
  ])('%s is served for the others', async (_, at, text) => {
    client = await startClient({ workspace: { workspaceEdit: { documentChanges: true } } });
    await open(at, text);
    await open(uri, mislabeled);
    expect((await actionsIn(uri))[0]?.title).toMatch(/^Change the title to/);
    // Nothing is left of it that a new configuration would have read again.
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { postingLens: { rules: { 'title-mismatch': 'error' } } },
    });
    expect(await codesOf(uri)).toEqual([['title-mismatch', 1]]);
  });

  it('folders without URIs is served in those that have one', async () => {
    const capabilities = { workspace: { workspaceFolders: true } };
    const broken = { uri: null, name: 'none' };
    const folder = new Folder();
    folder.write('a.md', mislabeled);
    const whole = { uri: pathToFileURL(folder.path).href, name: 'jobs' };
    client = await startClient(capabilities, {}, { workspaceFolders: [broken, whole] as never });
    const check = (): Promise<ToolResult> =>
      client.connection.sendRequest(toolRequest, {
        tool: 'check_posting',
        input: { path: 'a.md' },
        rulePage: '',
      });
    expect((await check()).structured).toMatchObject({ outcome: 'judged' });
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [broken], removed: [{ uri: 7 }] },
    });
    expect((await check()).structured).toMatchObject({ outcome: 'judged' });
    folder.dispose();
  });

  it('its greeting twice is refused, and all stays as it was agreed', async () => {
    client = await startClient({ textDocument: { hover: { contentFormat: ['markdown'] } } });
    await open(uri, mislabeled);
    const hover = (): Promise<Hover> =>
      client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line: 1, character: 12 },
      });
    const before = await hover();
    expect(before.contents).toMatchObject({ kind: 'markdown' });
    await expect(
      client.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} }),
    ).rejects.toThrow('initialized already');
    expect(await hover()).toEqual(before);
  });
});
