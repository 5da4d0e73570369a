/**
 * Takes the pictures that README shows, in a real VS Code, and fails when what they should show is not there.
 * @remarks Run by `npm run screenshots`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../vscode/support/chromium.ts';
import { hoverWord, line, openFile, quickFixes, runCommand } from '../vscode/support/drive.ts';
import { startVsCodeServer } from '../vscode/support/vscodeServer.ts';
import { openWorkbench } from '../vscode/support/workbench.ts';
import { smallPicture } from './smallPicture.ts';

const root = path.resolve(import.meta.dirname, '../..');
const pictures = path.join(root, 'client/media');
mkdirSync(pictures, { recursive: true });

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`The page does not show ${what}.`);
}

const size = { width: 960, height: 800 };
/** What a picture is about: small enough to be read at the width of a walkthrough. */
const clips = {
  squiggle: { x: 48, y: 30, width: 912, height: 440 },
  hover: { x: 48, y: 30, width: 912, height: 440 },
  'quick-fix': { x: 48, y: 30, width: 912, height: 440 },
  status: { x: 320, y: 660, width: 640, height: 140 },
  profile: { x: 0, y: 30, width: 960, height: 770 },
} as const;

async function take(page: Page, name: keyof typeof clips): Promise<void> {
  // Fades are taken at their end.
  const picture = await smallPicture(await page.screenshot({ animations: 'disabled', clip: clips[name] }));
  writeFileSync(path.join(pictures, `${name}.webp`), picture);
  console.log(`client/media/${name}.webp (${picture.length} bytes)`);
}

async function pose(page: Page): Promise<void> {
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  await openFile(page, 'community-title-social-duties.md');
  await page.locator('.squiggly-warning').first().waitFor({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  await page.locator('.notification-toast').first().waitFor({ state: 'hidden' });
  must((await page.locator('.squiggly-warning').count()) === 1, 'one squiggle on the title');
  await take(page, 'squiggle');

  const said = await hoverWord(page, 'Plan our content calendar', 'captions');
  must(
    /a responsibility of the social media manager/.test(said),
    `the responsibility on hover (it says “${said}”)`,
  );
  must(/Rachel Happe/.test(said), 'the citation on hover');
  await take(page, 'hover');

  await page.keyboard.press('Escape');
  await line(page, 'title: "Senior Community Manager').click({ position: { x: 150, y: 8 } });
  await page.locator('.monaco-editor [class*="lightbulb"]').first().waitFor({ timeout: 15_000 });
  const fixes = await quickFixes(page);
  must(
    fixes[0]?.startsWith('Change the title to') ?? false,
    `the fix first (the menu says “${fixes.join('”, “')}”)`,
  );
  await take(page, 'quick-fix');
  await page.keyboard.press('Escape');

  await page.locator('.part.statusbar [id="status.languageStatus"]').hover();
  const status = page.locator('.hover-language-status').first();
  await status.waitFor({ timeout: 15_000 });
  const verdict = await page.locator('.hover-language-status').allInnerTexts();
  must(
    /a social media manager/.test(verdict.join(' ')),
    `the verdict in the language status (it says “${verdict.join('”, “')}”)`,
  );
  await take(page, 'status');

  await openFile(page, 'two-jobs.md');
  await page.locator('.squiggly-info').first().waitFor({ timeout: 15_000 });
  await runCommand(page, 'Posting Lens: Show Role Profile');
  const rows = page.locator('.pane-body .monaco-list-row');
  await rows.filter({ hasText: 'Two jobs in one' }).first().waitFor({ timeout: 15_000 });
  await rows.filter({ hasText: 'Without these' }).first().click();
  must((await rows.count()) > 8, 'the rows of the role profile');
  const balance = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await balance.locator('.bar').first().waitFor({ timeout: 15_000 });
  await take(page, 'profile');
}

const server = await startVsCodeServer({
  development: true,
  trusted: true,
  settings: {
    'workbench.colorTheme': 'Light Modern',
    'editor.minimap.enabled': false,
    'editor.wordWrap': 'on',
  },
});
const browser = await launchBrowser();
const page = await openWorkbench(browser, {
  port: server.port,
  folder: path.join(root, 'test/samples'),
  extensionDevelopmentPath: root,
});
await page.setViewportSize(size);
// The walkthrough shows them in half a window: what is small stays readable.
try {
  await pose(page);
} catch (error) {
  await page.screenshot({ path: path.join(root, '.vscode-test/screenshots-failure.png') });
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await browser.close();
  server.stop();
}
process.exit();
