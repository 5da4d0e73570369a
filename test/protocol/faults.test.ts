/** Rules and readers that throw in the shipped programs: told once, with all else done. */
import { afterAll, describe, expect, it } from 'vitest';
import { toolRequest } from '../../shared/protocol.ts';
import { fixture, Folder, program } from '../support/commandLine.ts';
import { faulty, faultyNode } from '../support/faults.ts';
import { startClient } from '../support/languageClient.ts';
import { startMcp } from '../support/mcpClient.ts';

const mislabeled = fixture('fixtures/postings/mislabeled.md');
const right = fixture('fixtures/postings/right.md');
const folder = new Folder();
afterAll(() => folder.dispose());

const brokenRule = { rule: 'title-mismatch' };
const mark = 'Tea is read on purpose';
const unreadable = `${mislabeled}\n${mark}\n`;
const brokenReader = { text: mark };
const dump = ['check', '-', '--stdin-format', 'ndjson'];
const dumpOf = (texts: readonly string[]): string =>
  texts.map((text, index) => JSON.stringify({ id: `${index}`, text, format: 'markdown' })).join('\n');
const linesIn = (text: string): string[] => text.split('\n').filter((line) => line !== '');
type Line = {
  id: string;
  path: string;
  silent: string | null;
  reason?: string;
  verdict: { role: string } | null;
  diagnostics: { rule: string }[];
};
const resultsIn = (stdout: string): Line[] => linesIn(stdout).map((line) => JSON.parse(line) as Line);

describe('a rule that throws', () => {
  it.concurrent('is told once of a dump, with its lines judged', async () => {
    const texts = [right, mislabeled, mislabeled];
    const { status, stdout, stderr } = await folder.run(dump, dumpOf(texts), faulty(brokenRule));
    expect(stderr).toBe(
      'posting-lens: the rule title-mismatch failed in line 1 of the input and was skipped: broken on purpose\n',
    );
    expect(resultsIn(stdout).map(({ verdict }) => verdict?.role)).toEqual([
      'community',
      'social-media',
      'social-media',
    ]);
    expect(stdout).not.toContain('title-mismatch');
    expect(status).toBe(2);
  });

  it.concurrent('is told once of a dump that all threads judge', async () => {
    const texts = Array.from({ length: 120 }, () => mislabeled.padEnd(30_000, '\n'));
    const { status, stdout, stderr } = await folder.run(dump, dumpOf(texts), faulty(brokenRule));
    expect(linesIn(stderr)).toEqual([
      expect.stringMatching(/^posting-lens: the rule title-mismatch failed in line \d+ of the input and/),
    ]);
    expect(resultsIn(stdout).map(({ id }) => id)).toEqual(texts.map((_, index) => `${index}`));
    expect(status).toBe(2);
  });

  it.concurrent('is told once of a folder that all threads judge', async () => {
    for (let index = 0; index < 320; index++) folder.write(`many/${index}.md`, mislabeled);
    const { status, stdout, stderr } = await folder.run(
      ['check', 'many', '--format', 'ndjson'],
      '',
      faulty(brokenRule),
    );
    expect(linesIn(stderr)).toEqual([
      expect.stringMatching(/^posting-lens: the rule title-mismatch failed in many\/\d+\.md and was skipped/),
    ]);
    expect([status, resultsIn(stdout).length]).toEqual([2, 320]);
  });

  it.concurrent('is told once by the tools for agents, wherever it is asked', async () => {
    const args = [...faultyNode(brokenRule), program, 'mcp'];
    const mcp = await startMcp({ cwd: folder.path, args });
    for (const name of ['check_posting', 'fix_posting', 'judge_posting']) {
      const { structured } = await mcp.call(name, { text: mislabeled });
      expect(JSON.stringify(structured)).not.toContain('title-mismatch');
      expect(structured['postings']).toHaveLength(1);
    }
    await mcp.client.close();
    expect(mcp.stderr()).toBe(
      'posting-lens mcp: The rule title-mismatch failed and was skipped: broken on purpose\n',
    );
  });

  it.concurrent('is told once by the tools in the editor', async () => {
    const told: string[] = [];
    const client = await startClient(
      {},
      {},
      {
        nodeOptions: faultyNode(brokenRule),
        answer: (connection) =>
          connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
            told.push(message);
          }),
      },
    );
    for (const tool of ['check_posting', 'fix_posting'])
      expect(
        await client.connection.sendRequest(toolRequest, { tool, input: { text: mislabeled }, rulePage: '' }),
      ).toMatchObject({ structured: { postings: [{ result: { diagnostics: [] } }] } });
    expect(told).toEqual(['The rule title-mismatch failed and was skipped: broken on purpose']);
    expect(await client.stop()).toBe(0);
  });
});

describe('a document whose judging throws', () => {
  const reason = 'it could not be judged: cannot be read on purpose';

  it.concurrent('is told, and the other files are judged', async () => {
    folder.write('jobs/a.md', unreadable);
    folder.write('jobs/b.md', right);
    const check = (...args: string[]) =>
      folder.run(['check', '--format', 'ndjson', ...args], '', faulty(brokenReader));
    const named = await check('jobs/a.md', 'jobs/b.md');
    expect(resultsIn(named.stdout)).toMatchObject([
      { path: 'jobs/a.md', silent: 'unreadable', reason, verdict: null },
      { path: 'jobs/b.md', silent: null, verdict: { role: 'community' } },
    ]);
    expect([named.status, named.stderr]).toEqual([2, `posting-lens: jobs/a.md: ${reason}\n`]);
    const walked = await check('jobs');
    expect(resultsIn(walked.stdout).map(({ path }) => path)).toEqual(['jobs/b.md']);
    expect([walked.status, walked.stderr]).toEqual([2, `posting-lens: jobs/a.md: ${reason}\n`]);
  });

  it.concurrent('is told of a line that a thread judges, with the rest done', async () => {
    const texts = Array.from({ length: 120 }, (_, index) =>
      (index === 90 ? unreadable : right).padEnd(30_000, '\n'),
    );
    const { status, stdout, stderr } = await folder.run(dump, dumpOf(texts), faulty(brokenReader));
    const results = resultsIn(stdout);
    expect(results.map(({ id }) => id)).toEqual(texts.map((_, index) => `${index}`));
    expect(results.filter(({ silent }) => silent !== null)).toMatchObject([
      { id: '90', silent: 'unreadable', reason },
    ]);
    expect([status, stderr]).toEqual([2, `posting-lens: line 91 of the input: ${reason}\n`]);
  });

  it.concurrent('is left as it is where it was to be fixed', async () => {
    folder.write('fix/a.md', unreadable);
    // What the fix writes is what cannot be read: its own title.
    const becomes = mislabeled.replaceAll('Community Manager', 'Social Media Manager');
    const title = /^title: .*$/m.exec(becomes)?.[0] ?? '';
    folder.write('fix/b.md', mislabeled);
    const fix = (name: string, text: string) =>
      folder.run(['check', '--fix=titles', '--format', 'ndjson', name], '', faulty({ text }));
    expect(await fix('fix/a.md', mark)).toMatchObject({
      status: 2,
      stderr: `posting-lens: fix/a.md: ${reason}\n`,
    });
    expect(folder.read('fix/a.md')).toBe(unreadable);
    expect(await fix('fix/b.md', title)).toMatchObject({
      status: 2,
      stderr: 'posting-lens: fix/b.md was not fixed: cannot be read on purpose\n',
    });
    expect(folder.read('fix/b.md')).toBe(mislabeled);
  });
});
