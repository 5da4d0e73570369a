import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute, fixture, Folder, program, type Ran, root } from '../support/commandLine.ts';
import { node20 } from '../support/node20.ts';

const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const folder = new Folder();
afterAll(() => folder.dispose());
folder.write('jobs/a.md', fixture('fixtures/postings/mislabeled.md'));
folder.write('jobs/it is $(touch broken) right.md', fixture('fixtures/postings/right.md'));
folder.write('own.json', '{ "rules": { "title-mismatch": "off" } }');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const searched = `${path.dirname(node20)}${path.delimiter}${process.env['PATH'] ?? ''}`;

/** Runs the action's scripts as a runner does: each step's variables filled in, in its bash, until one fails. */
async function act(given: Readonly<Record<string, string>>): Promise<Ran> {
  const { inputs, runs } = parse(read('action.yml')) as Action;
  const valueOf = (name: string): string =>
    name === 'github.action_path'
      ? root
      : (given[name.replace('inputs.', '')] ?? inputs[name.replace('inputs.', '')]?.default ?? 'unknown');
  const all = { status: 0 as number | null, stdout: '', stderr: '' };
  for (const { run, env = {} } of runs.steps) {
    if (run === undefined) continue;
    const filled = Object.entries(env).map(([name, value]): [string, string] => [
      name,
      value.replace(/\$\{\{ *([\w.-]+) *\}\}/g, (_, expression: string) => valueOf(expression)),
    ]);
    const script = folder.write(`../${path.basename(folder.path)}.sh`, run);
    const bash = ['--noprofile', '--norc', '-eo', 'pipefail', script];
    const filledEnvironment = { ...Object.fromEntries(filled), PATH: searched };
    const { status, stdout, stderr } = await execute('bash', bash, {
      cwd: folder.path,
      env: filledEnvironment,
    });
    all.stdout += stdout;
    all.stderr += stderr;
    all.status = status;
    if (status !== 0) break;
  }
  return all;
}

describe('the GitHub action', () => {
  it('annotates what it finds, and fails', async () => {
    const { status, stdout, stderr } = await act({ paths: 'jobs\n' });
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain('::warning file=jobs/a.md,line=2,');
  });

  it('writes SARIF for the upload', async () => {
    const { status, stdout } = await act({
      paths: 'jobs',
      format: 'sarif',
      output: 'out.sarif',
      'fail-on': 'never',
    });
    expect([status, stdout]).toEqual([0, '']);
    expect(JSON.parse(folder.read('out.sarif'))).toMatchObject({
      runs: [{ results: [{ ruleId: 'title-mismatch' }] }],
    });
  });

  it('takes a configuration, and paths a line as they are', async () => {
    const { status, stdout, stderr } = await act({
      paths: 'jobs/a.md\njobs/it is $(touch broken) right.md',
      config: 'own.json',
    });
    expect([status, stdout, stderr]).toEqual([0, '', '']);
    expect(() => folder.read('broken')).toThrow('ENOENT');
  });

  it('has examples whose inputs it knows', () => {
    const text = read('action.yml');
    const { inputs } = parse(text) as Action;
    const examples = text
      .split('\n')
      .filter((line) => line.startsWith('#   '))
      .map((line) => line.slice(4))
      .join('\n');
    const steps = parse(examples) as { uses: string; with?: Record<string, string> }[];
    const ours = steps.filter(({ uses }) => uses.startsWith('posting-lens/'));
    expect(ours).toHaveLength(2);
    for (const step of ours)
      for (const name of Object.keys(step.with ?? {})) expect(Object.keys(inputs)).toContain(name);
    expect(steps.at(-1)?.with?.['sarif_file']).toBe(ours.at(-1)?.with?.['output']);
  });
});

describe('the pre-commit hooks', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as { id: string; entry: string; language: string }[];
  const prefix = folder.at('hook environment');
  // As pre-commit does it for `language: node`: pack what was built, and install the package into a folder of its own.
  beforeAll(async () => {
    mkdirSync(prefix);
    const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', prefix];
    const packed = await execute('npm', pack, { cwd: root });
    expect(packed.status, packed.stderr).toBe(0);
    const file = path.join(prefix, packed.stdout.trim());
    const install = ['install', '--global', '--prefix', prefix, '--offline', '--omit=dev', file];
    const installed = await execute('npm', install, { cwd: prefix });
    expect(installed.status, installed.stderr).toBe(0);
  });

  const hook = (id: string, ...files: string[]): Promise<Ran> => {
    const [command = '', ...args] = hooks.find((each) => each.id === id)?.entry.split(' ') ?? [];
    const env = { PATH: `${path.join(prefix, 'bin')}${path.delimiter}${searched}` };
    return execute(command, [...args, ...files], { cwd: folder.path, env });
  };

  it('check the files that are handed to them', async () => {
    expect(hooks.every(({ language }) => language === 'node')).toBe(true);
    const { status, stdout } = await hook('posting-lens', 'jobs/a.md');
    expect([status, stdout]).toEqual([1, expect.stringContaining('title-mismatch')]);
    expect((await hook('posting-lens', 'jobs/it is $(touch broken) right.md')).status).toBe(0);
  });

  it('fix them, and change nothing that needs a look', async () => {
    const before = folder.read('jobs/a.md');
    const unused = `<!-- posting-lens-disable-file two-jobs -->\n${fixture('fixtures/postings/right.md')}`;
    folder.write('jobs/fix.md', unused);
    await hook('posting-lens-fix', 'jobs/a.md', 'jobs/fix.md');
    expect(folder.read('jobs/a.md')).toBe(before);
    expect(folder.read('jobs/fix.md')).toBe(fixture('fixtures/postings/right.md'));
  });

  it('find the pages of rules', async () => {
    const bin = path.join(prefix, 'bin', 'posting-lens');
    const { stdout } = await execute(bin, ['explain', 'two-jobs'], {
      cwd: folder.path,
      env: { PATH: searched },
    });
    expect(stdout).toContain('## Why');
  });
});

const parallel = (await execute('sh', ['-c', 'command -v parallel'], { cwd: folder.path })).status === 0;

describe('engines that pipe lines to a program', () => {
  const requests = Array.from({ length: 12 }, (_, index) =>
    JSON.stringify({ id: `${index}`, text: fixture('fixtures/postings/right.md'), format: 'markdown' }),
  ).join('\n');

  it.runIf(parallel)('can be GNU parallel', async () => {
    const line = `parallel --keep-order --pipe --block 4k "'${node20}' '${program}' check - --stdin-format ndjson"`;
    const { stdout, stderr } = await execute('sh', ['-c', line], { cwd: folder.path, input: requests });
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((each) => (JSON.parse(each) as { id: string }).id);
    expect([ids, stderr]).toEqual([Array.from({ length: 12 }, (_, index) => `${index}`), '']);
  });
});
