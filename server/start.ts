import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { readUriBelow } from './files.ts';
import { serve } from './lsp/serve.ts';
import { version } from './version.ts';

/** The pages of the rules stand beside the bundles; editors without a scheme of ours open them as files. */
function rulePages(): string | undefined {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const folder = path.resolve(here, '../rules');
  return existsSync(folder) ? `${pathToFileURL(folder).href}/` : undefined;
}

/** Starts the language server on the transport that the command line names (`--stdio`, `--node-ipc`, ...). */
export function startServer(): void {
  const pages = rulePages();
  // Standard output belongs to the protocol.
  console.log = console.error;
  serve(createConnection(ProposedFeatures.all), {
    version,
    readFile: readUriBelow,
    ...(pages === undefined ? {} : { rulePages: pages }),
  });
}
