import type { Page } from 'playwright-core';

/** What VS Code notes when it has made the parts that it makes last. */
const lastMark = 'code/didCreateWorkbenchContributions/4';

/**
 * Waits until VS Code has made all of itself, some seconds after its start. Before that its late parts register providers
 * of code actions, and VS Code throws away what it was just asking the others for: the answer is empty.
 * @throws when VS Code does not note it within a minute
 */
export async function whenSettled(page: Page): Promise<void> {
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, lastMark, {
    timeout: 60_000,
  });
}
