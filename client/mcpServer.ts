import { EventEmitter, type ExtensionContext, lm, McpStdioServerDefinition, workspace } from 'vscode';
import { chosenForAgents } from './agentTools.ts';

/** The id under which the manifest announces the server. */
const id = 'postingLens';

/** The server that this editor starts for agents: none unless the setting says so. */
export function mcpServers(context: ExtensionContext): McpStdioServerDefinition[] {
  if (chosenForAgents() !== 'mcp') return [];
  const folders = (workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === 'file')
    .map(({ uri }) => uri.fsPath);
  const { version } = context.extension.packageJSON as { readonly version: string };
  return [
    new McpStdioServerDefinition(
      'Posting Lens',
      // The editor's own executable, which is Node when it is told so.
      process.execPath,
      [context.asAbsolutePath('dist/server/mcp.mjs'), ...folders],
      { ELECTRON_RUN_AS_NODE: '1' },
      version,
    ),
  ];
}

/** Tells this editor of the server, and again when the setting or the folders change. Hosts without Node have none. */
export function registerMcpServer(context: ExtensionContext): { dispose(): unknown }[] {
  const changed = new EventEmitter<void>();
  return [
    changed,
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('postingLens.agents')) changed.fire();
    }),
    workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    lm.registerMcpServerDefinitionProvider(id, {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () => mcpServers(context),
    }),
  ];
}
