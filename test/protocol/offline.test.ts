/** Nothing that is shipped reaches out: with every way out made to throw, a check, a session of an editor and one of an agent do all they do. */
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { execute, Folder, program, root } from '../support/commandLine.ts';
import { startClient } from '../support/languageClient.ts';
import { startMcp } from '../support/mcpClient.ts';
import { mislabeled } from '../support/mislabeled.ts';
import { node20 } from '../support/node20.ts';

const trap = pathToFileURL(path.join(root, 'test/support/trap.mjs')).href;
let folder: Folder;
let log: string;
let trapped: string[];

beforeEach(() => {
  folder = new Folder();
  log = folder.at('tried.log');
  // Neither `eval` nor `new Function` makes code from text then.
  trapped = ['--disallow-code-generation-from-strings', '--import', `${trap}?log=${encodeURIComponent(log)}`];
  folder.write('.git/HEAD', '');
  folder.write('jobs/a.posting.md', mislabeled());
  folder.write('.posting-lens.json', '{ "rules": { "off-role-duty": "warning" } }');
});
afterEach(() => folder.dispose());

const tried = (): string => (existsSync(log) ? readFileSync(log, 'utf8') : '');

describe('with every way out closed', () => {
  it.each([
    ['a network connection', `fetch('http://localhost')`],
    ['a server of its own', `require('node:net').createServer().listen(0)`],
    ['another program', `require('node:child_process').spawn('true')`],
    ['code from text', `new Function('return 1')()`],
  ])('the trap catches %s', async (_, code) => {
    const { status, stderr } = await execute(node20, [...trapped, '-e', code], { cwd: folder.path });
    expect(status).not.toBe(0);
    expect(tried() + stderr).toMatch(/was tried|Code generation from strings disallowed/);
  });

  it('a check, its fixes and a dump on several threads work', async () => {
    const run = (args: readonly string[], input = ''): ReturnType<typeof execute> =>
      execute(node20, [...trapped, program, ...args], { cwd: folder.path, input });
    const { status, stdout, stderr } = await run(['check', '.', '--format', 'sarif']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('title-mismatch');
    const line = (id: number): string =>
      JSON.stringify({ id: String(id), format: 'markdown', text: `${mislabeled()}\nNumber ${id}.\n` });
    const lines = Array.from({ length: 300 }, (_, id) => `${line(id)}\n`).join('');
    const dump = await run(['check', '-', '--stdin-format', 'ndjson', '--fail-on', 'never'], lines);
    expect(dump.status).toBe(0);
    expect(dump.stdout.split('\n').filter(Boolean)).toHaveLength(300);
    expect((await run(['check', '.', '--fix=titles', '--fail-on', 'never'])).status).toBe(0);
    expect(readFileSync(folder.at('jobs/a.posting.md'), 'utf8')).toContain('# Social Media Manager');
    expect((await run(['explain', 'title-mismatch'])).status).toBe(0);
    expect(tried()).toBe('');
  });

  it('an editor is served', async () => {
    const client = await startClient({}, {}, { nodeOptions: trapped });
    const uri = pathToFileURL(folder.at('jobs/a.posting.md')).href;
    await client.open(uri, 'markdown', 1, mislabeled());
    const { diagnostics } = await client.publication((each) => each.uri === uri);
    expect(diagnostics.map(({ code }) => code)).toContain('title-mismatch');
    const textDocument = { uri };
    const position = { line: 0, character: 4 };
    expect(
      await client.connection.sendRequest('textDocument/hover', { textDocument, position }),
    ).not.toBeNull();
    const actions = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument,
      range: diagnostics[0]?.range,
      context: { diagnostics },
    });
    expect(actions).not.toEqual([]);
    expect(await client.stop()).toBe(0);
    expect(tried()).toBe('');
  });

  it('an agent is served', async () => {
    const { client, call, stderr } = await startMcp({
      cwd: folder.path,
      folders: ['jobs'],
      args: [...trapped, program, 'mcp'],
    });
    const { isError, text } = await call('check_posting', { path: folder.at('jobs/a.posting.md') });
    expect({ isError, stderr: stderr() }).toEqual({ isError: false, stderr: '' });
    expect(text).toContain('title-mismatch');
    expect((await call('explain', { id: 'title-mismatch' })).isError).toBe(false);
    expect((await client.listResources()).resources.length).toBeGreaterThan(10);
    await client.close();
    expect(tried()).toBe('');
  });
});
