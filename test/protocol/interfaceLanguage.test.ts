import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { type LanguageClient, startClient } from '../support/languageClient.ts';
import { pseudoLanguage } from '../support/pseudo.ts';

const uri = 'file:///jobs/a.md';
const mislabeled = readFileSync(
  path.resolve(import.meta.dirname, '../fixtures/postings/mislabeled.md'),
  'utf8',
);

let client: LanguageClient;
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

async function said(initializationOptions: object): Promise<string[]> {
  client = await startClient({ textDocument: { diagnostic: {} } }, initializationOptions);
  await client.open(uri, 'markdown', 1, mislabeled);
  const report: { items: Diagnostic[] } = await client.connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
  });
  const [first] = report.items;
  const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: first?.range,
    context: { diagnostics: [] },
  });
  return [
    ...report.items.map(({ message }) => (typeof message === 'string' ? message : message.value)),
    ...actions.map(({ title }) => title),
  ];
}

it('is what the client hands over, with its translations', async () => {
  const all = await said({ interfaceLanguage: pseudoLanguage });
  expect(all.length).toBeGreaterThan(2);
  expect(all.filter((text) => !/^⟦.*⟧$/s.test(text))).toEqual([]);
});

it.each([
  { locale: 'no locale at all', translations: {} },
  { locale: 'de', translations: { File: 1 } },
])('is English where that is no language: %j', async (interfaceLanguage) => {
  const all = await said({ interfaceLanguage });
  expect(all.some((text) => text.startsWith('The title says '))).toBe(true);
});
