/**
 * Packs the extension, installs the package into a real VS Code, and looks at what a person sees there. Prints what the
 * extension costs before a posting is opened.
 * @remarks Linux x64 only, as VS Code's server from npm is; run by `npm test` and `npm run test:installed`.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser } from './support/chromium.ts';
import { openFile, runCommand } from './support/drive.ts';
import { onServerPlatform } from './support/means.ts';
import { type Process, processes } from './support/processes.ts';
import { manageExtensions, startVsCodeServer, type VsCodeServer } from './support/vscodeServer.ts';
import { openWorkbench } from './support/workbench.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
const id = 'posting-lens.posting-lens';
const posting = 'community-title-social-duties.md';

const folder = mkdtempSync(path.join(tmpdir(), 'posting-lens-installed-'));
const extensions = path.join(folder, 'extensions');
const workspace = path.join(folder, 'workspace');
const file = path.join(folder, 'posting-lens.vsix');
const skip = onServerPlatform() ? false : 'VS Code’s server from npm runs on Linux x64 only.';

/** A folder as programmers have it, and one posting that nobody has opened. */
function writeWorkspace(): void {
  for (let part = 1; part <= 10; part++) {
    const inside = path.join(workspace, `part-${part}`);
    mkdirSync(inside, { recursive: true });
    writeFileSync(path.join(inside, 'package.json'), `{ "name": "part-${part}" }\n`);
    writeFileSync(path.join(inside, 'README.md'), `# Part ${part}\n\n- Run it\n- Read what it says\n`);
  }
  copyFileSync(path.join(root, 'test/samples', posting), path.join(workspace, posting));
}

/** Packs what is built. @param args where to, and as which version */
function pack(...args: string[]): void {
  const script = path.join(root, 'test/tools/package/main.ts');
  execFileSync(process.execPath, [script, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Our language servers: processes of the installed package, wherever VS Code put it. */
const servers = (): Process[] =>
  processes().filter(
    ({ command }) => command.includes(extensions) && command.includes('dist/server/main.mjs'),
  );

let server: VsCodeServer;
let page: Page;
/** Closes what was opened, the last first. */
const opened: (() => Promise<void> | void)[] = [];

/** What VS Code measured of an extension's activation, in milliseconds; it loads the code of several at the same time. */
async function activation(extension: string): Promise<string> {
  const row = page.locator('.monaco-editor .view-line', {
    hasText: new RegExp(`^\\|\\s*${extension}\\s*\\|`),
  });
  const cells = (await row.first().innerText()).replace(/\u00a0/g, ' ').split('|');
  const [, name, , load, call, finish] = cells.map((cell) => cell.trim());
  return `${name ?? extension}: load code ${load ?? '?'}, call activate ${call ?? '?'}, finish ${finish ?? '?'}`;
}

const memoryOfHost = (): string => {
  const host = processes().find(
    ({ parent, command }) => parent === server.process && command.includes('--type=extensionHost'),
  );
  return `${(host?.memory ?? NaN).toFixed(0)} MB`;
};

before(() => {
  if (skip !== false) return;
  writeWorkspace();
  mkdirSync(extensions);
});

after(async () => {
  for (const close of opened.splice(0).reverse()) await close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

void test('the package installs over an older one', { skip }, async () => {
  const older = path.join(folder, 'older.vsix');
  pack(older, '0.0.1');
  pack(file);
  await manageExtensions(extensions, '--install-extension', older);
  const listed = () => manageExtensions(extensions, '--list-extensions', '--show-versions');
  assert.match(await listed(), new RegExp(`^${id}@0\\.0\\.1$`, 'm'));
  await manageExtensions(extensions, '--install-extension', file);
  assert.match(await listed(), new RegExp(`^${id}@${version.replaceAll('.', '\\.')}$`, 'm'));
  assert.doesNotMatch(await listed(), /0\.0\.1/);
});

void test('no server runs while no posting is open, whatever else is', { skip }, async (t) => {
  server = await startVsCodeServer({
    ...{ development: false, trusted: true, extensions },
    // Every file stays open.
    settings: { 'workbench.editor.enablePreview': false },
  });
  opened.push(() => server.stop());
  const browser = await launchBrowser();
  opened.push(() => browser.close());
  page = await openWorkbench(browser, { port: server.port, folder: workspace });
  for (let part = 1; part <= 10; part += 2) {
    await openFile(page, `part-${part}/README.md`);
    await openFile(page, `part-${part + 1}/package.json`);
  }
  await page.setViewportSize({ width: 1800, height: 3000 });
  await runCommand(page, 'Developer: Startup Performance');
  for (const extension of [id, 'vscode.markdown-language-features', 'vscode.json-language-features'])
    t.diagnostic(`before a posting is open, ms by VS Code: ${await activation(extension)}`);
  await page.setViewportSize({ width: 1280, height: 800 });
  assert.deepEqual(servers(), []);
  t.diagnostic(`the extension host with all its extensions takes ${memoryOfHost()}`);
});

void test('a mislabeled posting is found when it is opened', { skip }, async (t) => {
  const begun = performance.now();
  await openFile(page, posting);
  await page.locator('.squiggly-warning').first().waitFor({ timeout: 30_000 });
  const shown = performance.now() - begun;
  await runCommand(page, 'Problems: Focus on Problems View');
  const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'title-mismatch' });
  await problem.first().waitFor({ timeout: 15_000 });
  assert.match(await problem.first().innerText(), /posting-lens/);
  assert.equal(servers().length, 1);
  t.diagnostic(`the squiggle was there ${shown.toFixed(0)} ms after the file was asked for`);
  t.diagnostic(
    `the server takes ${(servers()[0]?.memory ?? NaN).toFixed(0)} MB, the extension host ${memoryOfHost()}`,
  );
});

void test('it goes without a trace of a server', { skip }, async () => {
  for (const close of opened.splice(0).reverse()) await close();
  await manageExtensions(extensions, '--uninstall-extension', id);
  assert.doesNotMatch(await manageExtensions(extensions, '--list-extensions'), /posting-lens/);
  assert.deepEqual(servers(), []);
});
