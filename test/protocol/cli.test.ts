import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { node20 } from '../support/node20.ts';

const root = path.resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  bin: { 'posting-lens': string };
  version: string;
};
const program = path.join(root, manifest.bin['posting-lens']);
const fixture = (name: string): string => readFileSync(path.join(root, 'test/fixtures', name), 'utf8');
const mislabeled = fixture('postings/mislabeled.md');
const right = fixture('postings/right.md');

const folder = mkdtempSync(path.join(tmpdir(), 'posting lens #'));
mkdirSync(path.join(folder, 'jobs/deep'), { recursive: true });
writeFileSync(path.join(folder, 'jobs/a.md'), mislabeled);
writeFileSync(path.join(folder, 'jobs/deep/b.md'), right);
writeFileSync(path.join(folder, 'jobs/news.md'), fixture('documents/newsletter.md'));
writeFileSync(path.join(folder, 'jobs/short.job.md'), '# Community Manager\n');
writeFileSync(path.join(folder, 'jobs/c.json'), '{}');
writeFileSync(path.join(folder, 'board.json'), fixture('several/greenhouse.json'));
writeFileSync(path.join(folder, 'careers.html'), fixture('several/careers.html'));
writeFileSync(path.join(folder, 'letter.docx'), 'PK');
writeFileSync(path.join(folder, 'large.md'), mislabeled);
truncateSync(path.join(folder, 'large.md'), 3 * 2 ** 30);
writeFileSync(path.join(folder, 'jobs/bin.md'), Buffer.from([0x23, 0x20, 0xc3, 0x28, 0xff]));
afterAll(() => rmSync(folder, { recursive: true }));

interface Result {
  path: string;
  index: number;
  id?: string;
  error?: string;
  line?: number;
  posting: boolean;
  silent: string | null;
  title: { text: string; role: string } | null;
  verdict: { role: string; shares: Record<string, number>; confidence: number } | null;
  prior: number;
  evidence: { role: string; weight: number; text: string; signals: unknown[] }[];
  statements?: { text: string; section: string; side: string }[];
  diagnostics: {
    rule: string;
    severity: string;
    fixes: { title: string; creates?: { suffix: string; text: string }[] }[];
    related: unknown[];
  }[];
}

/** Asynchronous, so that tests which wait for a process run side by side. */
function run(
  args: readonly string[],
  input = '',
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(node20, [program, ...args], { cwd: folder, env: { ...process.env, NO_COLOR: '1' } });
  const out = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (out.stderr += chunk));
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, ...out })));
}
const json = async (args: readonly string[], input?: string) => {
  const { status, stdout, stderr } = await run([...args, '--format', 'json'], input);
  return { status, stderr, ...(JSON.parse(stdout) as { version: number; results: Result[] }) };
};
const lines = (stdout: string): Result[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Result);

describe('check --format json', () => {
  it.concurrent('prints the verdict with its evidence, and what is wrong', async () => {
    const { status, version, results } = await json(['check', 'jobs/a.md']);
    const [result] = results;
    expect([status, version, results.length]).toEqual([1, 1, 1]);
    expect(result).toMatchObject({
      path: 'jobs/a.md',
      index: 0,
      posting: true,
      language: 'en',
      silent: null,
    });
    expect(result?.title).toEqual({
      text: 'Senior Community Manager (m/f/d)',
      role: 'community',
      range: { start: { line: 1, character: 8 }, end: { line: 1, character: 40 } },
    });
    expect(result?.verdict?.role).toBe('social-media');
    expect(result?.verdict?.confidence).toBeGreaterThan(0.9);
    expect(result?.diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['title-mismatch', 'warning'],
    ]);
    expect(result?.diagnostics[0]?.fixes[0]?.title).toContain('Change the title to');
    expect(result?.evidence).not.toEqual([]);
    expect(result?.evidence.every(({ role, weight }) => (role === 'social-media') === weight > 0)).toBe(true);
    expect(result?.statements).toBeUndefined();
  });

  it.concurrent('prints every statement on request', async () => {
    const [result] = (await json(['check', 'jobs/a.md', '--statements'])).results;
    expect(result?.statements?.filter(({ section }) => section === 'duties')).toHaveLength(5);
    expect(result?.statements?.find(({ text }) => text.startsWith('Three years'))?.side).toBe('none');
  });

  it.concurrent('lists postings of a folder, and the rest with --all', async () => {
    const { status, results } = await json(['check', 'jobs']);
    expect(results.map((result) => result.path)).toEqual([
      'jobs/a.md',
      'jobs/deep/b.md',
      'jobs/short.job.md',
    ]);
    expect(status).toBe(1);
    const all = (await json(['check', 'jobs', '--all'])).results;
    expect(Object.fromEntries(all.map((result) => [result.path, result.silent]))).toMatchObject({
      'jobs/news.md': 'not-a-posting',
      'jobs/c.json': 'not-a-posting',
      'jobs/bin.md': 'unreadable',
    });
    expect(all.every(({ silent, verdict }) => (silent === null) === (verdict !== null))).toBe(true);
  });

  it.concurrent('says of a file above the limit that it was not read', async () => {
    const { status, results } = await json(['check', 'large.md', '-'], 'a'.repeat(2 ** 20));
    expect(status).toBe(0);
    expect(results.map((result) => [result.path, result.silent])).toEqual([
      ['stdin.md', 'too-large'],
      ['large.md', 'too-large'],
    ]);
  });

  it.concurrent('prints one result a posting, and silence for kinds that are not read', async () => {
    const { status, results } = await json(['check', 'board.json', 'careers.html', 'letter.docx']);
    expect(
      results.map((result) => [
        result.path,
        result.index,
        result.title?.text,
        result.verdict?.role,
        result.silent,
      ]),
    ).toEqual([
      ['board.json', 0, 'Community Manager', 'social-media', null],
      ['board.json', 1, 'Community Lead, Tea Circle', 'community', null],
      ['careers.html', 0, 'Community Manager', 'social-media', null],
      ['careers.html', 1, 'Community Lead, Tea Circle', 'community', null],
      ['letter.docx', 0, undefined, undefined, 'format'],
    ]);
    expect(results.map(({ diagnostics }) => diagnostics.map(({ rule }) => rule))).toEqual([
      ...[['title-mismatch'], [], ['title-mismatch'], [], []],
    ]);
    expect(status).toBe(1);
    expect((await run(['check', 'board.json'])).stdout).toContain('2 postings in 1 document:');
  });

  it.concurrent('always lists files that were named, and globs', async () => {
    expect((await json(['check', 'jobs/news.md'])).results[0]).toMatchObject({
      posting: false,
      silent: 'not-a-posting',
      verdict: null,
    });
    expect((await json(['check', 'jobs/**/*.md'])).results.length).toBe(5);
  });

  it.concurrent('reads standard input under the name it is given', async () => {
    const { status, results } = await json(['check', '-', '--stdin-filename', 'x/y.md'], right);
    expect([status, results[0]?.path, results[0]?.verdict?.role]).toEqual([0, 'x/y.md', 'community']);
  });
});

describe('fixes in JSON', () => {
  it.concurrent('carry the files that they make, where they make some', async () => {
    const text = readFileSync(path.join(root, 'test/samples/two-jobs.md'), 'utf8');
    const { results } = await json(['check', '-', '--stdin-filename', 'both.md'], text);
    const [fix] = results[0]?.diagnostics[0]?.fixes ?? [];
    expect(fix?.creates).toMatchObject([{ suffix: 'social-media' }]);
    expect(fix?.creates?.[0]?.text).toContain('# Social Media Manager');
    const mislabeling = await json(['check', 'jobs/a.md']);
    expect(mislabeling.results[0]?.diagnostics[0]?.fixes[0]).not.toHaveProperty('creates');
  });
});

describe('exit codes', () => {
  it.concurrent.each([
    [['check', 'jobs/deep'], 0, ''],
    [['check', 'jobs/a.md', '--fail-on', 'error'], 0, ''],
    [['check', 'jobs/a.md', '--fail-on', 'never'], 0, ''],
    [['check', 'jobs/a.md', '--fail-on', 'error', '--max-warnings', '0'], 1, ''],
    [['check', 'jobs/a.md', '--rule', 'title-mismatch=off'], 0, ''],
    [['check', 'jobs/a.md', '--rule', 'title-mismatch=hint', '--fail-on', 'hint'], 1, ''],
    [['check', 'jobs/nowhere.md', 'jobs/a.md'], 2, 'jobs/nowhere.md does not exist'],
    [['check', 'jobs/bin.md'], 2, 'jobs/bin.md: it is not text'],
    [['check', '--rule', 'nonsense=off'], 2, 'there is no rule “nonsense”'],
    [['check', '--rule', 'titel-mismatch=off'], 2, 'Did you mean title-mismatch'],
    [['check', '--rule', 'two-jobs=loud'], 2, '“loud” is no level'],
    [['check', '--format', 'yaml'], 2, 'yaml'],
    [['check', '--max-warnings', 'many'], 2, 'whole number'],
    [['frobnicate'], 2, 'frobnicate'],
    [['lsp'], 2, 'lsp --stdio'],
    [['--version'], 0, ''],
  ])('%j: %i', async (args, status, message) => {
    const result = await run(args);
    expect(result.stderr).toContain(message);
    expect(result.status).toBe(status);
  });

  it.concurrent('does the rest before it complains', async () => {
    expect((await run(['check', 'jobs/nowhere.md', 'jobs/a.md'])).stdout).toContain('title-mismatch');
  });
});

describe('check - --stdin-format ndjson', () => {
  it.concurrent('answers each line in order, malformed ones too', async () => {
    const requests = [
      JSON.stringify({ id: 'one', text: mislabeled, format: 'markdown' }),
      '{"id": "two", ',
      JSON.stringify({ id: 'three', text: 'x', format: 'docx' }),
      JSON.stringify({
        id: 'four',
        text: right.replace(/^# .*\n/, ''),
        format: 'markdown',
        title: 'Social Media Manager',
      }),
      JSON.stringify({ id: 'five', text: '{}', format: 'json' }),
      JSON.stringify({ id: 'six', text: fixture('documents/readme.md'), format: 'markdown' }),
    ];
    const { status, stdout, stderr } = await run(
      ['check', '-', '--stdin-format', 'ndjson'],
      `${requests.join('\n')}\n`,
    );
    const answers = lines(stdout);
    expect(answers.map(({ id, line }) => id ?? line)).toEqual(['one', 2, 3, 'four', 'five', 'six']);
    expect(answers[0]?.diagnostics[0]?.rule).toBe('title-mismatch');
    expect(answers[2]?.error).toContain('"format" must be one of');
    expect(answers[3]).toMatchObject({
      title: { text: 'Social Media Manager', role: 'social-media' },
      verdict: { role: 'community' },
    });
    expect(answers[3]?.diagnostics.map(({ rule }) => rule)).toEqual(['title-mismatch']);
    expect(answers[4]).toMatchObject({ silent: 'not-a-posting' });
    expect(answers[5]).toMatchObject({ silent: 'not-a-posting' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('2 of the input lines')]);
  });

  it.concurrent('says nothing for nothing', async () => {
    expect(await run(['check', '-', '--stdin-format', 'ndjson'], '')).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });
});

describe('check for people', () => {
  it.concurrent('shows verdict, place, reason and fix, without colours where they are unwanted', async () => {
    const { stdout } = await run(['check', 'jobs/a.md', 'jobs/deep/b.md']);
    expect(stdout).toContain('jobs/a.md  “Senior Community Manager (m/f/d)”');
    expect(stdout).toMatch(
      /social media manager \(confidence (0\.9\d|1\.00); duties: social media \d+ %, community \d %\)/,
    );
    expect(stdout).toMatch(/2:9 {2}warning {2}title-mismatch/);
    expect(stdout).toContain('~~~~');
    expect(stdout).toContain('fix: Change the title to “Senior Social Media Manager (m/f/d)”');
    expect(stdout.trimEnd().endsWith('2 postings in 2 documents: 1 warning')).toBe(true);
    expect(stdout).not.toContain('\u001b');
  });
});
