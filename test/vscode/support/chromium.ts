import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { ensurePackage } from './packages.ts';

const sparticuz = { name: '@sparticuz/chromium', version: '147.0.2', size: 'about 66 MB', installIn: [] };

interface Carrier {
  executablePath(): Promise<string>;
}

/** A Chromium that needs nothing of the system: the package carries libraries, too, and unpacks them when told so. */
async function executablePath(): Promise<string> {
  const own = process.env['POSTING_LENS_CHROMIUM'];
  if (own !== undefined) return own;
  const folder = await ensurePackage(sparticuz);
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  // Through the package's own entry points: its build folders move between versions.
  const carrier = createRequire(path.join(folder, 'package.json'))(folder) as Carrier;
  return carrier.executablePath();
}

/** Starts a headless Chromium that looks for no host but those it is sent to. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await executablePath(),
    args: [
      ...[
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
      ],
      ...['--disable-component-update', '--disable-sync'],
    ],
  });
}
