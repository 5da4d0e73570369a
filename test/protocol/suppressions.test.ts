import { afterEach, describe, expect, it } from 'vitest';
import type { CompletionItem, Diagnostic, SemanticTokens } from 'vscode-languageserver-protocol';
import { type LanguageClient, startClient } from '../support/languageClient.ts';

const uri = 'file:///jobs/oars.posting.md';
const head = '# Community Manager 🚣\n\n';
const comment = '🚣 <!-- posting-lens-disable-next-line two-jobs -- as 🚣 agreed -->';
const source = `${head}${comment}\n\n- Moderate the forum and welcome new members\n- Host the monthly call\n`;

let client: LanguageClient;
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

const open = async (encodings: ('utf-8' | 'utf-16')[], text = source): Promise<void> => {
  client = await startClient({ general: { positionEncodings: encodings }, textDocument: { diagnostic: {} } });
  await client.open(uri, 'markdown', 1, text);
};

interface Token {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: number;
}

/** Tokens come packed in fives, each counted from the one before. */
function unpacked(data: readonly number[]): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(at, at + 4);
    const before = tokens.at(-1);
    const character = lines === 0 ? (before?.character ?? 0) + characters : characters;
    tokens.push({ line: (before?.line ?? 0) + lines, character, length, type });
  }
  return tokens;
}

describe('suppression comments over the protocol', () => {
  it.each(['utf-16', 'utf-8'] as const)('have colours, counted in %s', async (encoding) => {
    await open([encoding]);
    const { legend } = client.initialized.capabilities.semanticTokensProvider ?? { legend: null };
    const { data }: SemanticTokens = await client.connection.sendRequest('textDocument/semanticTokens/full', {
      textDocument: { uri },
    });
    const size = (text: string): number => (encoding === 'utf-8' ? Buffer.byteLength(text) : text.length);
    const parts = ['<!--', 'posting-lens-disable-next-line', 'two-jobs', '--', 'as 🚣 agreed', '-->'];
    const types = ['comment', 'keyword', 'variable', 'comment', 'string', 'comment'];
    let at = 0;
    const expected = parts.map((part, index) => {
      const start = comment.indexOf(part, at);
      at = start + part.length;
      return { line: 2, character: size(comment.slice(0, start)), length: size(part), type: types[index] };
    });
    const tokens = unpacked(data).map(({ type, ...token }) => ({ ...token, type: legend?.tokenTypes[type] }));
    const ofComments = new Set(types);
    expect(tokens.filter(({ type }) => ofComments.has(type ?? ''))).toEqual(expected);
    expect(tokens.map(({ type }) => type)).toContain('postingTitle');
  });

  it('are completed, with the place that is replaced', async () => {
    await open(['utf-16'], `${head}<!-- posting-lens-disable tit -->\n`);
    expect(client.initialized.capabilities.completionProvider?.triggerCharacters).toEqual([
      '-',
      '<',
      '#',
      ' ',
    ]);
    const ask = (character: number, line = 2): Promise<CompletionItem[]> =>
      client.connection.sendRequest('textDocument/completion', {
        textDocument: { uri },
        position: { line, character },
      });
    const found = await ask(29);
    expect(found.find(({ label }) => label === 'title-mismatch')).toMatchObject({
      detail: 'The title names one role, the duties describe the other.',
      textEdit: {
        range: { start: { line: 2, character: 26 }, end: { line: 2, character: 29 } },
        newText: 'title-mismatch',
      },
    });
    expect((await ask(5)).map(({ label }) => label)).toContain('posting-lens-disable-next-line');
    expect(await ask(3, 0)).toEqual([]);
  });

  it('suppress, and say when they do not', async () => {
    await open(['utf-16'], source);
    const { items }: { items: Diagnostic[] } = await client.connection.sendRequest(
      'textDocument/diagnostic',
      {
        textDocument: { uri },
      },
    );
    expect(items.filter(({ code }) => code === 'unused-suppression')).toMatchObject([
      { severity: 4, range: { start: { line: 2, character: 3 } } },
    ]);
  });
});
