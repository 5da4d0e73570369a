import type { Locator, Page } from 'playwright-core';

/**
 * Opens a file of the folder, and waits for its text.
 * @param file its name, with the folder before it where there are several
 */
export async function openFile(page: Page, file: string): Promise<void> {
  const [name = file, folder = ''] = file.split('/').reverse();
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').fill(file);
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: name });
  await row.filter({ hasText: folder }).first().click();
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await page.locator('.monaco-editor .view-lines').first().waitFor();
}

/** The line of the editor that holds this text. */
export function line(page: Page, text: string): Locator {
  return page.locator('.monaco-editor .view-line', { hasText: text }).first();
}

/** Runs a command of the palette by its title. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  // Until the list is filtered its first row is another command.
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}

/** Points at a word in a line and reads the hover that comes. */
export async function hoverWord(page: Page, inLine: string, word: string): Promise<string> {
  const found = line(page, inLine);
  const box = await found.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.textContent ?? '').replace(/\u00a0/g, ' ').indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    return null;
  }, word);
  if (box === null) throw new Error(`“${word}” is not in the line “${inLine}”.`);
  await page.mouse.move(box.x - 3, box.y);
  await page.mouse.move(box.x, box.y);
  const hover = page.locator('.monaco-hover:visible .monaco-hover-content').first();
  await hover.waitFor({ timeout: 15_000 });
  return hover.innerText();
}

/** Opens the menu of quick fixes where the cursor is, and reads its entries. */
export async function quickFixes(page: Page): Promise<string[]> {
  await page.keyboard.press('Control+.');
  const rows = page.locator('.action-widget .monaco-list-row.action');
  await rows.first().waitFor({ timeout: 15_000 });
  return rows.allInnerTexts();
}
