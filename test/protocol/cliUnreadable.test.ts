/** Files and folders that may not be read, or are gone when their turn comes: told, with the rest done. */
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, Folder } from '../support/commandLine.ts';
import { canAsk, runAsOther } from '../support/otherUser.ts';

const folder = new Folder();
const right = fixture('fixtures/postings/right.md');

function check(...args: string[]): {
  status: number | null;
  results: { path: string; silent: string | null }[];
  stderr: string;
} {
  const call = ['check', '--format', 'ndjson', '--fail-on', 'never', ...args];
  const { status, stdout, stderr } = runAsOther(call, folder.path);
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
