import { afterEach, describe, expect, it } from 'vitest';
import type {
  DocumentDiagnosticReport,
  ProtocolConnection,
  SemanticTokens,
} from 'vscode-languageserver-protocol';
import { profileRequest } from '../../shared/protocol.ts';
import { type LanguageClient, startClient } from '../support/languageClient.ts';
import { mislabeled } from '../support/mislabeled.ts';

/** More than a server keeps the states of. */
const many = 40;
const uri = 'file:///jobs/first.md';
const textDocument = { uri };
const before = mislabeled();
const start = { line: 7, character: 2 };
const typed = 'Shoot and cut reels for Instagram, ';
const lines = before.split('\n');
const after = lines.with(start.line, `- ${typed}${lines[start.line]?.slice(2) ?? ''}`).join('\n');

const clients: LanguageClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) expect(await client.stop()).toBe(0);
});

/** A client that pulls, with settings. */
async function started(settings: object = {}): Promise<LanguageClient> {
  const client = await startClient({
    textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } },
    workspace: { workspaceEdit: { documentChanges: true } },
  });
  clients.push(client);
  await client.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { postingLens: settings },
  });
  return client;
}

const pull = (
  { connection }: LanguageClient,
  of: string,
  previousResultId?: string,
): Promise<DocumentDiagnosticReport> =>
  connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: of },
    ...(previousResultId === undefined ? {} : { previousResultId }),
  });

/** Opens other postings, each unlike the others, and reads them. */
async function openOthers(client: LanguageClient, place: string): Promise<void> {
  for (let index = 0; index < many; index++) {
    const other = `file:///jobs/${place}-${index}.md`;
    await client.open(other, 'markdown', 1, before.replace('Almeida', `Almeida ${place} ${index}`));
    const report = await pull(client, other);
    expect(report.kind === 'full' && report.items.map(({ code }) => code)).toContain('title-mismatch');
  }
}

/** What is said of the first posting. */
async function answers(client: LanguageClient): Promise<readonly unknown[]> {
  const { connection } = client;
  const report = await pull(client, uri);
  if (report.kind !== 'full') throw new Error('The report is not full.');
  const [diagnostic] = report.items;
  // Their id is another one each time.
  const tokens = await connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
    textDocument,
  });
  return [
    report,
    await connection.sendRequest('textDocument/hover', { textDocument, position: start }),
    await connection.sendRequest('textDocument/codeAction', {
      textDocument,
      range: diagnostic?.range,
      context: { diagnostics: [diagnostic] },
    }),
    await connection.sendRequest('textDocument/documentSymbol', { textDocument }),
    tokens.data,
    await connection.sendRequest(profileRequest, { uri }),
  ];
}

const type = ({ connection }: LanguageClient): Promise<void> =>
  connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start, end: start }, text: typed }],
  });

describe('a posting that was not asked for while many others were', () => {
  it('gets the answers of a server that has just read it, before and after an edit', async () => {
    const busy = await started();
    await busy.open(uri, 'markdown', 1, before);
    const first = await answers(busy);
    expect(first).not.toContain(null);
    await openOthers(busy, 'pier');
    expect(await answers(busy)).toEqual(first);
    await openOthers(busy, 'dock');
    await type(busy);
    const fresh = await started();
    await fresh.open(uri, 'markdown', 2, after);
    const expected = await answers(fresh);
    expect(expected).not.toEqual(first);
    expect(await answers(busy)).toEqual(expected);
  });

  it('stands by what was told at the last save, where checks wait for one', async () => {
    const client = await started({ run: 'onSave' });
    await client.open(uri, 'markdown', 1, before);
    const first = await pull(client, uri);
    if (first.kind !== 'full' || first.resultId === undefined) throw new Error('The report has no id.');
    await openOthers(client, 'pier');
    expect(await pull(client, uri, first.resultId)).toEqual(first);
    await type(client);
    await openOthers(client, 'dock');
    const unchanged = { kind: 'unchanged', resultId: first.resultId };
    expect(await pull(client, uri, first.resultId)).toEqual(unchanged);
    await client.connection.sendNotification('textDocument/didSave', { textDocument });
    const fresh = await started({ run: 'onSave' });
    await fresh.open(uri, 'markdown', 2, after);
    expect(await pull(client, uri, first.resultId)).toEqual(await pull(fresh, uri));
  });
});

describe('more documents than configurations are kept of', () => {
  const count = 520;

  it.each([
    ['sends its settings', false],
    ['is asked for its settings', true],
  ])('are all told of, and again when they change, to a client that %s', async (_, configuration) => {
    const answer = (connection: ProtocolConnection): unknown =>
      connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
        items.map(() => ({})),
      );
    const client = await startClient({ workspace: { configuration } }, {}, { answer });
    clients.push(client);
    const { connection, published } = client;
    const told = (from: number): number => new Set(published.slice(from).map((each) => each.uri)).size;
    for (let index = 0; index < count; index++)
      await client.open(`file:///jobs/notes-${index}.md`, 'markdown', 1, '# Notes\n');
    await client.publication(() => published.length === count);
    expect(told(0)).toBe(count);
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    await client.publication(() => published.length === 2 * count);
    expect(told(count)).toBe(count);
    await client.open(uri, 'markdown', 1, before);
    const position = { line: 0, character: 4 };
    expect(await connection.sendRequest('textDocument/hover', { textDocument, position })).not.toBeNull();
  });
});
