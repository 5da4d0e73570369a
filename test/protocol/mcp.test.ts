import { Ajv2020 } from 'ajv/dist/2020.js';
import { spawn } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rules, taxonomy } from '../../shared/index.ts';
import { tools } from '../../server/tools/index.ts';
import { fixture, Folder, program, root } from '../support/commandLine.ts';
import { type McpClient, startMcp } from '../support/mcpClient.ts';
import { node20 } from '../support/node20.ts';

const folder = new Folder();
const elsewhere = new Folder();
const uriOf = (name: string): string => pathToFileURL(folder.at(name)).href;
const clients: McpClient[] = [];
const start = async (options: Partial<Parameters<typeof startMcp>[0]> = {}): Promise<McpClient> => {
  const client = await startMcp({ cwd: folder.path, ...options });
  clients.push(client);
  return client;
};

const mislabeled = fixture('samples/community-title-social-duties.md');
const german = fixture('fixtures/postings/german.md');
/** Structured data says that it is a posting, and it says next to nothing. */
const teaser = JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'Community Manager',
  description: 'More soon.',
});
const unclear = { text: teaser, format: 'json' };

beforeAll(() => {
  folder.write('jobs/a.md', mislabeled);
  folder.write('jobs/notes.md', fixture('samples/no-posting.md'));
  folder.write('jobs/large.md', `${mislabeled}\n${'word '.repeat(60_000)}`);
  folder.write('jobs/bytes.md', Buffer.from([0x23, 0x20, 0xff, 0xfe, 0xfa, 0x0a]));
  folder.write('jobs/image.png', 'no image');
  folder.write('.posting-lens.json', '{ "rules": { "title-mismatch": "error" } }');
  folder.write('jobs/strict/.posting-lens.json', '{ "exclude": ["old.md"] }');
  folder.write('jobs/strict/old.md', mislabeled);
  elsewhere.write('secret.md', mislabeled);
  symlinkSync(elsewhere.at('secret.md'), folder.at('jobs/link.md'));
});
afterAll(async () => {
  await Promise.all(clients.map(({ client }) => client.close()));
  folder.dispose();
  elsewhere.dispose();
});

/** The newest revision of the protocol, and the ones before it, in which the client opens otherwise. */
const protocols: readonly (readonly [string, string | undefined])[] = [
  ['2025-11-25', undefined],
  ['2026-07-28', '2026-07-28'],
];

describe.each(protocols)('over the protocol of %s', (_, pin) => {
  let mcp: McpClient;
  beforeAll(async () => {
    mcp = await start({ pin, folders: ['jobs'] });
  });

  it('lists four tools that only read, with schemas', async () => {
    const { tools: listed } = await mcp.client.listTools();
    expect(listed.map(({ name }) => name)).toEqual([
      'judge_posting',
      'check_posting',
      'fix_posting',
      'explain',
    ]);
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    for (const { inputSchema, outputSchema, annotations, description } of listed) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(outputSchema).toBeDefined();
      expect(description?.length).toBeGreaterThan(60);
      ajv.compile(inputSchema as object);
      ajv.compile(outputSchema as object);
    }
  });

  it('judges a text as the command line does', async () => {
    const { structured, text, isError } = await mcp.call('judge_posting', { text: mislabeled });
    const { stdout } = await folder.run(['check', '-', '--format', 'json'], mislabeled);
    const [printed] = (JSON.parse(stdout) as { results: Record<string, unknown>[] }).results;
    const { diagnostics, path: name, ...same } = printed ?? {};
    expect([diagnostics, name]).not.toContain(undefined);
    expect(structured).toMatchObject({
      outcome: 'judged',
      refusal: null,
      postings: [{ outcome: 'judged', result: { path: '', ...same } }],
    });
    expect(isError).toBe(false);
    expect(text).toContain('The duties describe a social media manager');
    expect(text).toMatch(/- line \d+: “/);
  });

  it('checks a file with the configuration of its folder, and nothing above what was given', async () => {
    const { structured, text } = await mcp.call('check_posting', { path: 'a.md' });
    expect(structured).toMatchObject({
      outcome: 'judged',
      postings: [
        { result: { path: 'a.md', diagnostics: [{ rule: 'title-mismatch', severity: 'warning' }] } },
      ],
    });
    expect(text).toContain('title-mismatch');
    const wider = await start({ pin, folders: ['.'] });
    expect((await wider.call('check_posting', { path: 'jobs/a.md' })).structured).toMatchObject({
      postings: [{ result: { diagnostics: [{ rule: 'title-mismatch', severity: 'error' }] } }],
    });
    expect((await wider.call('check_posting', { text: mislabeled })).structured).toMatchObject({
      postings: [{ result: { diagnostics: [{ rule: 'title-mismatch', severity: 'error' }] } }],
    });
  });

  it('fixes a text and writes nothing', async () => {
    const { structured, text } = await mcp.call('fix_posting', { path: 'a.md' });
    expect(structured).toMatchObject({ outcome: 'fixed', postings: [{ result: { diagnostics: [] } }] });
    const after = String(structured['text']);
    expect(after).toContain('# Senior Social Media Manager');
    expect(text).toContain(after);
    expect(folder.read('jobs/a.md')).toBe(mislabeled);
    expect((await mcp.call('fix_posting', { text: after })).structured).toMatchObject({
      outcome: 'unchanged',
      text: after,
    });
    expect((await mcp.call('fix_posting', { text: mislabeled, fixes: 'safe' })).structured).toMatchObject({
      outcome: 'unchanged',
      text: mislabeled,
      postings: [{ result: { diagnostics: [{ rule: 'title-mismatch' }] } }],
    });
  });

  it('explains rules and entries, and suggests what may have been meant', async () => {
    const { structured, text } = await mcp.call('explain', { id: 'two-jobs' });
    expect(structured).toMatchObject({ outcome: 'explained', kind: 'rule', markdown: text });
    expect(text).toMatch(/^# two-jobs\n/);
    expect((await mcp.call('explain', { id: 'moderation' })).structured).toMatchObject({
      kind: 'responsibility',
    });
    for (const id of ['both', 'neither', 'unclear'])
      expect((await mcp.call('explain', { id })).structured).toMatchObject({ kind: 'verdict' });
    const unknown = await mcp.call('explain', { id: '../two-job' });
    expect(unknown).toMatchObject({
      isError: true,
      structured: { outcome: 'refused', refusal: 'unknown-id', suggestions: ['two-jobs'] },
    });
    expect(unknown.text).toContain('Did you mean two-jobs');
  });

  it('spells out what it cannot tell and what it did not judge', async () => {
    const answer = await mcp.call('judge_posting', unclear);
    expect(answer.structured).toMatchObject({
      outcome: 'cannot-tell',
      postings: [{ outcome: 'cannot-tell', result: { verdict: { role: 'unclear' } } }],
    });
    expect(answer.text).toContain('Cannot tell which job this is. There are too few duties to tell.');
    const quiet = await mcp.call('check_posting', unclear);
    expect(quiet.text).toContain('does not mean that the title is right');
    expect((await mcp.call('fix_posting', unclear)).structured).toMatchObject({
      outcome: 'cannot-tell',
      text: teaser,
    });

    const silences: readonly (readonly [Record<string, string>, string])[] = [
      [{ text: 'Milk, eggs, bread' }, 'not-a-posting'],
      [{ path: 'notes.md' }, 'not-a-posting'],
      [{ text: german }, 'language'],
      [{ path: 'large.md' }, 'too-large'],
      [{ path: 'bytes.md' }, 'unreadable'],
      [{ path: 'image.png' }, 'format'],
      [{ path: 'strict/old.md' }, 'excluded'],
    ];
    for (const [input, silent] of silences)
      for (const tool of ['judge_posting', 'check_posting', 'fix_posting']) {
        const { structured, text, isError } = await mcp.call(tool, input);
        expect(structured, silent).toMatchObject({
          outcome: 'refused',
          postings: [{ outcome: 'refused', result: { silent, verdict: null } }],
        });
        expect(text).toMatch(/Not judged: .+ That is no verdict/);
        expect(structured['text'] ?? null).toBe(null);
        expect(isError).toBe(false);
      }
  });

  it('reads nothing outside of the folders, and tells nothing of what is there', async () => {
    const outside = [
      '../jobs/../.posting-lens.json',
      elsewhere.at('secret.md'),
      elsewhere.at('no-such-file.md'),
      `file://${elsewhere.at('secret.md').replaceAll(' ', '%20')}`,
      'link.md',
      '..',
      'https://example.org/a.md',
      '/dev/stdin',
    ];
    for (const name of outside)
      for (const tool of ['judge_posting', 'check_posting', 'fix_posting']) {
        const { structured, text, isError } = await mcp.call(tool, { path: name });
        expect(structured, name).toMatchObject({ outcome: 'refused', refusal: 'outside', postings: [] });
        expect(text).toContain('Refused (outside)');
        expect(isError).toBe(true);
      }
    const others: readonly (readonly [Record<string, string>, string])[] = [
      [{ path: 'missing.md' }, 'not-found'],
      [{ path: 'strict' }, 'input'],
      [{ path: 'a.md', text: teaser }, 'input'],
      [{}, 'input'],
    ];
    for (const [input, refusal] of others)
      expect(await mcp.call('judge_posting', input)).toMatchObject({
        isError: true,
        structured: { outcome: 'refused', refusal, postings: [] },
      });
  });

  it('reads in the folders that the client works in, and in none where there are none', async () => {
    const rooted = await start({ pin, roots: ['vscode-vfs://github/a/b', uriOf('jobs')] });
    expect((await rooted.call('judge_posting', { path: 'a.md' })).structured).toMatchObject({
      outcome: 'judged',
    });
    expect((await rooted.call('judge_posting', { path: folder.at('jobs/a.md') })).structured).toMatchObject({
      outcome: 'judged',
    });
    const outside = { path: elsewhere.at('secret.md') };
    expect((await rooted.call('judge_posting', outside)).structured).toMatchObject({ refusal: 'outside' });
    const alone = await start({ pin });
    const refused = await alone.call('judge_posting', { path: 'jobs/a.md' });
    expect(refused.structured).toMatchObject({ refusal: 'outside' });
    expect(refused.text).toContain('no folder was given');
  });

  it.each([[['vscode-vfs://github/a/b']], [['no URI']], [null]])(
    'reads in the folders of the command line whatever the client says of its own: %j',
    async (roots) => {
      const odd = await start({ pin, roots, folders: ['jobs'] });
      expect((await odd.call('judge_posting', { path: 'a.md' })).structured).toMatchObject({
        outcome: 'judged',
      });
      // The newer client does not come back to the server where it fails.
      if (roots === null && pin !== undefined) return;
      const outside = await odd.call('judge_posting', { path: elsewhere.at('secret.md') });
      expect(outside.structured).toMatchObject({ outcome: 'refused', refusal: 'outside' });
    },
  );

  it('has the taxonomy and the rules as resources, with completion', async () => {
    const { resources } = await mcp.client.listResources();
    const count =
      1 +
      rules.length +
      taxonomy.roles.length +
      3 + // the verdicts that are no role
      taxonomy.responsibilities.length +
      taxonomy.traits.length +
      taxonomy.contexts.length;
    expect(resources).toHaveLength(count);
    for (const { uri } of resources) {
      const [content] = (await mcp.client.readResource({ uri })).contents;
      expect(content !== undefined && 'text' in content ? content.text.length : 0, uri).toBeGreaterThan(80);
    }
    const { resourceTemplates } = await mcp.client.listResourceTemplates();
    expect(resourceTemplates).toHaveLength(6);
    const { completion } = await mcp.client.complete({
      ref: { type: 'ref/resource', uri: 'posting-lens://responsibilities/{id}' },
      argument: { name: 'id', value: 'mod' },
    });
    expect(completion.values).toEqual(['moderation']);
    await expect(mcp.client.readResource({ uri: 'posting-lens://rules/no-such-rule' })).rejects.toThrow(
      /not found/i,
    );
  });

  it('answers what does not fit the schemas with an error, and goes on', async () => {
    for (const input of [{ text: 7 }, { text: teaser, format: 'docx' }, { txt: teaser }]) {
      const { isError } = (await mcp.client
        .callTool({ name: 'judge_posting', arguments: input })
        .catch(() => ({ isError: true }))) as { isError?: boolean };
      expect(isError).toBe(true);
    }
    await expect(mcp.client.callTool({ name: 'delete_posting', arguments: {} })).rejects.toThrow();
    expect((await mcp.call('judge_posting', { text: teaser })).structured).toMatchObject({ refusal: null });
    expect(mcp.stderr()).toBe('');
  });
});

/** The server with a client that writes what it likes. */
function speak(
  lines: readonly unknown[],
): Promise<{ status: number | null; answers: unknown[]; stderr: string }> {
  const child = spawn(node20, [program, 'mcp'], { cwd: folder.path });
  const out = { stdout: '', stderr: '' };
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (out.stderr += chunk));
  const last = JSON.stringify({ jsonrpc: '2.0', id: 'last', method: 'ping' });
  const text = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out.stdout += chunk;
    if (out.stdout.includes('"last"')) child.stdin.end();
  });
  child.stdin.write(`${text}${last}\n`);
  return new Promise((resolve) =>
    child.on('close', (status) =>
      resolve({
        status,
        answers: out.stdout
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as unknown),
        stderr: out.stderr,
      }),
    ),
  );
}

const opening = [
  {
    jsonrpc: '2.0',
    id: 0,
    method: 'initialize',
    params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
  },
  { jsonrpc: '2.0', method: 'notifications/initialized' },
];

describe('the process', () => {
  it('does not answer what was called off, and ends when nobody writes to it any more', async () => {
    const call = (id: number) => ({
      jsonrpc: '2.0',
      id,
      method: 'tools/call',
      params: { name: 'judge_posting', arguments: { text: mislabeled } },
    });
    const cancel = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } };
    const { status, answers } = await speak([...opening, call(1), cancel]);
    const ids = answers.map((answer) => (answer as { id: unknown }).id);
    expect([status, ids]).toEqual([0, [0, 'last']]);
  });

  it('goes on after lines that are no messages, and writes of them to standard error only', async () => {
    const { status, answers, stderr } = await speak([
      ...opening,
      '{ this is not JSON',
      '[]',
      { jsonrpc: '2.0', id: 3, method: 'no/such/method' },
    ]);
    expect(status).toBe(0);
    expect(answers).toContainEqual(
      expect.objectContaining({ id: 3, error: expect.objectContaining({ code: -32601 }) as unknown }),
    );
    expect(answers).toContainEqual(
      expect.objectContaining({ id: 'last', result: expect.anything() as unknown }),
    );
    expect(stderr).toContain('posting-lens mcp:');
  });

  it.each([
    ['nowhere', 'nowhere does not exist'],
    ['jobs/a.md', 'jobs/a.md is no folder'],
  ])('is not started for %s, which is no folder', async (name, says) => {
    const { status, stderr, stdout } = await folder.run(['mcp', name]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
  });

  it('is in the extension as well, without the command line', async () => {
    const args = [path.join(root, 'dist/server/mcp.mjs')];
    const { client, call } = await start({ args, folders: [folder.at('jobs')] });
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
    expect((await call('explain', { id: 'two-jobs' })).text).toContain('## Why');
    expect((await call('judge_posting', { path: 'a.md' })).structured).toMatchObject({ outcome: 'judged' });
  });
});

describe('the set-ups that the page for agents shows', () => {
  const page = readFileSync(path.join(root, 'server/mcp/README.md'), 'utf8');
  const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text);

  it('are several', () => expect(blocks.length).toBeGreaterThan(2));

  it.each(blocks)('start the server: %s', async (text) => {
    const [servers] = Object.values(
      JSON.parse(text) as Record<string, Record<string, { command: string; args: string[] }>>,
    );
    const server = servers?.['posting-lens'];
    expect(server?.command).toBe('posting-lens');
    folder.write('careers/a.md', mislabeled);
    const [first = '', ...folders] = server?.args ?? [];
    expect(folders).toHaveLength(1);
    const { call } = await start({ args: [program, first], folders: [folder.at('careers')] });
    expect((await call('judge_posting', { path: 'a.md' })).structured).toMatchObject({ outcome: 'judged' });
  });
});
