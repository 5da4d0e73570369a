/**
 * Runs the extension tests inside a real VS Code: a desktop one where @vscode/test-electron can download it, and on
 * other Linux x64 machines VS Code's server from npm, through the launcher. The same tests, the same runner. Then in VS
 * Code for the Web, in its web worker.
 * @remarks Run by `npm run test:vscode [-- --host node|restricted|pages|translated|web]`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { checkPages } from './pages/index.ts';
import { canDownloadVsCode, hasDisplay, onServerPlatform } from './support/means.ts';
import { runInPage } from './support/runInPage.ts';
import { startVsCodeServer } from './support/vscodeServer.ts';
import { openWorkbench } from './support/workbench.ts';
import { openWebWorkbench } from './support/webWorkbench.ts';

const root = path.resolve(import.meta.dirname, '../..');
const samples = path.join(root, 'test/samples');

const hosts = {
  node: {
    heading: 'Node extension host',
    run: () =>
      inFolder((folder) => {
        cpSync(samples, folder, { recursive: true });
        return inNode(folder);
      }),
  },
  restricted: {
    heading: 'Restricted Mode, with two folders',
    run: () =>
      inFolder((folder) => {
        for (const name of ['first', 'second']) cpSync(samples, path.join(folder, name), { recursive: true });
        const write = (name: string, value: unknown) =>
          writeFileSync(path.join(folder, name), JSON.stringify(value));
        write('second/.posting-lens.json', { extends: ['./team.json'] });
        write('second/team.json', { rules: { 'title-mismatch': 'error' } });
        write('two.code-workspace', { folders: [{ path: 'first' }, { path: 'second' }] });
        return onServer(path.join(folder, 'two.code-workspace'), 'restricted', { trusted: false });
      }),
  },
  pages: {
    heading: 'What only the page shows: places that are kept, accessibility',
    run: () =>
      inFolder(async (folder) => {
        if (!onServerPlatform()) {
          console.log('SKIPPED: the server of VS Code whose page is looked at runs on Linux x64 only.');
          return;
        }
        cpSync(samples, folder, { recursive: true });
        await checkPages(root, folder);
      }),
  },
  translated: {
    heading: 'In German in Node, in French in a web worker',
    run: () =>
      inFolder(async (folder) => {
        cpSync(samples, folder, { recursive: true });
        await onServer(folder, 'translatedNode', { trusted: true, language: 'de' });
        await inWebWorker('translatedWeb', 'fr');
      }),
  },
  web: { heading: 'VS Code for the Web: web worker, files in memory', run: () => inWebWorker('web') },
};

/** Tests write into their folder, so they get one of their own. */
async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'posting-lens-workspace-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inNode(folder: string): Promise<void> {
  const desktop = hasDisplay() && (await canDownloadVsCode());
  if (!desktop && !onServerPlatform()) {
    console.log(
      'SKIPPED: no VS Code can be downloaded here, and its server from npm runs on Linux x64 only.',
    );
    return;
  }
  await runTests({
    ...(desktop ? {} : { vscodeExecutablePath: path.join(root, 'test/vscode/launcher') }),
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'out/vscode-tests/index.cjs'),
    launchArgs: [folder, '--disable-workspace-trust', '--disable-extensions'],
  });
}

/** Not by `runTests`, which trusts whatever it opens and speaks English. */
async function onServer(
  opened: string,
  tests: string,
  { trusted, language }: { trusted: boolean; language?: string },
): Promise<void> {
  if (!onServerPlatform()) {
    console.log('SKIPPED: the server of VS Code that these tests need runs on Linux x64 only.');
    return;
  }
  const server = await startVsCodeServer({ development: true, trusted });
  const code = await runInPage(server, (browser, listeners) =>
    openWorkbench(browser, {
      port: server.port,
      folder: opened,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, `out/vscode-tests/${tests}.cjs`),
      ...(language === undefined ? {} : { language }),
      ...listeners,
    }),
  );
  if (code !== 0) throw new Error(`The tests “${tests}” ended with ${code}.`);
}

async function inWebWorker(tests: string, language?: string): Promise<void> {
  if (!onServerPlatform()) {
    console.log('SKIPPED: the server of VS Code that brings VS Code for the Web runs on Linux x64 only.');
    return;
  }
  const server = await startVsCodeServer({ development: true, trusted: true });
  const code = await runInPage(server, (browser, listeners) =>
    openWebWorkbench(browser, {
      port: server.port,
      extensionDevelopmentPath: root,
      extensionTests: `out/vscode-tests/${tests}.cjs`,
      trusted: true,
      ...(language === undefined ? {} : { language }),
      ...listeners,
    }),
  );
  if (code !== 0) throw new Error(`The tests “${tests}” in the web worker ended with ${code}.`);
}

const at = process.argv.indexOf('--host');
const asked = at < 0 ? null : process.argv[at + 1];
const chosen = Object.entries(hosts).filter(([name]) => asked === null || name === asked);
if (chosen.length === 0) {
  console.error(`The hosts are ${Object.keys(hosts).join(', ')}.`);
  process.exit(2);
}
const bundle = spawnSync(process.execPath, [path.join(root, 'esbuild.mjs'), '--tests'], {
  cwd: root,
  stdio: 'inherit',
});
if (bundle.status !== 0) process.exit(bundle.status ?? 1);
for (const [, { heading, run }] of chosen) {
  const begun = performance.now();
  console.log(`\n=== ${heading}`);
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
  console.log(`=== ${heading}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
// VS Code's server and the browser may leave something open.
process.exit();
