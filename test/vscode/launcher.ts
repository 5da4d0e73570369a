/**
 * Stands in for a VS Code executable where none can be downloaded: takes the arguments that `runTests` of
 * `@vscode/test-electron` hands over, runs VS Code's server and a browser on it, and ends with the tests' exit code.
 */
import path from 'node:path';
import { runInPage } from './support/runInPage.ts';
import { startVsCodeServer } from './support/vscodeServer.ts';
import { openWorkbench } from './support/workbench.ts';

const args = process.argv.slice(2);
const named = (name: string): string | undefined =>
  args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const extensionDevelopmentPath = named('extensionDevelopmentPath');
const extensionTestsPath = named('extensionTestsPath');
const opened = args.find((arg) => !arg.startsWith('-'));

async function launch(): Promise<number> {
  if (extensionDevelopmentPath === undefined || opened === undefined)
    throw new Error(
      'Usage: launcher FOLDER|WORKSPACE --extensionDevelopmentPath=… [--extensionTestsPath=…] [--disable-workspace-trust]',
    );
  const trusted = args.includes('--disable-workspace-trust');
  const server = await startVsCodeServer({ development: true, trusted });
  return runInPage(server, (browser, listeners) =>
    openWorkbench(browser, {
      port: server.port,
      folder: path.resolve(opened),
      extensionDevelopmentPath,
      ...(extensionTestsPath === undefined ? {} : { extensionTestsPath }),
      ...listeners,
    }),
  );
}

process.exitCode = await launch();
process.exit();
