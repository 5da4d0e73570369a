import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type {
  CodeLens,
  CompletionItem,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  SelectionRange,
} from 'vscode-languageserver-protocol';
import {
  checkRequest,
  type CheckResult,
  newPostingRequest,
  profileRequest,
  type ProfileResult,
  remakeRequest,
  reportRequest,
  type ReportResult,
} from '../../shared/protocol.ts';
import { type LanguageClient, startClient } from '../support/languageClient.ts';

const sample = (name: string): string =>
  readFileSync(path.resolve(import.meta.dirname, '../samples', name), 'utf8');
const uri = 'file:///jobs/posting.md';
const textDocument = { uri };
const capabilities = { textDocument: { diagnostic: {} }, workspace: { configuration: true } };

let client: LanguageClient;

/** A server with a posting open, and with settings of an editor. */
async function withPosting(text: string, settings: Readonly<Record<string, unknown>> = {}): Promise<void> {
  client = await startClient(
    capabilities,
    { rulePages: 'pages:/' },
    {
      answer: (connection) => {
        connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
          items.map(() => settings),
        );
      },
    },
  );
  await client.open(uri, 'markdown', 1, text);
}

const ask = <Answer>(method: string, params: object): Promise<Answer> =>
  client.connection.sendRequest(method, params);

afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

describe('the parts of a document', () => {
  it('are told as symbols, folding ranges and selection ranges', async () => {
    await withPosting(sample('two-jobs.md'));
    const [posting] = await ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    expect(posting?.name).toBe('Community Manager');
    expect(posting?.children?.map(({ name }) => name)).toContain('Responsibilities');
    const folding = await ask<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    expect(folding.length).toBeGreaterThan(0);
    const position = { line: 6, character: 30 };
    const [selection] = await ask<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [position],
    });
    expect(selection?.parent?.parent).toBeDefined();
    const highlights = await ask<unknown[]>('textDocument/documentHighlight', { textDocument, position });
    expect(highlights).toHaveLength(3);
  });

  it('bear lenses and hints only for those who want them', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } };
    await withPosting(sample('two-jobs.md'));
    expect(await ask<CodeLens[]>('textDocument/codeLens', { textDocument })).toEqual([]);
    expect(await ask<InlayHint[]>('textDocument/inlayHint', { textDocument, range })).toEqual([]);
    await client.stop();
    await withPosting(sample('two-jobs.md'), { codeLens: 'on', inlayHints: 'on' });
    const lenses = await ask<CodeLens[]>('textDocument/codeLens', { textDocument });
    expect(lenses.some(({ command }) => command?.title.startsWith('community: '))).toBe(true);
    const hints = await ask<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
    expect(hints.map(({ position }) => position.line)).toEqual([6, 7, 8, 9, 10, 11]);
  });

  it('link the rules that a comment names to their pages', async () => {
    await withPosting(`<!-- posting-lens-disable-file two-jobs, no-rule -->\n\n${sample('two-jobs.md')}`);
    const links = await ask<DocumentLink[]>('textDocument/documentLink', { textDocument });
    expect(links.map(({ target }) => target)).toEqual(['pages:/two-jobs.md']);
  });

  it('are written with help: duties that are missing', async () => {
    const text = sample('two-jobs.md').replace('- Host the monthly', '- \n- Host the monthly');
    await withPosting(text);
    const line = text.split('\n').indexOf('- ');
    const items = await ask<CompletionItem[]>('textDocument/completion', {
      textDocument,
      position: { line, character: 2 },
    });
    expect(items.map(({ label }) => label)).toContain(
      'Introduce members who work on the same problem to each other',
    );
  });
});

describe('requests behind views and commands', () => {
  it('tell the profile of a posting, or why there is none', async () => {
    await withPosting(sample('community-title-social-duties.md'));
    const profile = await ask<ProfileResult>(profileRequest, { uri });
    expect(profile.postings[0]?.verdict).toBe('a social media manager');
    expect(profile.postings[0]?.groups.map(({ id }) => id)).toEqual([
      'social-media',
      'community',
      'shared',
      'other',
    ]);
    await client.open('file:///jobs/poem.md', 'markdown', 1, 'A poem about tea.');
    const none = await ask<ProfileResult>(profileRequest, { uri: 'file:///jobs/poem.md' });
    expect(none.postings).toEqual([]);
    expect(none.silence).not.toBe('');
    expect(await ask(profileRequest, { uri: 'file:///jobs/unknown.md' })).toBeNull();
  });

  it('check texts that are not open, and report on them', async () => {
    await withPosting('');
    const text = sample('community-title-social-duties.md');
    const checked = await ask<CheckResult>(checkRequest, { uri: 'file:///jobs/a.md', text });
    expect(checked.postings.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
      ['title-mismatch'],
    ]);
    expect(checked.diagnostics).toHaveLength(1);
    const postings = checked.postings.map((posting) => ({ ...posting, path: 'jobs/a.md' }));
    const report = await ask<ReportResult>(reportRequest, { name: 'jobs', others: 0, postings });
    expect(report.markdown).toContain('[jobs/a\\.md](</jobs/a.md>)');
    expect(report.csv.split('\r\n')).toHaveLength(3);
  });

  it('write a new posting, and make one of the other role', async () => {
    await withPosting(sample('right-title.posting.md'));
    const made = { role: 'community', format: 'text', title: '', organisation: 'Tea House' };
    expect(await ask(newPostingRequest, made)).toMatch(/^Community Manager\n/);
    expect(await ask(newPostingRequest, { ...made, role: 'astronaut' })).toBeNull();
    expect(await ask(remakeRequest, { uri, role: 'social-media' })).toMatch(/^# Social Media Manager\n/);
    expect(await ask(remakeRequest, { uri, role: 'astronaut' })).toBeNull();
  });
});
