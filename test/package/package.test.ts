/** The npm package as somebody gets it: packed, installed in an empty folder without a network, and used. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { publint } from 'publint';
import { afterAll, describe, expect, it } from 'vitest';
import { execute, fixture, Folder, root } from '../support/commandLine.ts';
import { startClient } from '../support/languageClient.ts';
import { node20 } from '../support/node20.ts';
import { assembled, install, pack } from '../support/package.ts';

const folder = new Folder();
afterAll(() => folder.dispose());
const tarball = pack(assembled, folder);
const installed = install(tarball, folder);
const bin = folder.at('node_modules/.bin/posting-lens');
folder.write('jobs/a.md', fixture('fixtures/postings/mislabeled.md'));

interface Manifest {
  readonly version: string;
  readonly [key: string]: unknown;
}
const read = (file: string): string => readFileSync(file, 'utf8');
const manifestOf = (place: string): Manifest =>
  JSON.parse(read(path.join(place, 'package.json'))) as Manifest;
const manifest = manifestOf(installed);

describe('the package', () => {
  it('has nothing that publint would change', async () => {
    const { messages } = await publint({ pkgDir: assembled, strict: true, pack: false });
    expect(messages).toEqual([]);
  });

  it('has types that every kind of resolution finds right', () => {
    const attw = path.join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const options = ['--profile', 'esm-only', '--format', 'ascii', '--no-color', '--no-emoji'];
    const { status, stdout } = spawnSync(process.execPath, [attw, tarball, ...options], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, expect.stringContaining('node16 (from ESM): OK (ESM)')]);
  });

  it('brings everything along and runs nothing when it is installed', () => {
    expect(readdirSync(folder.at('node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'posting-lens',
    ]);
    for (const key of ['dependencies', 'peerDependencies', 'optionalDependencies', 'scripts', 'private'])
      expect(manifest).not.toHaveProperty(key);
    expect(manifest).toMatchObject({ sideEffects: false, type: 'module', engines: { node: '>=20' } });
    expect(manifest.version).toBe(manifestOf(root).version);
  });

  it('keeps the licence of everything that is bundled', () => {
    const notices = read(path.join(installed, 'ThirdPartyNotices.txt'));
    for (const name of ['commander', '@lezer/markdown', 'vscode-jsonrpc', 'htmlparser2'])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(notices).not.toContain('Licence:');
  });

  it('is the same to the byte wherever and whenever it is packed', () => {
    const elsewhere = new Folder();
    try {
      cpSync(assembled, elsewhere.at('copy'), { recursive: true });
      expect(readFileSync(pack(elsewhere.at('copy'), elsewhere)).equals(readFileSync(tarball))).toBe(true);
    } finally {
      elsewhere.dispose();
    }
  });

  it('exports what the report of its API says: `npm run api` renews it, for the review to see', () => {
    expect(read(path.join(root, 'shared/library.api.md'))).toBe(
      read(path.join(root, 'out/api/library.api.md')),
    );
  });
});

describe.each([...new Set([node20, process.execPath])])('on %s', (node) => {
  const run = (...args: string[]) => execute(node, [bin, ...args], { cwd: folder.path });

  it('checks', async () => {
    const { status, stdout, stderr } = await run('check', 'jobs', '--format', 'github');
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain('title-mismatch');
  });

  it('explains a rule by its page', async () => {
    expect(await run('explain', 'title-mismatch')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('## Why') as string,
    });
  });

  it('serves an editor', async () => {
    const client = await startClient({}, {}, { server: [node, bin, 'lsp', '--stdio'] });
    await client.open('file:///a.md', 'markdown', 1, folder.read('jobs/a.md'));
    const { diagnostics } = await client.publication(({ version }) => version === 1);
    expect(diagnostics[0]).toMatchObject({
      code: 'title-mismatch',
      codeDescription: {
        href: expect.stringMatching(/^file:.*\/posting-lens\/rules\/title-mismatch\.md$/) as string,
      },
    });
    expect(await client.stop()).toBe(0);
  });

  it('serves an agent', async () => {
    const transport = new StdioClientTransport({ command: node, args: [bin, 'mcp'], cwd: folder.path });
    const agent = new Client({ name: 'test', version: '0' });
    await agent.connect(transport);
    const { tools } = await agent.listTools();
    expect(tools.map(({ name }) => name)).toContain('judge_posting');
    await agent.close();
  });

  it('is imported', async () => {
    const program = `import * as lens from 'posting-lens';
import manifest from 'posting-lens/package.json' with { type: 'json' };
import schema from 'posting-lens/schemas/posting-lens.schema.json' with { type: 'json' };
const { judged } = lens.createPostingLens().analyze(process.argv[2], lens.formatByPath('a.md'));
console.log(judged[0].judgement.verdict.role, manifest.version, typeof schema.$schema);`;
    folder.write('import.js', program);
    const { stdout, stderr } = await execute(node, ['--no-warnings', 'import.js', folder.read('jobs/a.md')], {
      cwd: folder.path,
    });
    expect([stdout, stderr]).toEqual([`social-media ${manifest.version} string\n`, '']);
  });
});
