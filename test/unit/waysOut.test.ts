/** What could leave the process, or make code from text, is in no bundle but by the libraries that talk to editors. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedPackages } from '../tools/package/notices.ts';

const root = path.resolve(import.meta.dirname, '../..');
const dist = path.join(root, 'dist');

interface Metafile {
  readonly inputs: Readonly<Record<string, { readonly imports: readonly { readonly path: string }[] }>>;
}

const waysOut =
  /^(?:node:)?(?:child_process|cluster|dgram|dns|http|http2|https|inspector|net|tls|vm)(?:\/|$)/;

/** Each module that may come to one, and why. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  // Standard input and output, which are all we use, come from the same files as pipes, sockets and forks.
  'node_modules/vscode-languageclient/lib/node/main.js': ['child_process'],
  'node_modules/vscode-languageclient/lib/node/processes.js': ['child_process'],
  'node_modules/vscode-languageserver/lib/node/files.js': ['child_process'],
  'node_modules/vscode-jsonrpc/lib/node/main.js': ['net'],
  'node_modules/vscode-languageserver/node_modules/vscode-jsonrpc/lib/node/main.js': ['net'],
};

const bundles = readdirSync(path.join(dist, 'meta')).map((file) => path.basename(file, '.json'));
const importsOf = (bundle: string): [string, string[]][] => {
  const { inputs } = JSON.parse(readFileSync(path.join(dist, `meta/${bundle}.json`), 'utf8')) as Metafile;
  return Object.entries(inputs).map(([file, { imports }]) => [
    file,
    [...new Set(imports.map((each) => each.path).filter((each) => waysOut.test(each)))],
  ]);
};

describe('ways out of the process', () => {
  it.each(bundles)('are in %s only where they are allowed, module by module', (bundle) => {
    const found = Object.fromEntries(importsOf(bundle).filter(([, ways]) => ways.length > 0));
    expect(Object.entries(found).filter(([file, ways]) => String(allowed[file]) !== String(ways))).toEqual(
      [],
    );
    if (['core', 'worker', 'webClient', 'webview'].includes(bundle)) expect(found).toEqual({});
  });

  it('are looked for in every bundle, and allowed only where they are', () => {
    expect(bundles).toEqual(
      expect.arrayContaining(['cli', 'client', 'core', 'server', 'webClient', 'worker']),
    );
    const all = new Set(
      bundles.flatMap(importsOf).flatMap(([file, ways]) => (ways.length > 0 ? [file] : [])),
    );
    expect([...all].toSorted()).toEqual(Object.keys(allowed).toSorted());
  });

  const words =
    /\b(?:child_process|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b|\bnew Function\b|(?<![\w$.])(?:eval|fetch|Function)\(/;

  it.each(['server/core.js', 'server/worker.js', 'client/extension.browser.cjs', 'client/balance.js'])(
    'are no words of %s, which a browser loads',
    (file) => {
      expect(words.exec(readFileSync(path.join(dist, file), 'utf8'))?.[0]).toBeUndefined();
    },
  );

  it('are no words of the core', () => {
    const files = execFileSync('git', ['ls-files', 'shared/*.ts'], { cwd: root, encoding: 'utf8' });
    const found = files
      .split('\n')
      .filter((file) => file !== '')
      .filter((file) => words.test(readFileSync(path.join(root, file), 'utf8')));
    expect(found).toEqual([]);
    expect(words.test('new Function("x")') && words.test('await fetch(url)')).toBe(true);
    expect(words.test('this.fetch(url)')).toBe(false);
  });
});

describe('packages of others', () => {
  it('are those that SECURITY.md gives a reason for, and no others', () => {
    const page = readFileSync(path.join(root, 'SECURITY.md'), 'utf8').replaceAll('`-', '`vscode-');
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((row) =>
      Array.from((row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g), ([, name]) => name ?? ''),
    );
    const shipped = shippedPackages(root, () => true).map(({ name }) => name);
    expect([...new Set(shipped)].toSorted()).toEqual(named.toSorted());
  });
});
