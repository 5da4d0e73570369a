import type { Page } from 'playwright-core';

/** A colour theme by its label in the picker, and the class that the window then bears. */
export const themes = [
  { label: 'Dark Modern', name: 'dark', bears: 'vs-dark' },
  { label: 'Light Modern', name: 'light', bears: 'vs' },
  { label: 'Dark High Contrast', name: 'hc-dark', bears: 'hc-black' },
  { label: 'Light High Contrast', name: 'hc-light', bears: 'hc-light' },
] as const;

/** Chooses a colour theme as a user does: the server's settings name themes only to windows that it has shown before. */
export async function chooseTheme(page: Page, { label, bears }: (typeof themes)[number]): Promise<void> {
  // The themes' own extension must be there before the list of themes is whole.
  await page.locator('.monaco-workbench[class*="theme-defaults"]').waitFor({ timeout: 60_000 });
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill('>Preferences: Color Theme');
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: /Preferences: Color Theme/ })
    .first()
    .click();
  const input = page.locator('.quick-input-widget input[placeholder*="Color Theme"]');
  await input.waitFor();
  const row = page
    .locator('.quick-input-list .monaco-list-row', { has: page.getByText(label, { exact: true }) })
    .first();
  await input.fill(label);
  await row.click();
  await page.locator(`.monaco-workbench.${bears}`).waitFor();
}
