import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { Configurations } from '../../server/cli/configuration.ts';
import { files } from '../../server/files.ts';
import { ConfiguredEditor, Tree } from '../support/configuredEditor.ts';
import { node20 } from '../support/node20.ts';

const root = path.resolve(import.meta.dirname, '../..');
const program = path.join(root, 'dist/cli/posting-lens.mjs');
const fixture = (name: string): string => readFileSync(path.join(root, 'test', name), 'utf8');
const mislabeled = fixture('fixtures/postings/mislabeled.md');

const tree = new Tree();
tree.write('repo/.git/HEAD', '');
tree.write('repo/.posting-lens.json', {
  extends: ['team/base.json'],
  rules: { 'title-mismatch': 'error' },
  exclude: ['old/'],
  include: ['*.note.md'],
  overrides: [{ files: ['jobs/quiet/**'], rules: { 'title-mismatch': { severity: 'hint' } } }],
});
tree.write('repo/team/base.json', {
  titles: { community: ['Member Host'] },
  rules: { 'two-jobs': 'warning' },
});
tree.write('repo/jobs/a.md', mislabeled);
tree.write('repo/jobs/both.md', fixture('samples/two-jobs.md'));
tree.write('repo/jobs/quiet/b.md', mislabeled);
tree.write('repo/jobs/own/.posting-lens.json', '{ "rules": { "title-mismatch": "information", "nope": 1 } ');
tree.write('repo/jobs/own/c.md', mislabeled);
tree.write('repo/jobs/host.md', mislabeled.replaceAll('Community Manager', 'Member Host'));
tree.write('repo/jobs/careers.html', fixture('fixtures/several/careers.html'));
tree.write('repo/jobs/few.note.md', '# Community Manager\n\n- Write captions\n');
tree.write('repo/old/d.md', mislabeled);
tree.write('repo/old/e.posting', mislabeled);
tree.write('other.json', { rules: { 'title-mismatch': 'information' } });
const names = ['a.md', 'both.md', 'quiet/b.md', 'own/c.md', 'host.md', 'careers.html', 'few.note.md'].map(
  (name) => `jobs/${name}`,
);
afterAll(() => tree.dispose());

describe('folders without a configuration file of their own', () => {
  it('share what was read for the folder above', async () => {
    const repo = new Tree();
    repo.write('.git/HEAD', '');
    repo.write('.posting-lens.json', { maxLength: 7, extends: ['base.json'] });
    repo.write('base.json', { rulez: {} });
    repo.write('own/.posting-lens.json', { maxLength: 8 });
    const read = vi.spyOn(files, 'read');
    const complaints: string[] = [];
    const configurations = new Configurations({ rule: [] }, (complaint) => complaints.push(complaint));
    const names = ['a.md', 'one/b.md', 'one/deep/c.md', 'two/d.md', 'own/deep/e.md'];
    const found = await Promise.all(names.map((name) => configurations.of(path.join(repo.folder, name))));
    const base = path.join(repo.folder, 'base.json');
    expect(found.map(({ configuration }) => configuration.maxLength / 1024)).toEqual([7, 7, 7, 7, 8]);
    expect(read.mock.calls.filter(([file]) => file === base)).toHaveLength(1);
    expect(complaints).toHaveLength(1);
    read.mockRestore();
    repo.dispose();
  });
});

interface Result {
  readonly path: string;
  readonly silent: string | null;
  readonly reason?: string;
  readonly diagnostics: readonly (Pick<Diagnostic, 'message' | 'range'> & {
    rule: string;
    severity: string;
  })[];
}

async function check(folder: string, ...args: string[]) {
  const child = spawn(node20, [program, 'check', ...args], { cwd: path.join(tree.folder, folder) });
  const out = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (out.stderr += chunk));
  child.stdin.end();
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, ...out };
}
async function results(folder: string, ...args: string[]): Promise<Map<string, Result[]>> {
  const { stdout } = await check(folder, '--format', 'json', ...args);
  return Map.groupBy((JSON.parse(stdout) as { results: Result[] }).results, ({ path: name }) => name);
}
const severities = ['error', 'warning', 'information', 'hint'];

describe('editor and command line', () => {
  it('find the same in the same tree', async () => {
    const files = [...names, 'old/d.md', 'old/e.posting'];
    const said = await results('repo', ...files);
    const editor = await ConfiguredEditor.start(tree, { folders: ['repo'] });
    const found: Record<string, string[]> = {};
    for (const name of files) {
      const language = name.endsWith('.html')
        ? 'html'
        : name.endsWith('.posting')
          ? 'job-posting'
          : 'markdown';
      await editor.open(`repo/${name}`, readFileSync(path.join(tree.folder, 'repo', name), 'utf8'), language);
      const ofEditor = (await editor.diagnostics(`repo/${name}`)).map(
        ({ code, severity = 0, message, range }) => ({
          rule: code,
          severity: severities[severity - 1],
          message,
          range,
        }),
      );
      const ofCommandLine = (said.get(name) ?? []).flatMap(({ diagnostics }) =>
        diagnostics.map(({ rule, severity, message, range }) => ({ rule, severity, message, range })),
      );
      expect(ofEditor, name).toEqual(ofCommandLine);
      found[name] = ofCommandLine.map(({ rule, severity }) => `${rule} ${severity}`);
    }
    expect(await editor.client.stop()).toBe(0);
    expect(found).toMatchObject({
      'jobs/a.md': ['title-mismatch error'],
      'jobs/both.md': ['two-jobs warning'],
      'jobs/quiet/b.md': ['title-mismatch hint'],
      'jobs/own/c.md': ['title-mismatch information'],
      'jobs/host.md': ['title-mismatch error'],
      'old/d.md': [],
    });
    expect(said.get('old/e.posting')?.[0]?.silent).toBe('excluded');
    expect(said.get('jobs/few.note.md')?.[0]?.silent).toBeNull();
  });

  it('agree from every folder of a repository', async () => {
    const severity = async (folder: string, name: string) =>
      [...(await results(folder, name)).values()][0]?.[0]?.diagnostics[0]?.severity;
    expect(await severity('repo', 'jobs/a.md')).toBe('error');
    expect(await severity('repo/jobs/quiet', '../a.md')).toBe('error');
    expect(await severity('.', 'repo/jobs/a.md')).toBe('error');
  });
});

describe('the command line', () => {
  it('does the rest, then ends with 2, where a configuration is wrong, and says where, once', async () => {
    const { status, stdout, stderr } = await check('repo', 'jobs/own', 'jobs/own/c.md');
    expect(status).toBe(2);
    expect(stdout).toContain('title-mismatch');
    expect(stderr.match(/no rule “nope”/g)).toHaveLength(1);
    expect(stderr).toContain('jobs/own/.posting-lens.json:1:47:');
    expect((await check('repo', 'jobs/quiet')).status).toBe(0);
  });

  it('takes the file that it is given, none, and levels on top', async () => {
    const severity = async (...args: string[]) =>
      (await results('repo', 'jobs/a.md', ...args)).get('jobs/a.md')?.[0]?.diagnostics[0]?.severity;
    expect(await severity('--config', '../other.json')).toBe('information');
    expect(await severity('--no-config')).toBe('warning');
    expect(await severity('--rule', 'title-mismatch=hint')).toBe('hint');
    expect(await severity('--config', '../other.json', '--rule', 'title-mismatch=error')).toBe('error');
    const missing = await check('repo', 'jobs/a.md', '--config', 'none.json');
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining('no such file')]);
  });

  it('says which pattern excludes a file that was named, and lists none of those in folders', async () => {
    const named = (await results('repo', 'old/d.md')).get('old/d.md')?.[0];
    expect(named).toMatchObject({
      silent: 'excluded',
      reason: 'The pattern “old/” in .posting-lens.json excludes it.',
    });
    expect([...(await results('repo', 'old')).keys()]).toEqual([]);
    expect([...(await results('repo', 'old', '--all')).keys()]).toEqual(['old/d.md', 'old/e.posting']);
  });

  it('explains every value and the layer it came from', async () => {
    const { status, stdout } = await check(
      'repo',
      ...['--explain-config', 'jobs/quiet/b.md', '--rule', 'two-jobs=off'],
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^rules\.title-mismatch\.severity +"hint" +\.posting-lens\.json:1$/m);
    expect(stdout).toMatch(/^rules\.two-jobs\.severity +"off" +--rule$/m);
    expect(stdout).toMatch(/^titles\.community +\["Member Host"\] +team\/base\.json:1$/m);
    expect(stdout).toMatch(/^maxLength +256 +default$/m);
    const excluded = await check('repo', '--explain-config', 'old/d.md');
    expect(excluded.stdout).toContain(
      'It is never judged. The pattern “old/” in .posting-lens.json excludes it.',
    );
  });
});
