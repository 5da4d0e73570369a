import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readBelow } from '../../server/files.ts';
import { folderOf, isBelow, nameOf, originOf, pathOf, uriOf } from '../../server/lsp/uris.ts';
import { execute, fixture, Folder, program, root } from '../support/commandLine.ts';
import { node20 } from '../support/node20.ts';
import { canAsk, handOver, runAsOther } from '../support/otherUser.ts';

const mislabeled = fixture('fixtures/postings/mislabeled.md');
const fixed = mislabeled.replaceAll('Community Manager', 'Social Media Manager');
const meddle = pathToFileURL(path.join(root, 'test/support/meddle.mjs')).href;
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

  it.skipIf(!canAsk)('leaves what may only be read, whether the file or its folder', () => {
    const jobs = folder();
    for (const name of ['a.md', 'shut/b.md', 'c.md']) handOver(jobs.write(name, mislabeled));
    handOver(jobs.path);
    chmodSync(jobs.at('a.md'), 0o444);
    // The file may be written, but no other can be put in its place.
    handOver(jobs.at('shut'));
    chmodSync(jobs.at('shut'), 0o555);
    const args = ['check', '--fix=titles', '--fail-on', 'never', 'a.md', 'shut/b.md', 'c.md'];
    const { status, stderr } = runAsOther(args, jobs.path);
    chmodSync(jobs.at('shut'), 0o755);
    expect([status, stderr.trimEnd().split('\n')]).toEqual([
      2,
      ['a.md', 'shut/b.md'].map((name) => expect.stringContaining(`${name} was not fixed`) as string),
    ]);
    expect(['a.md', 'shut/b.md'].map((name) => jobs.read(name))).toEqual([mislabeled, mislabeled]);
    expect(jobs.read('c.md')).toBe(fixed);
    expect([readdirSync(jobs.path).sort(), readdirSync(jobs.at('shut'))]).toEqual([
      ['a.md', 'c.md', 'shut'],
      ['b.md'],
    ]);
  });
});

describe('a file that somebody else meddles with', () => {
  const right = fixture('fixtures/postings/right.md');
  async function check(
    after: 'stat' | 'readFile',
    then: 'remove' | 'replace',
    ...options: string[]
  ): Promise<{ jobs: Folder; status: number | null; results: unknown[]; stderr: string }> {
    const jobs = folder();
    jobs.write('jobs/a.md', mislabeled);
    jobs.write('jobs/a.md.new', right);
    jobs.write('jobs/b.md', right);
    const hook = `${meddle}?${new URLSearchParams({ file: 'a.md', after, then })}`;
    const { status, stdout, stderr } = await jobs.run(
      ['check', '--format', 'ndjson', '--fail-on', 'never', ...options, 'jobs'],
      '',
      { NODE_OPTIONS: `--import ${hook}` },
    );
    const lines = stdout.split('\n').filter((line) => line !== '');
    return { jobs, status, stderr, results: lines.map((line) => JSON.parse(line) as unknown) };
  }
  const judged = (path: string, role: string): unknown => ({ path, silent: null, verdict: { role } });
  const other = judged('jobs/b.md', 'community');

  it.concurrent('vanishes before it is read: it is told, and the others are judged', async () => {
    const { status, results, stderr } = await check('stat', 'remove');
    expect(results).toMatchObject([other]);
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^posting-lens: jobs\/a\.md: it cannot be read/),
    ]);
  });

  it.concurrent('is another before it is read: that one is judged', async () => {
    const { status, results, stderr } = await check('stat', 'replace');
    expect(results).toMatchObject([judged('jobs/a.md', 'community'), other]);
    expect([status, stderr]).toEqual([0, '']);
  });

  it.concurrent.each(['remove', 'replace'] as const)(
    'after it was read (%s): it is judged as it was',
    async (then) => {
      const { status, results, stderr } = await check('readFile', then);
      expect(results).toMatchObject([judged('jobs/a.md', 'social-media'), other]);
      expect([status, stderr]).toEqual([0, '']);
    },
  );

  it.concurrent('is another before its fix is written: that one stays, and it is told', async () => {
    const { jobs, status, results, stderr } = await check('readFile', 'replace', '--fix=titles');
    expect(results).toMatchObject([{ path: 'jobs/a.md', diagnostics: [{ rule: 'title-mismatch' }] }, other]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('jobs/a.md has changed since it was read')]);
    expect(jobs.read('jobs/a.md')).toBe(right);
    expect(readdirSync(jobs.at('jobs')).sort()).toEqual(['a.md', 'b.md']);
  });

  it.concurrent('vanishes before its fix is written: it does not come back, and it is told', async () => {
    const { jobs, status, results, stderr } = await check('readFile', 'remove', '--fix=titles');
    expect(results).toMatchObject([{ path: 'jobs/a.md', diagnostics: [{ rule: 'title-mismatch' }] }, other]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('jobs/a.md was not fixed')]);
    expect(readdirSync(jobs.at('jobs')).sort()).toEqual(['a.md.new', 'b.md']);
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

describe('a file that is read below a folder', () => {
  it('may have a name that begins with dots, and lies in it', async () => {
    const jobs = folder();
    const file = jobs.write('..base.json', '{}');
    expect(await readBelow(file, jobs.path)).toBe('{}');
    expect(await readBelow(file, path.join(jobs.path, 'team'))).toBeNull();
    jobs.write('team/.posting-lens.json', '{}');
    expect(await readBelow(file, path.join(jobs.path, 'team'))).toBeNull();
  });

  it('is read to its end, or to the most that is asked for', async () => {
    const jobs = folder();
    const file = jobs.write('base.json', '{ "maxLength": 9 }');
    expect(await readBelow(file, jobs.path)).toBe('{ "maxLength": 9 }');
    expect(await readBelow(file, jobs.path, 5)).toBe('{ "ma');
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
