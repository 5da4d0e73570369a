import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './chromium.ts';
import { cacheFolder } from './packages.ts';
import { whenSettled } from './settled.ts';
import type { VsCodeServer } from './vscodeServer.ts';
import type { TestListeners } from './workbench.ts';

const limit = 180_000;

/**
 * Runs extension tests in a page of VS Code, and stops its server.
 * @param open opens the page, in which the tests begin
 * @returns the tests' exit code
 */
export async function runInPage(
  server: VsCodeServer,
  open: (browser: Browser, listeners: TestListeners) => Promise<Page>,
): Promise<number> {
  const browser = await launchBrowser();
  try {
    const noise: string[] = [];
    const ended = Promise.withResolvers<number>();
    const page = await open(browser, {
      onLog: (text) => {
        // VS Code's own lines are kept for the case that something fails.
        const own = /^\[tests\] ([\s\S]*)$/.exec(text)?.[1];
        if (own === undefined) noise.push(...(text.includes('bindings file') ? [] : [text]));
        else process.stdout.write(`${own}\n`);
      },
      onExit: (code) => ended.resolve(code),
    });
    whenSettled(page).then(
      () => server.settled(),
      (error: unknown) => {
        console.error(`VS Code did not settle: ${String(error)}`);
        ended.resolve(1);
      },
    );
    const late = setTimeout(() => {
      void (async () => {
        await page.screenshot({ path: path.join(cacheFolder, 'failure.png') });
        console.error(
          `The tests did not end within ${limit / 1000} s; see .vscode-test/failure.png.\n${server.log()}`,
        );
        ended.resolve(1);
      })();
    }, limit);
    const code = await ended.promise;
    clearTimeout(late);
    if (code !== 0) console.error(noise.join('\n').slice(-6000));
    return code;
  } finally {
    await browser.close();
    server.stop();
  }
}
