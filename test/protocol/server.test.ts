import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  Hover,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { statusNotification, type StatusParams } from '../../shared/protocol.ts';
import { type LanguageClient, startClient } from '../support/languageClient.ts';

const mislabeled = readFileSync(
  path.resolve(import.meta.dirname, '../fixtures/postings/mislabeled.md'),
  'utf8',
);
const newsletter = readFileSync(
  path.resolve(import.meta.dirname, '../fixtures/documents/newsletter.md'),
  'utf8',
);
const uri = 'file:///jobs/a%20b%23.md';

const edits: ClientCapabilities = { workspace: { workspaceEdit: { documentChanges: true } } };
const pulling: ClientCapabilities = {
  ...edits,
  textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown', 'plaintext'] } },
};
const pushed: ClientCapabilities = {
  ...edits,
  textDocument: { publishDiagnostics: { versionSupport: true } },
};

let client: LanguageClient;
const pull = async (): Promise<Diagnostic[]> => {
  const report: { items: Diagnostic[] } = await client.connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.items;
};
const change = (version: number, contentChanges: unknown[]) =>
  client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges,
  });
const titleStart = { line: 1, character: 8 };

async function actionsAt(diagnostic: Diagnostic | undefined): Promise<CodeAction[]> {
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: diagnostic?.range,
    context: { diagnostics: [diagnostic] },
  });
}

afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

describe('a client that pulls', () => {
  it('is answered, and never pushed to', async () => {
    client = await startClient(pulling);
    expect(client.initialized.capabilities.diagnosticProvider).toMatchObject({
      interFileDependencies: false,
    });
    await client.open(uri, 'markdown', 1, mislabeled);
    const [diagnostic, ...rest] = await pull();
    expect(rest).toEqual([]);
    expect(diagnostic).toMatchObject({ code: 'title-mismatch', source: 'posting-lens', severity: 2 });
    expect(diagnostic?.range.start).toEqual(titleStart);
    expect(diagnostic?.relatedInformation).toHaveLength(5);
    expect(diagnostic?.codeDescription?.href).toMatch(/^file:.*\/rules\/title-mismatch\.md$/);
    expect(readFileSync(new URL(diagnostic?.codeDescription?.href ?? ''), 'utf8')).toContain(
      '# title-mismatch',
    );
    await client.open('file:///jobs/letter.md', 'markdown', 1, newsletter);
    expect(
      await client.connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri: 'file:///jobs/letter.md' },
      }),
    ).toEqual({ kind: 'full', items: [] });
    expect(client.published).toEqual([]);
  });

  it('gets the fix first, and the document it leaves has no mismatch', async () => {
    client = await startClient(pulling);
    await client.open(uri, 'markdown', 7, mislabeled);
    const [diagnostic] = await pull();
    const [action] = await actionsAt(diagnostic);
    expect(action?.title).toBe('Change the title to “Senior Social Media Manager (m/f/d)”');
    expect(action).toMatchObject({ isPreferred: true, kind: 'quickfix' });
    const [edit] = (action?.edit?.documentChanges ?? []) as {
      textDocument: { version: number };
      edits: TextEdit[];
    }[];
    expect(edit?.textDocument.version).toBe(7);
    const document = TextDocument.create(uri, 'markdown', 7, mislabeled);
    const after = TextDocument.applyEdits(document, edit?.edits ?? []);
    expect(after).toContain('As our Social Media Manager you will');
    await change(8, [{ text: after }]);
    expect(await pull()).toEqual([]);
  });

  it('follows incremental changes', async () => {
    client = await startClient(pulling);
    await client.open(uri, 'markdown', 1, mislabeled);
    const word = { start: { line: 1, character: 15 }, end: { line: 1, character: 24 } };
    const heading = { start: { line: 5, character: 9 }, end: { line: 5, character: 18 } };
    await change(2, [
      { range: heading, text: 'Social Media' },
      { range: word, text: 'Social Media' },
    ]);
    expect(await pull()).toEqual([]);
    await change(3, [{ range: { start: word.start, end: { line: 1, character: 27 } }, text: 'Community' }]);
    expect((await pull()).map(({ code }) => code)).toEqual([
      'title-conflict',
      'title-mismatch',
      'title-conflict',
    ]);
    // The front matter names the one role now, the heading the other.
  });

  it('says after a run of changes what it says of a document that is opened', async () => {
    client = await startClient(pulling);
    await client.open(uri, 'markdown', 1, mislabeled);
    const document = TextDocument.create(uri, 'markdown', 1, mislabeled);
    const runs = [
      [{ line: 3, character: 0 }, '\r\n- Moderate the forum\r\n'],
      [{ line: 6, character: 2 }, '\u{1F600} `'],
      [{ line: 99, character: 99 }, '\n\n## Requirements\n\nTwo years.'],
      [{ line: 0, character: 0 }, '\uFEFF'],
      [{ line: 0, character: 0 }, '# '],
    ] as const;
    for (const [index, [start, text]] of runs.entries()) {
      const back = { range: { start: { line: 2, character: 3 }, end: { line: 2, character: 1 } }, text: 'x' };
      const changes = [{ range: { start, end: start }, text }, back];
      TextDocument.update(document, changes, index + 2);
      await change(index + 2, changes);
      const edited = await pull();
      expect(edited.map(({ code }) => code)).toContain('title-mismatch');
      const other = `file:///jobs/${index}.md`;
      await client.open(other, 'markdown', 1, document.getText());
      const report: { items: Diagnostic[] } = await client.connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri: other },
      });
      expect(JSON.stringify(edited)).toBe(JSON.stringify(report.items).replaceAll(other, uri));
    }
  });

  it('is told why nothing is said of a document above the limit', async () => {
    client = await startClient(pulling);
    const reasons: string[] = [];
    const told = new Promise<void>((resolve) => {
      client.connection.onNotification(statusNotification, ({ reason }: StatusParams) => {
        reasons.push(reason);
        resolve();
      });
    });
    await client.open(uri, 'markdown', 1, mislabeled.padEnd(300 * 1024, '\n'));
    expect(await pull()).toEqual([]);
    await told;
    expect(reasons).toEqual(['The document is longer than 256 KB and was not read.']);
    await change(2, [{ text: mislabeled }]);
    expect((await pull()).map(({ code }) => code)).toEqual(['title-mismatch']);
  });

  it('reads hovers of title, phrase and statement, with citation and without raw HTML', async () => {
    client = await startClient(pulling);
    await client.open(
      uri,
      'markdown',
      1,
      mislabeled.replace('at our tasting room', 'at our <b>room</b> [x](command:y)'),
    );
    const hover = async (line: number, character: number): Promise<string> => {
      const found: Hover | null = await client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line, character },
      });
      return found === null ? '' : (found.contents as { value: string }).value;
    };
    const title = await hover(1, 12);
    expect(title).toMatch(
      /^The duties describe a social media manager: social media \d+%, community \d% of the duties\./,
    );
    expect(title.match(/^- /gm)).toHaveLength(3);
    const phrase = await hover(11, 12);
    expect(phrase).toContain('a responsibility of the social media manager');
    expect(phrase).toMatch(/is part of a duty\. The whole statement speaks strongly for social media/);
    expect(phrase).toContain('Rachel Happe, [“Differentiating');
    expect(phrase).toContain('2010: the responsibilities');
    for (const text of [title, phrase, await hover(12, 10)]) expect(text).not.toMatch(/<[a-z]|\]\(command/);
    expect(await hover(6, 0)).toBe('');
  });
});

describe('a client that is pushed to', () => {
  it('gets one publication with the version for each newest state, changed or not', async () => {
    client = await startClient(pushed);
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await client.open(uri, 'markdown', 1, mislabeled);
    const first = await client.publication(({ version }) => version === 1);
    expect(first.diagnostics.map(({ code }) => code)).toEqual(['title-mismatch']);
    await change(2, [
      { range: { start: { line: 6, character: 0 }, end: { line: 6, character: 0 } }, text: '\n' },
    ]);
    const second = await client.publication(({ version }) => version === 2);
    expect(second.diagnostics).toHaveLength(1);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    const last = await client.publication(({ version }) => version === undefined);
    expect(last.diagnostics).toEqual([]);
    expect(client.published).toHaveLength(3);
  });

  it('is told of the newest version at the end of a burst', async () => {
    client = await startClient(pushed);
    await client.open(uri, 'markdown', 1, mislabeled);
    const at = { line: 6, character: 0 };
    for (let version = 2; version <= 200; version++)
      await change(version, [{ range: { start: at, end: at }, text: 'a' }]);
    const newest = await client.publication(({ version }) => version === 200);
    expect(newest.diagnostics).toHaveLength(1);
    const versions = client.published.map(({ version }) => version ?? 0);
    expect([...versions].sort((a, b) => a - b)).toEqual(versions);
    expect(new Set(versions).size).toBe(versions.length);
  });

  it('gets plain text and plain changes when it knows nothing else', async () => {
    client = await startClient({});
    await client.open(uri, 'markdown', 1, mislabeled);
    const [diagnostic] = (await client.publication(() => true)).diagnostics;
    const [action] = await actionsAt(diagnostic);
    expect(Object.keys(action?.edit?.changes ?? {})).toEqual([uri]);
    const hover: Hover | null = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: titleStart,
    });
    expect(hover?.contents).toMatchObject({ kind: 'plaintext' });
    expect((hover?.contents as { value: string }).value).not.toMatch(/[*\\]|\]\(/);
  });
});

describe('positions', () => {
  it.each([
    ['utf-8', 13],
    ['utf-32', 4],
    ['utf-16', 5],
  ])('are counted in %s when that is what the client offers', async (encoding, character) => {
    client = await startClient({ ...pulling, general: { positionEncodings: [encoding] } });
    expect(client.initialized.capabilities.positionEncoding).toBe(encoding);
    const source = mislabeled.replace(/^---[\s\S]*?---\n\n# /, '# 🪐 é');
    await client.open(uri, 'markdown', 1, source.replace('# 🪐 é', '# 🪐 '));
    const [before] = await pull();
    expect(before?.range.start).toEqual({ line: 0, character: 2 });
    const end = { line: 0, character: encoding === 'utf-8' ? 7 : encoding === 'utf-32' ? 4 : 5 };
    await change(2, [{ range: { start: end, end }, text: 'é—Big ' }]);
    const [after] = await pull();
    expect((after?.range.end.character ?? 0) - (before?.range.end.character ?? 0)).toBe(
      encoding === 'utf-8' ? 9 : 6,
    );
    expect(character).toBeGreaterThan(0);
  });
});

describe('what no client should send', () => {
  it('is answered with nothing, and the server goes on', async () => {
    client = await startClient(pulling);
    const textDocument = { uri: 'file:///never-opened.md' };
    expect(await client.connection.sendRequest('textDocument/diagnostic', { textDocument })).toEqual({
      kind: 'full',
      items: [],
    });
    expect(
      await client.connection.sendRequest('textDocument/hover', {
        textDocument,
        position: { line: 9, character: 9 },
      }),
    ).toBeNull();
    await client.open('file:///x.py', 'python', 1, mislabeled);
    expect(
      await client.connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri: 'file:///x.py' },
      }),
    ).toEqual({ kind: 'full', items: [] });
    await client.open(uri, 'markdown', 1, mislabeled);
    const far = { line: 9999, character: 9999 };
    expect(
      await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: far }),
    ).toBeNull();
    await change(2, [{ range: { start: far, end: far }, text: 'The end.' }]);
    expect(await pull()).toHaveLength(1);
  });
});

describe('several postings of one file', () => {
  const several = (file: string): string =>
    readFileSync(path.resolve(import.meta.dirname, '../fixtures/several', file), 'utf8');
  it.each([
    ['greenhouse.json', 'json'],
    ['lever.json', 'jsonc'],
    ['careers-with-data.html', 'html'],
    ['jobs.yaml', 'yaml'],
  ])('%s: what is found in the second stands in the second, and is cured there', async (file, languageId) => {
    client = await startClient(pulling);
    const source = several(file).replaceAll('Community Lead, Tea Circle', 'Social Media Lead');
    await client.open(uri, languageId, 1, source);
    const diagnostics = await pull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['title-mismatch', 'title-mismatch']);
    const document = TextDocument.create(uri, languageId, 1, source);
    expect(diagnostics.map(({ range }) => document.getText(range))).toEqual([
      'Community Manager',
      'Social Media Lead',
    ]);
    const [action] = await actionsAt(diagnostics[1]);
    const [fix] = action?.edit?.documentChanges ?? [];
    const changes = fix !== undefined && 'edits' in fix ? (fix.edits as TextEdit[]) : [];
    const after = TextDocument.applyEdits(document, changes);
    expect([after.includes('Social Media Lead'), after.includes('Community Lead')]).toEqual([false, true]);
    expect(after.split('Community Manager')).toHaveLength(source.split('Community Manager').length);
    const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: diagnostics[1]?.range.start,
    });
    expect(JSON.stringify(hover)).toContain('duties');
  });
});
