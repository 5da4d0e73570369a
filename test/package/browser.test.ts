/** The library where there is no Node: in a bare JavaScript engine, in a page, and in a worker, bundled as a site would. */
import { build } from 'esbuild';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import vm from 'node:vm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, Folder } from '../support/commandLine.ts';
import { assembled, blocksIn, install, pack } from '../support/package.ts';
import { launchBrowser } from '../vscode/support/chromium.ts';

const folder = new Folder();
install(pack(assembled, folder), folder);
const posting = fixture('fixtures/postings/mislabeled.md');

/** What a site's bundler makes of a program that imports the package; no part of Node may be left in it. */
async function bundled(program: string, format: 'iife' | 'esm'): Promise<string> {
  const { outputFiles, warnings } = await build({
    stdin: { contents: program, resolveDir: folder.path },
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2023',
    format,
    ...(format === 'iife' ? { globalName: 'site' } : {}),
    write: false as const,
    logLevel: 'silent',
  });
  expect(warnings).toEqual([]);
  return outputFiles.map(({ text }) => text).join('');
}

const judge = `import { createPostingLens, formatByPath } from 'posting-lens';
export const judge = (text) =>
  createPostingLens().analyze(text, formatByPath('a.md')).judged.map(({ judgement }) => judgement.verdict);`;

it('runs in an engine that has nothing but JavaScript', async () => {
  const context = vm.createContext({ posting });
  const script = `${await bundled(judge, 'iife')}; JSON.stringify(site.judge(posting))`;
  const verdicts: unknown = JSON.parse(String(vm.runInContext(script, context)));
  expect(verdicts).toMatchObject([{ role: 'social-media' }]);
  expect(Object.keys(context)).toEqual(['posting', 'site']);
});

it('does nothing by being imported, so that bundlers leave it out where it is not used', async () => {
  const program = `import { levels } from 'posting-lens'; export const answer = 42;`;
  expect((await bundled(program, 'esm')).length).toBeLessThan(100);
});

// The Chromium of the tests is one for Linux.
describe.skipIf(process.platform !== 'linux')('in Chromium', () => {
  let browser: Browser;
  let server: Server;
  const files = new Map<string, string>([['/', '<!doctype html><title>Site</title>']]);

  beforeAll(async () => {
    browser = await launchBrowser();
    server = createServer(({ url = '' }, response) => {
      const body = files.get(url);
      response.writeHead(body === undefined ? 404 : 200, {
        'content-type': url.endsWith('.js') ? 'text/javascript' : 'text/html',
      });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }, 600_000);
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  async function page() {
    const opened = await browser.newPage();
    await opened.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return opened;
  }

  it('runs in a page', async () => {
    files.set('/judge.js', await bundled(judge, 'esm'));
    const verdicts = await (
      await page()
    ).evaluate(`import('/judge.js').then(({ judge }) => judge(${JSON.stringify(posting)}))`);
    expect(verdicts).toMatchObject([{ role: 'social-media' }]);
  });

  it('runs in a worker, as the documentation shows it', async () => {
    const [worker = ''] = blocksIn('shared/README.md', 'js');
    files.set('/worker.js', await bundled(worker, 'esm'));
    const answer = await (
      await page()
    ).evaluate(`new Promise((resolve, reject) => {
      const worker = new Worker('/worker.js', { type: 'module' });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ text: ${JSON.stringify(posting)}, language: 'markdown' });
    })`);
    expect(answer).toMatchObject({ verdicts: [{ role: 'social-media' }], silence: null });
  });
});

afterAll(() => folder.dispose());
