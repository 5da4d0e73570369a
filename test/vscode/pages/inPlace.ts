import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { equal, test } from '../suite/runner.ts';
import { line } from '../support/drive.ts';
import { balance, shownPosting, tree, type Views } from './index.ts';

/** Where a reader of the tree is: rows in hand and how far it is scrolled. */
const placeIn = (page: Page): Promise<unknown> =>
  tree(page).evaluate((element) => ({
    focused: element.querySelector('.monaco-list-row.focused')?.getAttribute('aria-label'),
    selected: element.querySelector('.monaco-list-row.selected')?.getAttribute('aria-label'),
    top: element.querySelector<HTMLElement>('.monaco-list-rows')?.style.top,
    holdsFocus: element.contains(document.activeElement),
  }));

/** The share that a role has now, as the balance says it. */
const shares = (page: Page): Locator => balance(page).locator('h2 .amount');

async function whenOther(look: Locator, before: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await look.allInnerTexts()).join() !== before) return;
    await look.page().waitForTimeout(100);
  }
  throw new Error(`The balance still says ${before}.`);
}

/** Changes the posting under the views without touching the window: VS Code reads the file again. */
function changeOnDisk(workspace: string, duty: string): void {
  const file = path.join(workspace, shownPosting);
  writeFileSync(file, readFileSync(file, 'utf8').replace('## Responsibilities\n\n', `$&- ${duty}\n`));
}

/** Both views keep focus, selection and scroll when the posting changes. */
export function keepsItsPlace({ page, workspace }: Views): void {
  test('the role profile keeps focus, selection and scroll when the posting changes under it', async () => {
    const rows = tree(page).locator('.monaco-list-row');
    await rows.first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const before = await placeIn(page);
    equal(JSON.stringify(before).includes('"holdsFocus":true'), true, 'the focus in the tree');
    const known = (await shares(page).allInnerTexts()).join();
    changeOnDisk(workspace, 'Film a weekly video for our TikTok channel');
    await whenOther(shares(page), known);
    await page.waitForTimeout(500);
    equal(await placeIn(page), before, 'the place in the tree');
  });

  test('the role profile keeps selection and scroll while somebody types', async () => {
    await line(page, 'Film and edit short videos').click();
    await page.keyboard.press('End');
    const before = await placeIn(page);
    const known = (await shares(page).allInnerTexts()).join();
    await page.keyboard.type('\n- Write captions for our Instagram posts', { delay: 15 });
    await whenOther(shares(page), known);
    await page.waitForTimeout(500);
    equal(await placeIn(page), before, 'the place in the tree');
    await page.keyboard.press('Control+S');
    await page.locator('.tab.active:not(.dirty)').waitFor();
  });

  test('the balance keeps focus, scroll and its elements when the posting changes under it', async () => {
    const frame = balance(page);
    const last = frame.locator('.bar').last();
    await last.focus();
    const place = () =>
      frame.locator('html').evaluate((root) => ({
        focused: document.activeElement?.querySelector('span')?.textContent,
        isKept: document.activeElement === Reflect.get(window, 'kept'),
        scrolled: root.scrollTop,
        loaded: performance.timeOrigin,
      }));
    await frame.locator('html').evaluate(() => Reflect.set(window, 'kept', document.activeElement));
    const before = await place();
    equal(before.isKept && before.scrolled > 0, true, 'a bar in hand, and the page scrolled');
    const known = (await shares(page).allInnerTexts()).join();
    changeOnDisk(workspace, 'Schedule our posts on Instagram and TikTok');
    await whenOther(shares(page), known);
    const after = await place();
    // Bars that came above it may have moved the page, so that what was seen is still seen.
    equal(after.scrolled > 0, true, 'the page still scrolled');
    equal({ ...after, scrolled: 0 }, { ...before, scrolled: 0 }, 'the bar in hand');
  });

  test('a bar shows its statements in the editor by keyboard, and keeps the focus', async () => {
    const frame = balance(page);
    const bar = frame.locator('.group[data-side="second"] .bar').first();
    await bar.focus();
    await page.keyboard.press('Enter');
    await frame.locator('.said', { hasText: /^1 of / }).waitFor({ state: 'attached' });
    equal(await bar.evaluate((element) => element === document.activeElement), true, 'focus on the bar');
  });
}
