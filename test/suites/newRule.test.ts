/** Adds a rule to a copy of the checkout, as a contributor would, and sees it work with no other file touched by hand. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMarks } from '../support/marks.ts';
import { root } from '../tools/generate/generated.ts';
import { generated } from '../tools/generate/main.ts';

const id = 'brand-new-rule';
const folder = `shared/rules/${id}`;
const copy = mkdtempSync(path.join(tmpdir(), 'posting-lens-'));
afterAll(() => rmSync(copy, { recursive: true }));

interface Run {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a script of the copy on this Node. */
function run(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

/** A program that a package brings. */
const program = (name: string): string => path.join('node_modules', name);

/** All files of the copy with their content. */
function files(): Map<string, string> {
  const names = globSync('**/*', { cwd: copy, dot: true, ignore: ['node_modules', 'dist', 'out'] });
  return new Map(names.map((name) => [name, readFileSync(path.join(copy, name), 'utf8')]));
}

let before: Map<string, string>;
let scaffolded: Run;

beforeAll(() => {
  // What stands in the checkout now, committed or not.
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const needed = /^(?:(?:shared|server|client|test\/(?:support|tools|training|unit))\/|(?:test\/)?[^/]+$)/;
  for (const name of new Set(listed.split('\0')))
    if (needed.test(name) && statSync(path.join(root, name), { throwIfNoEntry: false })?.isFile() === true)
      cpSync(path.join(root, name), path.join(copy, name));
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  before = files();
  scaffolded = run('test/tools/newRule.ts', id, '--severity', 'warning');
}, 90_000);

describe('npm run new:rule', () => {
  it('writes a folder and renews what is generated, and nothing else', async () => {
    expect(scaffolded).toMatchObject({ status: 0 });
    expect(scaffolded.output).toContain(folder);
    const changed = [...files()].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
    expect(changed.filter((name) => name.startsWith(folder)).sort()).toEqual([
      `${folder}/fixtures/found.md`,
      `${folder}/fixtures/left-alone.md`,
      `${folder}/rule.md`,
      `${folder}/rule.ts`,
    ]);
    const made = [...(await generated()).keys()].map((file) => path.relative(root, file));
    expect(made).toEqual(expect.arrayContaining(changed.filter((name) => !name.startsWith(folder))));
    expect(run('test/tools/generate/main.ts', '--check')).toEqual({ status: 0, output: '' });
  });

  it('lists the rule in registry, index and for translators', () => {
    const read = (name: string): string => readFileSync(path.join(copy, 'shared', name), 'utf8');
    expect(read('rules/registry.gen.ts')).toContain(`from './${id}/rule.ts'`);
    expect(read('rules/README.md')).toMatch(new RegExp(`\\[${id}\\]\\(${id}/rule\\.md\\).*\\| warning`));
    expect(read('l10n/de.json')).toContain('stands here for what a new rule will find');
  });

  it('refuses ids that are taken or none, and severities that are none', () => {
    const refused = [['two-jobs'], ['../escape-it'], [], ['good-id', '--severity', 'loud']];
    for (const args of refused) expect(run('test/tools/newRule.ts', ...args).status, args.join()).toBe(2);
  });
});

describe('the new rule', () => {
  it('passes the checks of types, lint and format as it is', () => {
    expect(run(program('typescript/bin/tsc'), '-p', 'shared', '--noEmit')).toEqual({ status: 0, output: '' });
    expect(run(program('eslint/bin/eslint.js'), folder, '--max-warnings', '0')).toEqual({
      status: 0,
      output: '',
    });
    expect(
      run(program('prettier/bin/prettier.cjs'), '--check', folder, 'shared/rules/README.md'),
    ).toMatchObject({
      status: 0,
    });
  });

  it('passes the tests that every rule has to pass: its finding comes out of the core', () => {
    const { status, output } = run(
      program('vitest/vitest.mjs'),
      ...['run', 'test/unit/rules.test.ts', 'test/unit/pages.test.ts', '--reporter=verbose'],
      ...['-t', id],
    );
    expect(status, output).toBe(0);
    expect(output).toMatch(new RegExp(`✓.*${id}/fixtures/found\\.md.*just the findings that are marked`));
  });

  it('speaks on the command line, at the level that is asked for', () => {
    expect(run('esbuild.mjs')).toMatchObject({ status: 0 });
    const { text } = readMarks(readFileSync(path.join(copy, `${folder}/fixtures/found.md`), 'utf8'));
    writeFileSync(path.join(copy, 'job.md'), text);
    const check = (...args: string[]): Run => run('dist/cli/posting-lens.mjs', 'check', 'job.md', ...args);
    const found = check('--format', 'json', '--fail-on', 'never');
    expect(found.status).toBe(0);
    expect(JSON.parse(found.output)).toMatchObject({
      results: [{ diagnostics: [{ rule: id, severity: 'warning' }] }],
    });
    expect(check('--rule', `${id}=error`)).toMatchObject({ status: 1 });
    expect(check('--rule', `${id}=error`).output).toMatch(new RegExp(`error.*${id}|${id}.*error`));
    expect(check('--rule', `${id}=off`).output).not.toContain(id);
    expect(check('--rule', 'no-such-rule=error')).toMatchObject({ status: 2 });
  });
});
