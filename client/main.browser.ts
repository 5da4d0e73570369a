import type { ExtensionContext } from 'vscode';
import { activateLazily } from './activation.ts';
import type { ExtensionApi } from './api.ts';

/** The entry for VS Code in a browser. Like the one for Node, it loads the language client when a posting is seen. */
export function activate(context: ExtensionContext): ExtensionApi {
  return activateLazily(context, async (...given) =>
    (await import('./startBrowser.ts')).startBrowser(...given),
  );
}
