/** The language server as real editors start it, set up with the very lines that their page tells people to copy. */
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { execute, fixture, Folder, program } from '../support/commandLine.ts';
import { node20 } from '../support/node20.ts';
import { codeBlocks } from './page.ts';

interface Shown {
  readonly code: string;
  /** As LSP counts: 1 is an error. */
  readonly severity: number;
  readonly message: string;
  readonly line: number;
}

/** What a script that drives an editor writes down. */
interface Seen {
  /** Why it got no further; then there is nothing else. */
  readonly failure?: string;
  readonly before: readonly Shown[];
  readonly hover: string;
  /** Titles of the code actions on the first diagnostic. */
  readonly actions: readonly string[];
  /** The text after the title was changed, when no diagnostic was left. */
  readonly text: string;
  readonly log: string;
}

interface Editor {
  readonly name: string;
  /** Ends well where the editor and what it needs is there. */
  readonly probe: readonly [string, ...string[]];
  readonly missing: string;
  readonly setUp: string;
  readonly withSettings: string;
  readonly setUpFile: string;
  readonly call: (setUpFile: string, posting: string) => readonly [string, ...string[]];
  /** What a complaint looks like in its log. */
  readonly complaint: RegExp;
  /** How a message begins with the settings of the page, which choose a language where the editor can. */
  readonly message: string;
}

const script = (name: string): string => path.join(import.meta.dirname, name);
const [older = '', olderSettings = ''] = codeBlocks('Neovim, before 0.11', 'lua');
const [newer = '', newerSettings = ''] = codeBlocks('Neovim, 0.11 and later', 'lua');
const { stdout: neovim } = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
const isOlder = /^NVIM v0\.(?:\d|10)\./.test(neovim);
const [lispSetUp = '', lispSettings = ''] = codeBlocks('Emacs', 'elisp');
const packages = '(package-activate-all)';

const editors: readonly Editor[] = [
  {
    name: 'Neovim',
    probe: ['nvim', '--version'],
    missing: 'SKIPPED: no Neovim on this machine (Debian: neovim).',
    setUp: isOlder ? older : newer,
    withSettings: isOlder
      ? older.replace(/(?<=name = 'posting-lens',\n)/, olderSettings)
      : newer + newerSettings,
    setUpFile: 'init.lua',
    call: (setUpFile, posting) => [
      'nvim',
      ...['--headless', '-n', '-i', 'NONE', '-u', setUpFile],
      ...['-c', `luafile ${script('neovim.lua').replaceAll(' ', '\\ ')}`, posting],
    ],
    complaint: /\[(?:ERROR|WARN)\]/,
    message: 'L’intitulé annonce',
  },
  {
    name: 'Emacs with Eglot',
    probe: ['emacs', '--batch', '--eval', `(progn ${packages} (require 'eglot) (require 'markdown-mode))`],
    missing:
      'SKIPPED: no Emacs with Eglot and Markdown mode on this machine (Debian: emacs-nox elpa-eglot elpa-markdown-mode).',
    setUp: lispSetUp,
    withSettings: lispSetUp + lispSettings,
    setUpFile: 'init.el',
    call: (setUpFile) => [
      'emacs',
      ...['--batch', '--eval', packages, '--load', setUpFile, '--load', script('eglot.el')],
    ],
    complaint: /^\[stderr\]|\bERROR\b|server-error|noise/m,
    message: 'The title says',
  },
];

describe.each(editors)('$name', (editor) => {
  const [probe, ...probeArguments] = editor.probe;
  const there = spawnSync(probe, probeArguments).status === 0;
  if (!there) console.warn(editor.missing);

  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => {
    folder.dispose();
  });
  const posting = fixture('samples/community-title-social-duties.md');

  /** Opens the posting in the editor, which finds the program on the PATH, and knows no other set-up. */
  async function drive(setUp: string, env: NodeJS.ProcessEnv = {}): Promise<Seen> {
    const { path: home } = folder;
    chmodSync(
      folder.write(
        'bin/posting-lens',
        `#!/bin/sh\n"${node20}" "${program}" "$@"\necho $? >>"${home}/exits"\n`,
      ),
      0o755,
    );
    const file = folder.write('jobs/community.md', posting);
    const setUpFile = folder.write(editor.setUpFile, setUp);
    const [command, ...args] = editor.call(setUpFile, file);
    const { status, stderr } = await execute(command, args, {
      cwd: folder.at('jobs'),
      env: {
        PATH: `${folder.at('bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
        HOME: home,
        ...Object.fromEntries(
          ['CONFIG', 'DATA', 'STATE', 'CACHE'].map((kind) => [`XDG_${kind}_HOME`, folder.at(kind)]),
        ),
        POSTING_LENS_POSTING: file,
        POSTING_LENS_RESULT: folder.at('seen.json'),
        ...env,
      },
    });
    expect(status, stderr).toBe(0);
    const seen = JSON.parse(folder.read('seen.json')) as Seen;
    expect(seen.failure, stderr).toBeUndefined();
    return seen;
  }

  it.skipIf(!there)('shows what is found, explains it, and changes the title', async () => {
    const seen = await drive(editor.setUp);
    expect(seen.before).toMatchObject([{ code: 'title-mismatch', severity: 2, line: 1 }]);
    expect(seen.hover).toContain('Rachel Happe');
    expect(seen.actions[0]).toMatch(/^Change the title to “Senior Social Media Manager/);
    const fixed = await folder.run(['check', '-', '--fix=titles', '--stdin-filename', 'a.md'], posting);
    expect(seen.text).toBe(fixed.stdout);
    expect(seen.text).not.toBe(posting);
    expect(seen.log).not.toMatch(editor.complaint);
    expect(folder.read('exits')).toBe('0\n');
  });

  it.skipIf(!there)('takes settings, and its log would tell of complaints', async () => {
    const complain = "--import=data:text/javascript,console.error('noise')";
    const seen = await drive(editor.withSettings, { NODE_OPTIONS: complain });
    expect(seen.before).toMatchObject([{ code: 'title-mismatch', severity: 1 }]);
    expect(seen.before[0]?.message).toContain(editor.message);
    expect(seen.log).toMatch(editor.complaint);
  });
});
