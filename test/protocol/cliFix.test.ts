import { chmodSync, readdirSync, readFileSync, statSync, lstatSync, symlinkSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { decode, encode } from '../../server/encoding.ts';
import { replaceFile } from '../../server/cli/writeFile.ts';
import { execute, fixture, Folder } from '../support/commandLine.ts';

const mislabeled = fixture('fixtures/postings/mislabeled.md');
const right = fixture('fixtures/postings/right.md');
const unused = right.replace(/^(# .*)$/m, '<!-- posting-lens-disable-next-line two-jobs -->\n$1');

const made: Folder[] = [];
afterAll(() => made.forEach((each) => each.dispose()));

function folder(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const fresh = new Folder();
  made.push(fresh);
  for (const [name, content] of Object.entries(files)) fresh.write(name, content);
  return fresh;
}

describe('--fix', () => {
  it.concurrent(
    'makes safe fixes only, reports the fixed text, and changes nothing the second time',
    async () => {
      const jobs = folder({ 'a.md': mislabeled, 'b.md': unused });
      const { status, stdout } = await jobs.run(['check', '--fix', '--fail-on', 'hint', 'a.md', 'b.md']);
      expect(status).toBe(1);
      expect(stdout).toContain('title-mismatch');
      expect(stdout).not.toContain('unused-suppression');
      expect([jobs.read('a.md'), jobs.read('b.md')]).toEqual([mislabeled, right]);
      const before = statSync(jobs.at('b.md')).ino;
      await jobs.run(['check', '--fix', 'b.md']);
      expect(statSync(jobs.at('b.md')).ino).toBe(before);
    },
  );

  it.concurrent('puts clear titles right with =titles', async () => {
    const jobs = folder({ 'a.md': mislabeled });
    const { status, stdout } = await jobs.run(['check', '--fix=titles', '--format', 'json', 'a.md']);
    expect(status).toBe(0);
    expect(stdout).toContain('"diagnostics":[]');
    expect(jobs.read('a.md')).toBe(mislabeled.replaceAll('Community Manager', 'Social Media Manager'));
  });

  it.concurrent('takes no path for its kind, and no kind that there is not', async () => {
    const jobs = folder({ 'a.md': right });
    expect((await jobs.run(['check', '--fix', 'a.md'])).status).toBe(0);
    expect(await jobs.run(['check', '--fix=all', 'a.md'])).toMatchObject({ status: 2 });
  });

  it.concurrent('prints the fixed text of standard input, and what is left to say beside it', async () => {
    const { stdout, stderr, status } = await folder({}).run(['check', '--fix=titles', '-'], mislabeled);
    expect(stdout).toBe(mislabeled.replaceAll('Community Manager', 'Social Media Manager'));
    expect([status, stderr]).toEqual([0, expect.stringContaining('nothing to say')]);
    expect((await folder({}).run(['check', '--fix', '-'], right)).stdout).toBe(right);
  });

  it.concurrent('keeps encodings, byte order marks, permissions and links', async () => {
    const wide = (encoding: 'utf-16le' | 'utf-16be') => encode({ text: `\ufeff${mislabeled}`, encoding });
    const jobs = folder({
      'le.md': wide('utf-16le'),
      'be.md': wide('utf-16be'),
      'bom.md': `\ufeff${mislabeled.replaceAll('\n', '\r\n')}`,
      'real/target.md': mislabeled,
    });
    chmodSync(jobs.at('le.md'), 0o640);
    symlinkSync('real/target.md', jobs.at('link.md'));
    await jobs.run(['check', '--fix=titles', 'le.md', 'be.md', 'bom.md', 'link.md']);
    const fixed = mislabeled.replaceAll('Community Manager', 'Social Media Manager');
    expect(decode(readFileSync(jobs.at('le.md')))).toEqual({ text: `\ufeff${fixed}`, encoding: 'utf-16le' });
    expect(decode(readFileSync(jobs.at('be.md')))).toEqual({ text: `\ufeff${fixed}`, encoding: 'utf-16be' });
    expect(jobs.read('bom.md')).toBe(`\ufeff${fixed.replaceAll('\n', '\r\n')}`);
    expect(statSync(jobs.at('le.md')).mode & 0o777).toBe(0o640);
    expect(lstatSync(jobs.at('link.md')).isSymbolicLink()).toBe(true);
    expect(jobs.read('real/target.md')).toBe(fixed);
    expect(readdirSync(jobs.path).sort()).toEqual(['be.md', 'bom.md', 'le.md', 'link.md', 'real']);
  });

  it('leaves a file alone that has changed since it was read, and leaves nothing behind', async () => {
    const jobs = folder({ 'a.md': 'newer' });
    const problem = await replaceFile(jobs.at('a.md'), Buffer.from('older'), Buffer.from('fixed'));
    expect(problem).toContain('has changed since it was read');
    expect([jobs.read('a.md'), readdirSync(jobs.path)]).toEqual(['newer', ['a.md']]);
    expect(await replaceFile(jobs.at('gone.md'), Buffer.from(''), Buffer.from(''))).toContain(
      'was not fixed',
    );
  });
});

describe('a comment whose rule is misspelt', () => {
  it.concurrent('is kept, and so is the title that it is about', async () => {
    const text = `<!-- posting-lens-disable-file titel-mismatch -- agreed -->\n${mislabeled}`;
    const jobs = folder({ 'a.md': text });
    const { status, stdout } = await jobs.run(['check', '--fix=titles', 'a.md']);
    expect(jobs.read('a.md')).toBe(text);
    expect([status, stdout]).toEqual([
      1,
      expect.stringContaining('Change “titel-mismatch” to “title-mismatch”'),
    ]);
  });
});

describe('--fix-dry-run', () => {
  it.concurrent('prints a patch that git applies, and writes nothing', async () => {
    const jobs = folder({ 'jobs/a.md': mislabeled });
    const { stdout, stderr, status } = await jobs.run(['check', '--fix=titles', '--fix-dry-run', 'jobs']);
    expect(jobs.read('jobs/a.md')).toBe(mislabeled);
    expect(stdout.startsWith('--- a/jobs/a.md\n+++ b/jobs/a.md\n@@ ')).toBe(true);
    // What it would put right is not right yet.
    expect([status, stderr]).toEqual([1, expect.stringContaining('title-mismatch')]);
    const applied = await execute('git', ['apply', '-'], { cwd: jobs.path, input: stdout });
    expect(applied).toMatchObject({ status: 0, stderr: '' });
    expect(jobs.read('jobs/a.md')).toBe(mislabeled.replaceAll('Community Manager', 'Social Media Manager'));
  });

  it.concurrent('fails on standard input as the text does', async () => {
    const call = ['check', '--fix=titles', '--fix-dry-run', '-'];
    const { stdout, stderr, status } = await folder({}).run(call, mislabeled);
    expect(stdout).toContain('\n+# Senior Social Media Manager');
    expect([status, stderr]).toEqual([1, expect.stringContaining('title-mismatch')]);
  });

  it.concurrent('is the safe fixes where no kind is named', async () => {
    const jobs = folder({ 'a.md': mislabeled, 'b.md': unused });
    const { stdout } = await jobs.run(['check', '--fix-dry-run', 'a.md', 'b.md']);
    expect(stdout).not.toContain('a/a.md');
    expect(stdout).toContain('\n-<!-- posting-lens-disable-next-line two-jobs -->\n');
  });
});
