/**
 * Runs the extension tests inside a real VS Code: a desktop one where @vscode/test-electron can download it, and on
 * other Linux x64 machines VS Code's server from npm, through the launcher. The same tests, the same runner.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { checkPages } from './pages/index.ts';
import { canDownloadVsCode, hasDisplay, onServerPlatform } from './support/means.ts';

const root = path.resolve(import.meta.dirname, '../..');

async function run(): Promise<void> {
  const desktop = hasDisplay() && (await canDownloadVsCode());
  if (!desktop && !onServerPlatform()) {
    console.log(
      'SKIPPED: no VS Code can be downloaded here, and its server from npm runs on Linux x64 only.',
    );
    return;
  }
  // Tests write into their folder, so they get one of their own.
  const workspace = mkdtempSync(path.join(tmpdir(), 'posting-lens-workspace-'));
  cpSync(path.join(root, 'test/samples'), workspace, { recursive: true });
  try {
    await runTests({
      ...(desktop ? {} : { vscodeExecutablePath: path.join(root, 'test/vscode/launcher') }),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, 'out/vscode-tests/index.cjs'),
      launchArgs: [workspace, '--disable-workspace-trust', '--disable-extensions'],
    });
    // What only the page of VS Code shows: its DOM. The browser and the server of npm are there on this platform only.
    if (onServerPlatform()) await checkPages(root, workspace);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

const bundle = spawnSync(process.execPath, [path.join(root, 'esbuild.mjs'), '--tests'], {
  cwd: root,
  stdio: 'inherit',
});
if (bundle.status !== 0) process.exit(bundle.status ?? 1);
try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
