import axe from 'axe-core';
import type { Locator } from 'playwright-core';
import { equal, test } from '../suite/runner.ts';
import { chooseTheme, themes } from '../support/theme.ts';
import { balance, tree, type Views } from './index.ts';

/** What axe-core finds wrong in a part of a page, without the rules that are not ours to keep: rule and place. */
async function violations(part: Locator, without: readonly string[] = []): Promise<string[]> {
  return part.evaluate(
    async (element, { source, rules }) => {
      // As the page's own script would: its content security policy keeps out what is added to it.
      if (!('axe' in window)) Reflect.apply(eval, undefined, [source]);
      const { axe: checker } = window as unknown as { axe: typeof axe };
      const { violations: found } = await checker.run(element, {
        iframes: false,
        rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])),
      });
      return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    { source: axe.source, rules: without },
  );
}

/** VS Code draws description and label of a row with no blank between them, so that no name can hold that text. */
const drawnByVsCode = ['label-content-name-mismatch'];

/** axe-core finds nothing in the two views, in every kind of theme. */
export function accessible({ page }: Views): void {
  for (const theme of themes)
    test(`axe-core finds nothing in the views: ${theme.name}`, async () => {
      await chooseTheme(page, theme);
      // Colours fade into each other.
      await page.waitForTimeout(500);
      equal(await violations(tree(page), drawnByVsCode), [], 'role profile');
      // The page lets the side bar's colour through, which a checker inside the page cannot see.
      await balance(page)
        .locator('html')
        .evaluate((html) => (html.style.backgroundColor = 'var(--vscode-sideBar-background)'));
      equal(await violations(balance(page).locator('html')), [], 'balance');
    });
}
