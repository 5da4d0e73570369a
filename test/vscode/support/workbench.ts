import type { Browser, Page } from 'playwright-core';

export interface WorkbenchOptions {
  readonly port: number;
  /** Absolute paths on this machine. */
  readonly folder: string;
  readonly extensionDevelopmentPath?: string;
  readonly extensionTestsPath?: string;
  readonly onLog?: (text: string) => void;
  /** The tests' exit code. */
  readonly onExit?: (code: number) => void;
}

const remote = (port: number, target: string): string =>
  `vscode-remote://127.0.0.1:${port}${encodeURI(target).replace(/#/g, '%23').replace(/\?/g, '%3F')}`;

/** The address of a window on a folder, with the extension under development in it where there is one. */
export function workbenchUrl(options: WorkbenchOptions): string {
  const { port, folder, extensionDevelopmentPath, extensionTestsPath } = options;
  const payload = [
    ...Object.entries({ extensionDevelopmentPath, extensionTestsPath }).flatMap(([name, target]) =>
      target === undefined ? [] : [[name, remote(port, target)]],
    ),
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}

/** Opens VS Code in a page. The two functions that its test driver calls are there before it loads. */
export async function openWorkbench(browser: Browser, options: WorkbenchOptions): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) =>
    options.onLog?.(args.filter((arg) => typeof arg !== 'string' || !arg.startsWith('color:')).join(' ')),
  );
  await page.exposeFunction('codeAutomationExit', (code: number) => options.onExit?.(code));
  await page.goto(workbenchUrl(options), { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('.monaco-workbench .part.editor', { timeout: 60_000 });
  return page;
}
