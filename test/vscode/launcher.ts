/**
 * Stands in for a VS Code executable where none can be downloaded: takes the arguments that `runTests` of
 * `@vscode/test-electron` hands over, runs VS Code's server and a browser on it, and ends with the tests' exit code.
 */
import path from 'node:path';
import { launchBrowser } from './support/chromium.ts';
import { cacheFolder } from './support/packages.ts';
import { startVsCodeServer } from './support/vscodeServer.ts';
import { openWorkbench } from './support/workbench.ts';

const limit = 180_000;

const args = process.argv.slice(2);
const named = (name: string): string | undefined =>
  args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const extensionDevelopmentPath = named('extensionDevelopmentPath');
const extensionTestsPath = named('extensionTestsPath');
const folder = args.find((arg) => !arg.startsWith('-'));

async function launch(): Promise<number> {
  if (extensionDevelopmentPath === undefined || folder === undefined)
    throw new Error('Usage: launcher FOLDER --extensionDevelopmentPath=… [--extensionTestsPath=…]');
  const trusted = args.includes('--disable-workspace-trust');
  const server = await startVsCodeServer({ development: true, trusted });
  const browser = await launchBrowser();
  try {
    const noise: string[] = [];
    const ended = Promise.withResolvers<number>();
    const page = await openWorkbench(browser, {
      port: server.port,
      folder: path.resolve(folder),
      extensionDevelopmentPath,
      ...(extensionTestsPath === undefined ? {} : { extensionTestsPath }),
      onLog: (text) => {
        // VS Code's own lines are kept for the case that something fails.
        const own = /^\[tests\] ([\s\S]*)$/.exec(text)?.[1];
        if (own === undefined) noise.push(...(text.includes('bindings file') ? [] : [text]));
        else process.stdout.write(`${own}\n`);
      },
      onExit: (code) => ended.resolve(code),
    });
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

process.exitCode = await launch();
process.exit();
