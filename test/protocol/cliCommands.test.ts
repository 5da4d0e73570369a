import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { formats, readConfiguration, rules, taxonomy } from '../../shared/index.ts';
import { execute, fixture, Folder } from '../support/commandLine.ts';

const folder = new Folder();
afterAll(() => folder.dispose());

const entries = [...taxonomy.responsibilities, ...taxonomy.traits, ...taxonomy.contexts];

describe('explain', () => {
  it.concurrent('prints the page of a rule', async () => {
    const { status, stdout } = await folder.run(['explain', 'two-jobs']);
    expect(status).toBe(0);
    expect(stdout.trim()).toMatch(/^# two-jobs\n/);
    expect(stdout).toContain('## Why');
  });

  it.concurrent.each(['moderation', 'reporting', entries.find(({ kind }) => kind === 'trait')?.id ?? ''])(
    'prints name, explanation, what it is not, examples and source of %s',
    async (id) => {
      const entry = entries.find((each) => each.id === id);
      const { stdout } = await folder.run(['explain', id]);
      for (const part of [entry?.name, entry?.explanation, entry?.isNot, ...(entry?.examples ?? [])])
        expect(stdout).toContain(part ?? 'something');
      expect(stdout).toContain(entry?.citation.link ?? 'something');
    },
  );

  it.concurrent('names what is near where there is no such thing', async () => {
    expect(await folder.run(['explain', 'titel-mismatch'])).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('Did you mean title-mismatch') as string,
    });
    expect((await folder.run(['explain', 'qqqqqqqqqq'])).stderr).toContain(rules[0]?.id ?? 'something');
  });
});

describe('init', () => {
  it('writes a file that changes nothing, explains every setting, and is never written over', async () => {
    const fresh = new Folder();
    try {
      expect(await fresh.run(['init'])).toMatchObject({ status: 0, stderr: '' });
      const text = fresh.read('.posting-lens.json');
      expect(readConfiguration(text)).toMatchObject({ problems: [], values: { rules: {} } });
      for (const { id } of rules) expect(text).toContain(`// "${id}":`);
      // With the slashes of every setting taken away it holds what holds without it.
      const all = text.replace(/^( *)\/\/ (?=")/gm, '$1');
      const { problems, values } = readConfiguration(all);
      expect(problems).toEqual([]);
      expect(Object.keys(values.rules ?? {}).sort()).toEqual(rules.map(({ id }) => id).sort());
      fresh.write('a.md', fixture('fixtures/postings/right.md'));
      expect(await fresh.run(['check', 'a.md'])).toMatchObject({ status: 0, stderr: '' });

      fresh.write('.posting-lens.json', '{}');
      const again = await fresh.run(['init']);
      expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('left as it is')]);
      expect(fresh.read('.posting-lens.json')).toBe('{}');
    } finally {
      fresh.dispose();
    }
  });
});

describe('new', () => {
  it.concurrent.each(taxonomy.roles.flatMap(({ id }) => formats.map((format) => [id, format.id] as const)))(
    'prints a posting of %s in %s that our rules have nothing to say about',
    async (role, format) => {
      const args = ['new', role, '--format', format, '--organisation', 'Halloway Teas'];
      const { stdout } = await folder.run(args);
      expect(stdout).toContain('Halloway Teas');
      const name = `new${formats.find(({ id }) => id === format)?.extensions[0] ?? ''}`;
      const check = ['check', '-', '--stdin-filename', name, '--format', 'json', '--fail-on', 'hint'];
      const checked = await folder.run(check, stdout);
      expect([checked.status, checked.stdout]).toEqual([0, expect.stringContaining(`"role":"${role}"`)]);
    },
  );

  it.concurrent('knows its roles', async () => {
    const { status, stderr } = await folder.run(['new', 'comunity']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('Did you mean community?')]);
  });
});

describe('help', () => {
  it.concurrent.each([[], ['check'], ['explain'], ['init'], ['new'], ['lsp'], ['completion']])(
    'fits on a screen: %s',
    async (...command) => {
      const { stdout, status } = await folder.run([...command, '--help']);
      const lines = stdout.trimEnd().split('\n');
      expect(status).toBe(0);
      expect(lines.length).toBeLessThanOrEqual(24);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    },
  );
});

describe('completion', () => {
  /** What bash offers when Tab is pressed at the end of these words. */
  async function offered(words: readonly string[]): Promise<string[]> {
    const script = (await folder.run(['completion', 'bash'])).stdout;
    const asked = words.map((word) => `'${word}'`).join(' ');
    const input = `${script}\nCOMP_WORDS=(posting-lens ${asked}); COMP_CWORD=${words.length}; _posting_lens; printf '%s\\n' "\${COMPREPLY[@]}"\n`;
    const { stdout, stderr } = await execute('bash', ['-s'], { cwd: folder.path, input });
    expect(stderr).toBe('');
    return stdout.split('\n').filter((line) => line !== '');
  }

  it.concurrent('offers commands, options, values and ids in bash', async () => {
    expect(await offered(['c'])).toEqual(['check', 'completion']);
    expect(await offered(['check', '--fix'])).toEqual(['--fix', '--fix-dry-run']);
    expect(await offered(['check', '--format', 's'])).toEqual(['sarif']);
    expect(await offered(['check', '--format', '=', 'j'])).toEqual(['json', 'junit']);
    expect(await offered(['explain', 'title-m'])).toEqual(['title-mismatch']);
    expect(await offered(['new', ''])).toEqual(taxonomy.roles.map(({ id }) => id));
    expect(await offered(['check', 'jo'])).toEqual([]);
  });

  it.concurrent.each(['zsh', 'fish'])('has every command and option for %s', async (shell) => {
    const { stdout } = await folder.run(['completion', shell]);
    for (const name of [
      'check',
      'explain',
      'init',
      'new',
      'lsp',
      'completion',
      'max-warnings',
      'title-mismatch',
    ])
      expect(stdout).toContain(name);
    const found = (process.env['PATH'] ?? '').split(':').some((each) => existsSync(`${each}/${shell}`));
    if (found)
      expect(await execute(shell, ['-n'], { cwd: folder.path, input: stdout })).toMatchObject({ status: 0 });
  });
});
