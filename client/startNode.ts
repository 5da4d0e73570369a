import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Running } from './activation.ts';
import { startClient } from './start.ts';
import type { StatusItem } from './statusItem.ts';

/** The server as a process of its own, on the host's own Node. */
export function startNode(context: ExtensionContext, status: StatusItem): Promise<Running> {
  const module = context.asAbsolutePath('dist/server/main.mjs');
  return startClient(
    context,
    status,
    (options) =>
      new LanguageClient('postingLens', 'Posting Lens', { module, transport: TransportKind.ipc }, options),
  );
}
