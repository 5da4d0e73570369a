import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readBelow } from '../../server/files.ts';
import { folderOf, isBelow, nameOf, originOf, pathOf, uriOf } from '../../server/lsp/uris.ts';
import { execute, fixture, Folder, program } from '../support/commandLine.ts';
import { node20 } from '../support/node20.ts';

const mislabeled = fixture('fixtures/postings/mislabeled.md');
const names = ['with space.md', 'with #1.md', '50%20off.md', 'a (copy).md', '\u{1F4E3} news.md', 'half%.md'];

const made: Folder[] = [];
afterAll(() => made.forEach((each) => each.dispose()));
function folder(): Folder {
  const fresh = new Folder();
  made.push(fresh);
  return fresh;
}

describe('files with odd names', () => {
  it('are checked, and their SARIF uris lead back to them', async () => {
    const jobs = folder();
    for (const name of names) jobs.write(`odd/${name}`, mislabeled);
    const { stdout, status } = await jobs.run(['check', '--format', 'sarif', 'odd']);
    expect(status).toBe(1);
    const log = JSON.parse(stdout) as {
      runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[];
    };
    const uris = log.runs.flatMap(({ results }) =>
      results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri ?? ''),
    );
    const base = `${pathToFileURL(jobs.path).href}/`;
    const led = new Set(uris.map((uri) => decodeURIComponent(new URL(uri, base).pathname)));
    expect([...led].sort()).toEqual(names.map((name) => jobs.at(`odd/${name}`)).sort());
  });

  it('are fixed where they stand', async () => {
    const jobs = folder();
    for (const name of names) jobs.write(name, mislabeled);
    const fixed = mislabeled.replaceAll('Community Manager', 'Social Media Manager');
    await jobs.run(['check', '--fix=titles', ...names]);
    for (const name of names) expect(jobs.read(name), name).toBe(fixed);
    expect(readdirSync(jobs.path).sort()).toEqual([...names].sort());
  });
});

describe('--fix', () => {
  it('leaves the whole file, and nothing beside it, where the disk is full', async () => {
    const jobs = folder();
    const text = mislabeled + '\nWe like tea and say so.'.repeat(1000);
    jobs.write('a.md', text);
    // No file may grow beyond 8 KB: the system refuses to write on, as it does when a disk is full.
    const script = `trap '' XFSZ; ulimit -f 8; exec "$@"`;
    const args = ['-c', script, 'sh', node20, program, 'check', '--fix=titles', 'a.md'];
    const { status, stderr } = await execute('bash', args, { cwd: jobs.path });
    expect([status, stderr]).toEqual([2, expect.stringContaining('a.md was not fixed')]);
    expect(jobs.read('a.md')).toBe(text);
    expect(readdirSync(jobs.path)).toEqual(['a.md']);
  });

  it.skipIf(process.getuid?.() === 0)('leaves what may only be read', async () => {
    const jobs = folder();
    chmodSync(jobs.write('a.md', mislabeled), 0o444);
    const { status, stderr } = await jobs.run(['check', '--fix=titles', 'a.md']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('a.md was not fixed')]);
    expect(jobs.read('a.md')).toBe(mislabeled);
  });
});

describe('a configuration', () => {
  it('that is gone, or a folder now, is none', async () => {
    const jobs = folder();
    const file = jobs.write('.posting-lens.json', '{}');
    expect(await readBelow(file, jobs.path)).toBe('{}');
    rmSync(file);
    expect(await readBelow(file, jobs.path)).toBeNull();
    mkdirSync(file);
    expect(await readBelow(file, jobs.path)).toBeNull();
    expect(existsSync(file)).toBe(true);
    jobs.write('a.md', mislabeled);
    const { status, stdout } = await jobs.run(['check', 'a.md']);
    expect([status, stdout]).toEqual([1, expect.stringContaining('title-mismatch')]);
  });
});

describe('paths of URIs', () => {
  it.each([
    ['file:///c%3A/a%20b.md', '/c:/a b.md', '/c:', 'a b.md'],
    ['file:///C:/jobs/%23%20%2520.md', '/C:/jobs/# %20.md', '/C:/jobs', '# %20.md'],
    ['file://server/share/a%28b%29.md', '/share/a(b).md', '/share', 'a(b).md'],
    ['vscode-vfs://github/o/r/%F0%9F%93%A3.md', '/o/r/\u{1F4E3}.md', '/o/r', '\u{1F4E3}.md'],
  ])('%s', (uri, path, folder, name) => {
    expect([pathOf(uri), folderOf(path), nameOf(path)]).toEqual([path, folder, name]);
    const again = uriOf(path, originOf(uri));
    expect([pathOf(again), originOf(again)]).toEqual([path, originOf(uri)]);
    expect(isBelow(path, folder)).toBe(true);
  });

  it('are below a drive or share only where they are', () => {
    expect([
      isBelow('/c:/jobs/a.md', '/c:'),
      isBelow('/cc:/jobs', '/c:'),
      isBelow('/share2/a', '/share'),
    ]).toEqual([true, false, false]);
  });
});
