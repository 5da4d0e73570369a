import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedPackages } from '../tools/package/notices.ts';
import { shippedFiles, stage } from '../tools/package/stage.ts';
import { packed } from '../tools/package/vsix.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'posting-lens-packages-'));
const here = path.join(folder, 'here.vsix');

/** Packs a checkout by the script, as `npm run package` does after the build. */
function pack(checkout: string, file: string, env: Readonly<Record<string, string>> = {}): void {
  execFileSync(process.execPath, ['test/tools/package/main.ts', file], {
    cwd: checkout,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** The files of this checkout that are not ignored, elsewhere. */
function copyCheckout(target: string): void {
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', listed, { cwd: root, encoding: 'utf8' }).split('\0');
  for (const file of files.filter((each) => each !== '' && existsSync(path.join(root, each))))
    cpSync(path.join(root, file), path.join(target, file));
  // Not a link: where a package lies, seen from the checkout, is in the names of chunks. Hard links where the disk is the same.
  const copy = (how: string): string =>
    execFileSync('cp', [how, path.join(root, 'node_modules'), target], { encoding: 'utf8', stdio: 'pipe' });
  try {
    copy('-al');
  } catch {
    copy('-a');
  }
}

// Each takes seconds, and more where much else runs.
beforeAll(() => pack(root, here), 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

describe('the package for VS Code', () => {
  it('holds what it needs to run, and nothing else', async () => {
    const expected = [
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/ThirdPartyNotices.txt',
      'extension/changelog.md',
      'extension/package.json',
      'extension/package.nls.json',
      'extension/package.nls.*.json',
      'extension/readme.md',
      'extension/client/media/icon.png',
      'extension/client/media/view.svg',
      'extension/client/media/*.webp',
      'extension/dist/client/extension.browser.cjs',
      'extension/dist/client/extension.cjs',
      'extension/dist/client/startNode.cjs',
      'extension/dist/client/balance.css',
      'extension/dist/client/balance.js',
      'extension/dist/l10n/bundle.l10n.*.json',
      'extension/dist/rules/*.md',
      'extension/dist/server/core.js',
      'extension/dist/server/chunk-*.mjs',
      'extension/dist/server/main.mjs',
      'extension/dist/server/mcp.mjs',
      'extension/dist/server/worker.js',
      'extension/skills/posting-lens/SKILL.md',
      'extension/shared/configuration/posting-lens.schema.json',
      'extension/syntaxes/*.json',
    ];
    const files = (await packed(here)).map((each) => each.path);
    const of = (pattern: string) =>
      files.filter((file) => file === pattern || (pattern.includes('*') && path.matchesGlob(file, pattern)));
    expect(expected.filter((pattern) => of(pattern).length === 0)).toEqual([]);
    expect(files.filter((file) => !expected.some((pattern) => of(pattern).includes(file)))).toEqual([]);
  });

  it('is smaller than a megabyte', () => {
    expect(statSync(here).size).toBeLessThan(1_000_000);
  });

  it('is the same to the byte when it is built elsewhere, in another time zone, with other access rights', () => {
    const elsewhere = path.join(folder, 'checkout');
    const there = path.join(folder, 'there.vsix');
    copyCheckout(elsewhere);
    const commit = execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).trim();
    execFileSync('sh', ['-c', 'umask 077 && exec "$0" esbuild.mjs', process.execPath], { cwd: elsewhere });
    pack(elsewhere, there, { TZ: 'Pacific/Auckland', SOURCE_DATE_EPOCH: commit });
    expect(readFileSync(there).equals(readFileSync(here))).toBe(true);
  });

  it('ships the pictures that are shown, and no others', () => {
    const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
    const shown = new Set(manifest.match(/client\/media\/[\w-]+\.\w+/g));
    const shipped = shippedFiles(root).filter((file) => file.startsWith('client/media/'));
    expect(shipped).toEqual([...shown].sort());
  });

  it('has a page without pictures and links that lead nowhere', () => {
    const staged = path.join(folder, 'staged');
    stage(root, staged);
    for (const page of ['README.md', 'CHANGELOG.md']) {
      const text = readFileSync(path.join(staged, page), 'utf8');
      expect(text.match(/\]\((?!https:)[^)]*\)/g) ?? []).toEqual([]);
    }
    expect(readFileSync(path.join(staged, 'README.md'), 'utf8')).toMatch(/`title-mismatch`/);
  });

  it('names every package whose code is in it, with the licence', () => {
    const staged = path.join(folder, 'noticed');
    stage(root, staged);
    const notices = readFileSync(path.join(staged, 'ThirdPartyNotices.txt'), 'utf8');
    const packages = shippedPackages(root, (output) => existsSync(path.join(staged, output)));
    const names = packages.map(({ name }) => name);
    for (const name of ['vscode-languageclient', 'vscode-languageserver', '@lezer/markdown', 'htmlparser2'])
      expect(names).toContain(name);
    // What only the command line and the tests use is not shipped.
    for (const name of ['commander', 'tinyglobby', 'vitest', 'esbuild']) expect(names).not.toContain(name);
    for (const { name, version, license } of packages)
      expect(notices).toContain(`\n${name} ${version} (${license})\n`);
    expect(notices.match(/copyright|Blue Oak/gi)?.length ?? 0).toBeGreaterThanOrEqual(packages.length);
  });
});
