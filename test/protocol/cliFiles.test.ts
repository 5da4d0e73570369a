import { symlinkSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { fixture, Folder } from '../support/commandLine.ts';

const right = fixture('fixtures/postings/right.md');
const tree = new Folder();
afterAll(() => tree.dispose());
for (const name of [
  'a',
  'b',
  'keep',
  'deep/old',
  'deep/own/old',
  'deep/own/c',
  'out/x',
  'out/own/y',
  '.hidden/d',
])
  tree.write(`repo/jobs/${name}.md`, right);
tree.write('repo/.git/HEAD', '');
tree.write('repo/.git/info/exclude', 'b.md\n');
tree.write('repo/.gitignore', '# what is made\nout/\nold.md\nke*.md\n!keep.md\n');
tree.write('repo/jobs/deep/own/.gitignore', '!old.md\n/c.md\n');
tree.write('repo/jobs/node_modules/p/readme.md', right);
symlinkSync('..', tree.at('repo/jobs/deep/circle'));
symlinkSync('nowhere.md', tree.at('repo/jobs/deep/dangling.md'));
symlinkSync('../a.md', tree.at('repo/jobs/deep/linked.md'));

async function listed(...targets: string[]): Promise<string[]> {
  const { stdout } = await tree.run(['check', '--format', 'ndjson', ...targets]);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => (JSON.parse(line) as { path: string }).path);
}

describe('files of folders', () => {
  it.concurrent('are those that git keeps, without circles', async () => {
    expect(await listed('repo')).toEqual([
      'repo/jobs/a.md',
      'repo/jobs/deep/linked.md',
      'repo/jobs/deep/own/old.md',
      'repo/jobs/keep.md',
    ]);
    expect(await listed('repo/jobs/deep')).toEqual(['repo/jobs/deep/linked.md', 'repo/jobs/deep/own/old.md']);
  });

  it.concurrent('are judged when their folder was asked for, and files that are named always', async () => {
    expect(await listed('repo/jobs/out')).toEqual(['repo/jobs/out/own/y.md', 'repo/jobs/out/x.md']);
    expect(await listed('repo/jobs/b.md', 'repo/jobs/deep/old.md')).toHaveLength(2);
  });

  it.concurrent('come once, however often they are meant', async () => {
    const all = await listed('repo', 'repo/jobs', 'repo/jobs/a.md', 'repo/jobs/*.md');
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain('repo/jobs/b.md');
  });

  it.concurrent('in another encoding are told where they read like postings', async () => {
    const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
    tree.write('latin/job.md', latin(`# Community Manager (Zürich)\n\n${right}`));
    tree.write('latin/note.md', latin('Grüße aus der Küche\n'));
    tree.write('latin/picture.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]));
    tree.write('latin/right.md', right);
    const call = ['check', '--format', 'ndjson', 'latin'];
    for (const options of [[], ['--all'], ['--fix']]) {
      const { status, stdout, stderr } = await tree.run([...call, ...options]);
      expect([status, stderr]).toEqual([2, 'posting-lens: latin/job.md: it is not text in UTF-8\n']);
      expect(stdout).toContain('"path":"latin/right.md"');
    }
  });

  it.concurrent('that cannot be read are told, after the rest', async () => {
    const { status, stdout, stderr } = await tree.run([
      'check',
      'repo/jobs/deep/dangling.md',
      'repo/jobs/a.md',
    ]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('dangling.md does not exist')]);
    expect(stdout).toContain('repo/jobs/a.md');
  });
});
