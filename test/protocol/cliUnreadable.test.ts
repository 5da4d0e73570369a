/** Files and folders that may not be read, or are gone when their turn comes: told, with the rest done. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, Folder, program } from '../support/commandLine.ts';
import { node20 } from '../support/node20.ts';

/** Root may read everything, so it lets nobody ask; where nobody cannot start the program, there is nothing to see. */
const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const canAsk = spawnSync(node20, [program, '--version'], other).status === 0;
if (!canAsk)
  console.warn('SKIPPED: another user cannot start the program here; nothing is unreadable to us.');

const folder = new Folder();
const right = fixture('fixtures/postings/right.md');

function check(...args: string[]): {
  status: number | null;
  results: { path: string; silent: string | null }[];
  stderr: string;
} {
  const call = [program, 'check', '--format', 'ndjson', '--fail-on', 'never', ...args];
  const { status, stdout, stderr } = spawnSync(node20, call, {
    ...other,
    cwd: folder.path,
    encoding: 'utf8',
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return {
    status,
    stderr,
    results: lines.map((line) => JSON.parse(line) as { path: string; silent: string | null }),
  };
}

beforeAll(() => {
  chmodSync(folder.path, 0o755);
  folder.write('jobs/right.posting.md', right);
  folder.write('jobs/secret.posting.md', right);
  folder.write('jobs/shut/inside.posting.md', right);
  symlinkSync('nowhere.md', folder.at('jobs/gone.posting.md'));
  symlinkSync('.', folder.at('jobs/loop'));
  mkdirSync(folder.at('jobs/folder.posting.md'));
  chmodSync(folder.at('jobs/secret.posting.md'), 0o000);
  chmodSync(folder.at('jobs/shut'), 0o000);
});
afterAll(() => {
  chmodSync(folder.at('jobs/shut'), 0o755);
  folder.dispose();
});

describe.skipIf(!canAsk)('what cannot be read', () => {
  it('is told of a folder, with the rest done', () => {
    const { status, results, stderr } = check('jobs');
    expect(status).toBe(2);
    expect(results.filter(({ silent }) => silent === null).map(({ path }) => path)).toEqual([
      'jobs/right.posting.md',
    ]);
    expect(stderr).toContain('jobs/shut cannot be looked into');
    expect(stderr).toContain('jobs/secret.posting.md: it cannot be read');
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  it('is told of files that are named, those that lead nowhere among them', () => {
    const { status, results, stderr } = check(
      'jobs/gone.posting.md',
      'jobs/secret.posting.md',
      'jobs/right.posting.md',
    );
    expect(status).toBe(2);
    expect(results.map(({ path, silent }) => [path, silent])).toEqual([
      ['jobs/secret.posting.md', 'unreadable'],
      ['jobs/right.posting.md', null],
    ]);
    expect(stderr).toContain('jobs/gone.posting.md does not exist');
  });
});
