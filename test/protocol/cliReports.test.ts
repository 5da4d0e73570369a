import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { Parser } from 'htmlparser2';
import type { Log } from 'sarif';
import { afterAll, describe, expect, it } from 'vitest';
import { GithubReporter } from '../../server/cli/reporters/github.ts';
import { JunitReporter } from '../../server/cli/reporters/junit.ts';
import { PrettyReporter } from '../../server/cli/reporters/pretty.ts';
import { wantsColor } from '../../server/cli/reporters/reporter.ts';
import type { Result } from '../../server/result.ts';
import { rules, taxonomy } from '../../shared/index.ts';
import { fixture, Folder } from '../support/commandLine.ts';

const folder = new Folder();
afterAll(() => folder.dispose());
folder.write('jobs/a b#.md', fixture('fixtures/postings/mislabeled.md'));
folder.write('jobs/both.md', fixture('samples/two-jobs.md'));
folder.write('jobs/right.md', fixture('fixtures/postings/right.md'));
folder.write('bytes.md', Buffer.from([0x23, 0x20, 0xc3, 0x28, 0xff]));

const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 5 } };
const hostile = 'a,b:c%\r\n<&>"\u0000\u001b[31m]]>';
const result: Result = {
  path: `jobs/${hostile}.md`,
  index: 0,
  posting: true,
  language: 'en',
  silent: null,
  title: { text: hostile, role: null, range },
  verdict: null,
  prior: null,
  gates: [],
  evidence: [],
  diagnostics: [
    { rule: 'title-mismatch', severity: 'warning', message: hostile, range, related: [], fixes: [] },
    { rule: 'two-jobs', severity: 'hint', message: hostile, range, related: [], fixes: [] },
  ],
};
const reported = { source: '# Posting\n', roles: taxonomy.roles };

describe('sarif', () => {
  it.concurrent('is valid, and holds pages, related places, fixes and fingerprints', async () => {
    const { stdout } = await folder.run(['check', '--format', 'sarif', 'jobs', 'bytes.md']);
    const log = JSON.parse(stdout) as Log;
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats(ajv);
    const schema = JSON.parse(fixture('fixtures/sarif/sarif-schema-2.1.0.json')) as object;
    const isValid = ajv.compile(schema);
    isValid(log);
    expect(isValid.errors).toBeNull();
    expect(isValid({ ...log, version: '2.0.0' })).toBe(false);

    const [run] = log.runs;
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    expect(run?.tool.driver.rules?.every(({ help }) => help?.markdown?.startsWith('# '))).toBe(true);
    expect(run?.invocations?.[0]?.executionSuccessful).toBe(false);
    const [mismatch, both] = run?.results ?? [];
    expect(mismatch).toMatchObject({ ruleId: 'title-mismatch', level: 'warning' });
    expect(mismatch?.locations?.[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'jobs/a%20b%23.md' },
      region: { startLine: 2, startColumn: 9, endLine: 2 },
    });
    expect(mismatch?.relatedLocations?.length).toBeGreaterThan(0);
    expect(mismatch?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent?.text).toContain(
      'Social',
    );
    const prints = run?.results?.map(({ partialFingerprints }) => partialFingerprints?.['postingLens/v1']);
    expect(new Set(prints).size).toBe(run?.results?.length);
    // SARIF has no way to make files: a fix that moves text into one would only delete it.
    expect(both?.ruleId).toBe('two-jobs');
    const json = await folder.run(['check', '--format', 'json', 'jobs/both.md']);
    const { results } = JSON.parse(json.stdout) as { results: Result[] };
    const [found] = results.flatMap(({ diagnostics }) => diagnostics);
    expect(found?.fixes.some(({ creates }) => creates !== undefined)).toBe(true);
    expect((both?.fixes ?? []).map(({ description }) => description?.text)).toEqual(
      found?.fixes.filter(({ creates }) => creates === undefined).map(({ title }) => title),
    );
  });
});

describe('github', () => {
  it('writes one command a finding, whatever stands in it', () => {
    const lines = new GithubReporter().result(result).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(
      '::warning file=jobs/a%2Cb%3Ac%25%0D%0A<&>"\u0000\u001b[31m]]>.md,line=1,endLine=1,col=3,endColumn=6,' +
        'title=posting-lens title-mismatch::a,b:c%25%0D%0A<&>"\u0000\u001b[31m]]>',
    );
    expect(lines[1]?.startsWith('::notice ')).toBe(true);
  });
});

describe('junit', () => {
  it('is XML that says what was meant', () => {
    const reporter = new JunitReporter('warning');
    reporter.result(result);
    const text = reporter.end();
    const opened: string[] = [];
    let depth = 0;
    const names: string[] = [];
    const parser = new Parser(
      {
        onopentag: (name, { message, name: own }) => {
          opened.push(name);
          depth += 1;
          if (name === 'testcase') names.push(own ?? '');
          if (name === 'failure') names.push(message ?? '');
        },
        onclosetag: (_, implied) => {
          expect(implied && opened.at(-1) !== 'skipped').toBe(false);
          depth -= 1;
        },
      },
      { xmlMode: true },
    );
    parser.end(text);
    expect([depth, opened]).toEqual([0, ['testsuites', 'testsuite', 'testcase', 'failure', 'system-out']]);
    const shown = 'a,b:c%\r\n<&>"\ufffd\ufffd[31m]]>';
    expect(names).toEqual([shown, shown]);
    expect(text).toContain('tests="1" failures="1" errors="0"');
  });

  it.each([
    ['hint', 2],
    ['information', 1],
    ['error', 0],
    ['never', 0],
  ] as const)('fails what fails the run: %s', (failOn, failures) => {
    const reporter = new JunitReporter(failOn);
    reporter.result(result);
    const text = reporter.end();
    expect(text).toContain(`<testsuites name="posting-lens" tests="1" failures="${failures}" errors="0">`);
    expect(text.match(/<failure /g) ?? []).toHaveLength(failures);
    expect(text.includes('<system-out>')).toBe(failures < 2);
  });

  it.concurrent('fails where the program does', async () => {
    const call = ['check', '--format', 'junit', '--rule', 'title-mismatch=information', 'jobs/a b#.md'];
    const strict = await folder.run([...call, '--fail-on', 'information']);
    expect([strict.status, strict.stdout]).toEqual([1, expect.stringContaining('failures="1"')]);
    const lax = await folder.run(call);
    expect([lax.status, lax.stdout]).toEqual([0, expect.stringContaining('failures="0"')]);
  });

  it.concurrent('counts what the program found', async () => {
    const { stdout, status } = await folder.run(['check', '--format', 'junit', 'jobs']);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="posting-lens" tests="3"/,
    );
  });
});

describe('pretty', () => {
  it('takes colours as people ask for them', () => {
    const terminal = { isTTY: true };
    expect(wantsColor(terminal, {})).toBe(true);
    expect(wantsColor({}, {})).toBe(false);
    expect(wantsColor(terminal, { NO_COLOR: '1' })).toBe(false);
    expect(wantsColor(terminal, { NO_COLOR: '' })).toBe(true);
    expect(wantsColor(terminal, { TERM: 'dumb' })).toBe(false);
    expect(wantsColor({}, { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(true);
    expect(wantsColor(terminal, { FORCE_COLOR: '0' })).toBe(false);
  });

  it.concurrent('colours where it is told to, and not in a pipe', async () => {
    const coloured = await folder.run(['check', 'jobs'], '', { FORCE_COLOR: '1', NO_COLOR: '' });
    expect(coloured.stdout).toContain('\u001b[33mwarning\u001b[0m');
    const plain = await folder.run(['check', 'jobs'], '', { NO_COLOR: '' });
    expect(plain.stdout).not.toContain('\u001b');
  });

  it.concurrent('keeps to the width of the screen', async () => {
    const { stdout } = await folder.run(['check', 'jobs'], '', { COLUMNS: '40' });
    const lines = stdout
      .split('\n')
      .filter((line) => /^ {4}(?: {2}){0,2}\S/.test(line) && !/[|~]/.test(line));
    expect(lines.filter((line) => line.startsWith('        ')).length).toBeGreaterThan(1);
    expect(lines.filter((line) => line.length > 40)).toEqual([]);
  });

  it('lets no document drive the terminal', () => {
    const text = new PrettyReporter({ color: false, width: 80 }).result(result, reported);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u0000');
  });

  it('shows marks that turn the direction of reading, one sign for each', () => {
    const title = { text: 'a\u200fb\u061cc\u202ed', role: null, range };
    const pretty = new PrettyReporter({ color: false, width: 80 });
    expect(pretty.result({ ...result, title }, reported)).toContain('“a\ufffdb\ufffdc\ufffdd”');
  });
});
