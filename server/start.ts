import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Translations } from '../shared/index.ts';
import { readUriBelow } from './files.ts';
import { serve } from './lsp/serve.ts';
import { version } from './version.ts';

/** The pages of the rules stand beside the bundles; editors without a scheme of ours open them as files. */
function rulePages(): string | undefined {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const folder = path.resolve(here, '../rules');
  return existsSync(folder) ? `${pathToFileURL(folder).href}/` : undefined;
}

/** The translations that stand beside the bundles. */
async function readTranslations(locale: string): Promise<Translations | null> {
  if (!/^[a-z-]+$/i.test(locale)) return null;
  try {
    const file = new URL(`../l10n/bundle.l10n.${locale.toLowerCase()}.json`, import.meta.url);
    return JSON.parse(await readFile(file, 'utf8')) as Translations;
  } catch {
    return null;
  }
}

/** Starts the language server on the transport that the command line names (`--stdio`, `--node-ipc`, ...). */
export function startServer(): void {
  const pages = rulePages();
  // Standard output belongs to the protocol.
  console.log = console.error;
  serve(createConnection(ProposedFeatures.all), {
    version,
    readFile: readUriBelow,
    readTranslations,
    ...(pages === undefined ? {} : { rulePages: pages }),
  });
}
