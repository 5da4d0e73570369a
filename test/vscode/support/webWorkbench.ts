import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { listen, newPage, type TestListeners } from './workbench.ts';
import { whenSettled } from './settled.ts';
import { quiet } from './vscodeServer.ts';

/**
 * VS Code for the Web from VS Code's server: the page is told that there is no remote, so that extensions run in a web
 * worker, and gets the extension's files from its own origin, since a worker cannot be started from elsewhere.
 */
export interface WebWorkbenchOptions extends TestListeners {
  readonly port: number;
  /** What VS Code speaks, as for `openWorkbench`. */
  readonly language?: string;
  /** Absolute path on this machine. */
  readonly extensionDevelopmentPath: string;
  /** Path of the tests' bundle below the extension. */
  readonly extensionTests?: string;
  /** Opens folders as trusted, without asking. */
  readonly trusted: boolean;
  /** User settings beside those that keep the window quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** What the script of the language server is to the page. */
export type Served = 'whole' | 'missing' | 'dying';

/** Where the page finds the extension; not below its real folders, so that nothing else answers. */
const home = '/posting-lens-under-test';
/** Asked by tests to have the server's script served otherwise: `…/serve/missing`. */
export const serveAddress = `${home}/serve/`;
const workerScript = 'dist/server/worker.js';

/** A file system in memory that VS Code for the Web brings; the tests write their folders into it. */
const workspaceUri = { $mid: 1, scheme: 'tmp', path: '/posting-lens.code-workspace' };

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The page's configuration, an attribute of its HTML, for the extension under test and files in memory. */
function configured(html: string, options: WebWorkbenchOptions): string {
  const at = (name: string) => ({
    scheme: 'http',
    authority: `127.0.0.1:${options.port}`,
    path: `${home}/${name}`,
  });
  const mark = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;
  const written = mark.exec(html)?.[2];
  if (written === undefined)
    throw new Error('The page of VS Code’s server has no configuration where it was.');
  const given = JSON.parse(written.replace(/&quot;/g, '"')) as Record<string, unknown>;
  const configuration = {
    ...given,
    workspaceUri,
    enableWorkspaceTrust: !options.trusted,
    configurationDefaults: { ...quiet, ...options.settings },
    developmentOptions: {
      ...(given['developmentOptions'] as object),
      extensions: [at('')],
      ...(options.extensionTests === undefined ? {} : { extensionTestsPath: at(options.extensionTests) }),
    },
  };
  const escaped = JSON.stringify(configuration).replace(/"/g, '&quot;');
  return html.replace(mark, (_all, before: string) => `${before}${escaped}"`);
}

/** The page's program takes the server that it came from for a remote; here it is told of none. */
function withoutRemote(script: string): string {
  const told = 'remoteAuthority:location.host';
  if (script.split(told).length !== 2)
    throw new Error('VS Code’s program tells of its remote elsewhere now.');
  return script.replace(told, 'remoteAuthority:undefined');
}

/** Opens VS Code for the Web in a page. */
export async function openWebWorkbench(browser: Browser, options: WebWorkbenchOptions): Promise<Page> {
  const page = await newPage(browser, options.language);
  await listen(page, options);
  const origin = `http://127.0.0.1:${options.port}`;
  let served: Served = 'whole';
  const file = async (route: Route): Promise<void> => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith(serveAddress)) {
      served = pathname.slice(serveAddress.length) as Served;
      return route.fulfill({ status: 200, body: served });
    }
    const name = decodeURIComponent(pathname.slice(home.length + 1));
    const isWorker = name === workerScript;
    if (name === options.extensionTests) await whenSettled(page);
    try {
      const body = await readFile(path.join(options.extensionDevelopmentPath, name));
      if (isWorker && served === 'missing') return await route.fulfill({ status: 404 });
      const dies =
        isWorker && served === 'dying' ? '\nsetTimeout(() => { throw new Error("The end."); }, 500);' : '';
      const contentType = types[path.extname(name)] ?? 'text/plain';
      return await route.fulfill({
        status: 200,
        contentType,
        body: dies === '' ? body : body.toString() + dies,
      });
    } catch {
      return route.fulfill({ status: 404 });
    }
  };
  await page.context().route(`${origin}${home}/**`, file);
  await page.context().route(`${origin}/`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: configured(await response.text(), options) });
  });
  await page.context().route(`${origin}/**/workbench/workbench.js`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: withoutRemote(await response.text()) });
  });
  await page.goto(`${origin}/`, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('.monaco-workbench .part.editor', { timeout: 60_000 });
  return page;
}
