import path from 'node:path';
import type { Page } from 'playwright-core';
import { runAll } from '../suite/runner.ts';
import { launchBrowser } from '../support/chromium.ts';
import { openFile, runCommand } from '../support/drive.ts';
import { cacheFolder } from '../support/packages.ts';
import { startVsCodeServer } from '../support/vscodeServer.ts';
import { openWorkbench } from '../support/workbench.ts';
import { accessible } from './accessible.ts';
import { keepsItsPlace } from './inPlace.ts';

/** A VS Code with both views of a posting open. */
export interface Views {
  readonly page: Page;
  /** The folder that is open: a copy that tests may write to. */
  readonly workspace: string;
}

/** The posting that the views show. */
export const shownPosting = 'two-jobs.md';

async function openViews({ page }: Views): Promise<void> {
  await openFile(page, shownPosting);
  await page.locator('.squiggly-info').first().waitFor({ timeout: 60_000 });
  await runCommand(page, 'Posting Lens: Show Role Profile');
  await tree(page).locator('.monaco-list-row').first().waitFor();
  await balance(page).locator('.bar').first().waitFor({ timeout: 30_000 });
}

/** The role profile in the page. */
export const tree = (page: Page) =>
  page
    .locator('.pane-body.tree-explorer-viewlet-tree-view, .pane-body')
    .filter({ has: page.locator('[role="tree"]') })
    .first();

/** The page of the balance. */
export const balance = (page: Page) =>
  page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

/** Runs the tests that look at VS Code's own page. @throws when one fails */
export async function checkPages(root: string, workspace: string): Promise<void> {
  const server = await startVsCodeServer({ development: true, trusted: true });
  const browser = await launchBrowser();
  try {
    const page = await openWorkbench(browser, {
      port: server.port,
      folder: workspace,
      extensionDevelopmentPath: root,
    });
    // So low that the profile scrolls.
    await page.setViewportSize({ width: 1280, height: 560 });
    page.setDefaultTimeout(20_000);
    const views = { page, workspace };
    try {
      await openViews(views);
      accessible(views);
      keepsItsPlace(views);
      await runAll();
    } catch (error) {
      await page.screenshot({ path: path.join(cacheFolder, 'failure.png') });
      throw error;
    }
  } finally {
    await browser.close();
    server.stop();
  }
}
