import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic, DocumentDiagnosticReport, Hover } from 'vscode-languageserver-protocol';
import { type LanguageClient, startClient } from '../support/languageClient.ts';
import { mislabeled } from '../support/mislabeled.ts';

const uri = 'file:///jobs/burst.posting.md';
const textDocument = { uri };
const typed = 'Write captions for our channels. ';

const posting = mislabeled();
const [heading = '', empty = '', ...rest] = posting.split('\n');

/** Types letter by letter at the start of the first paragraph and waits for no answer. @returns the last version */
async function burst({ connection }: LanguageClient, count: number): Promise<number> {
  for (let index = 0; index < count; index++) {
    const position = { line: 2, character: index };
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: index + 2 },
      contentChanges: [
        { range: { start: position, end: position }, text: typed[index % typed.length] ?? ' ' },
      ],
    });
  }
  return count + 1;
}

/** The posting after a burst. */
function after(count: number): string {
  const words = typed.repeat(Math.ceil(count / typed.length)).slice(0, count);
  return [heading, empty, words + rest.join('\n')].join('\n');
}

/** Where the title stands and what is said there. */
const shapes = (diagnostics: readonly Diagnostic[]): unknown =>
  diagnostics.map(({ code, range, message }) => ({ code, range, message }));

let client: LanguageClient;
afterEach(() => client.stop());

describe('a burst of 1,000 changes', () => {
  describe('to a client that is pushed to', () => {
    beforeEach(async () => {
      client = await startClient({});
      await client.open(uri, 'markdown', 1, posting);
      await client.publication(({ version }) => version === 1);
    });

    it('ends with one correct result, and a hover meanwhile is answered', async () => {
      const last = await burst(client, 1000);
      const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument,
        position: { line: 0, character: 4 },
      });
      expect(JSON.stringify(hover)).toContain('The duties describe');
      const { diagnostics } = await client.publication(({ version }) => version === last);
      const fresh = 'file:///jobs/fresh.posting.md';
      await client.open(fresh, 'markdown', 1, after(1000));
      const { diagnostics: expected } = await client.publication((each) => each.uri === fresh);
      expect(shapes(diagnostics)).toEqual(shapes(expected));
      const told = client.published.filter((each) => each.uri === uri).map(({ version }) => version ?? 0);
      expect(told).toEqual([...new Set(told)].toSorted((a, b) => a - b));
      expect(told.at(-1)).toBe(last);
    });
  });

  describe('to a client that pulls', () => {
    beforeEach(async () => {
      client = await startClient({ textDocument: { diagnostic: {} } });
      await client.open(uri, 'markdown', 1, posting);
    });

    it('is answered once for what was not called off, and pushed nothing', async () => {
      await burst(client, 1000);
      const pull = (): Promise<DocumentDiagnosticReport> =>
        client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
      const [report] = await Promise.all([pull(), pull(), pull()]);
      const fresh = { uri: 'file:///jobs/fresh.posting.md' };
      await client.open(fresh.uri, 'markdown', 1, after(1000));
      const expected = await client.connection.sendRequest<DocumentDiagnosticReport>(
        'textDocument/diagnostic',
        { textDocument: fresh },
      );
      if (report.kind !== 'full' || expected.kind !== 'full') throw new Error('Reports are not full.');
      expect(report.items.length).toBeGreaterThan(0);
      expect(shapes(report.items)).toEqual(shapes(expected.items));
      expect(client.published).toEqual([]);
    });
  });
});
