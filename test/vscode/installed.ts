/**
 * Packs the extension, installs the package into a real VS Code, and looks at what a person sees there. Prints what the
 * extension costs before a posting is opened.
 * @remarks Linux x64 only, as VS Code's server from npm is; run by `npm run test:vscode`.
 */
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { makeVsix } from '../tools/package/vsix.ts';
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
  for (let part = 1; part <= 20; part++) {
    mkdirSync(path.join(workspace, `part-${part}`), { recursive: true });
    writeFileSync(path.join(workspace, `part-${part}/package.json`), `{ "name": "part-${part}" }\n`);
    writeFileSync(
      path.join(workspace, `part-${part}/guide-${part}.md`),
      `# Part ${part}\n\n- Run it\n- Read what it says\n`,
    );
  }
  writeFileSync(path.join(workspace, 'README.md'), '# Kettle\n\nBoils water.\n\n## Usage\n\n- Fill it\n');
  writeFileSync(path.join(workspace, 'tsconfig.json'), '{ "files": [] }\n');
  copyFileSync(path.join(root, 'test/samples', posting), path.join(workspace, posting));
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

/** What VS Code itself says of the activation of extensions: of ours, and of its own for Markdown beside it. */
async function activations(): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 2400 });
  await runCommand(page, 'Developer: Show Running Extensions');
  const said = async (name: string) => {
    const row = page.locator('.runtime-extensions-editor .extension', { hasText: name }).first();
    return `${name}: ${(await row.locator('.activation-time').innerText()).trim()}`;
  };
  const names = ['Posting Lens', 'Markdown Language Features', 'JSON Language Features'];
  const texts = await Promise.all(names.map(said));
  await page.keyboard.press('Escape');
  await page.locator('.runtime-extensions-editor').waitFor({ state: 'hidden' });
  await page.setViewportSize({ width: 1280, height: 800 });
  return texts;
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
  await makeVsix(root, path.join(folder, 'older.vsix'), '0.0.1');
  await makeVsix(root, file);
  await manageExtensions(extensions, '--install-extension', path.join(folder, 'older.vsix'));
  const listed = () => manageExtensions(extensions, '--list-extensions', '--show-versions');
  assert.match(await listed(), new RegExp(`^${id}@0\\.0\\.1$`, 'm'));
  await manageExtensions(extensions, '--install-extension', file);
  assert.match(await listed(), new RegExp(`^${id}@${version.replaceAll('.', '\\.')}$`, 'm'));
  assert.doesNotMatch(await listed(), /0\.0\.1/);
});

void test('no server runs while no posting is open, whatever else is', { skip }, async (t) => {
  server = await startVsCodeServer({ development: false, trusted: true, extensions });
  opened.push(() => server.stop());
  const browser = await launchBrowser();
  opened.push(() => browser.close());
  page = await openWorkbench(browser, { port: server.port, folder: workspace });
  for (const name of ['README.md', 'tsconfig.json', 'guide-3.md', 'guide-17.md']) await openFile(page, name);
  const said = await activations();
  assert.deepEqual(servers(), []);
  t.diagnostic(`before a posting is open, VS Code says: ${said.join('; ')}`);
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
