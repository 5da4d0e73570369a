import type { Browser, Page } from 'playwright-core';

/** Who is told what tests print and how they end. */
export interface TestListeners {
  readonly onLog?: (text: string) => void;
  /** The tests' exit code. */
  readonly onExit?: (code: number) => void;
}

export interface WorkbenchOptions extends TestListeners {
  readonly port: number;
  /** What VS Code speaks, such as `de`; else English. Its own texts stay English: it has no language pack here. */
  readonly language?: string;
  /** Absolute paths on this machine; of a folder or of a `.code-workspace` file. */
  readonly folder: string;
  readonly extensionDevelopmentPath?: string;
  readonly extensionTestsPath?: string;
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
  const opened = folder.endsWith('.code-workspace') ? { workspace: folder } : { folder };
  const query = new URLSearchParams({ ...opened, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}

/** Gives a page the two functions that VS Code's test driver calls; to be called before it loads. */
export async function listen(page: Page, { onLog, onExit }: TestListeners): Promise<void> {
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) =>
    onLog?.(args.filter((arg) => typeof arg !== 'string' || !arg.startsWith('color:')).join(' ')),
  );
  await page.exposeFunction('codeAutomationExit', (code: number) => onExit?.(code));
}

/**
 * A page for VS Code.
 * @param language what VS Code speaks; it looks where the script with a language pack's texts would have said it
 */
export async function newPage(browser: Browser, language: string | undefined): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  if (language !== undefined)
    await page.addInitScript((told) => Reflect.set(globalThis, '_VSCODE_NLS_LANGUAGE', told), language);
  return page;
}

/** Opens VS Code in a page. */
export async function openWorkbench(browser: Browser, options: WorkbenchOptions): Promise<Page> {
  const page = await newPage(browser, options.language);
  await listen(page, options);
  await page.goto(workbenchUrl(options), { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('.monaco-workbench .part.editor', { timeout: 60_000 });
  return page;
}
