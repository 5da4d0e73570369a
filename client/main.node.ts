import type { ExtensionContext } from 'vscode';
import { activateLazily } from './activation.ts';
import type { ExtensionApi } from './api.ts';
import { mcpServers, registerMcpServer } from './mcpServer.ts';

/** Registers little and returns; the language client comes by dynamic import when a posting is seen. */
export function activate(context: ExtensionContext): ExtensionApi {
  context.subscriptions.push(...registerMcpServer(context));
  const api = activateLazily(context, async (...given) =>
    (await import('./startNode.ts')).startNode(...given),
  );
  return { ...api, mcpServers: () => mcpServers(context) };
}
