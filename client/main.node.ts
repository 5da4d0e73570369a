import type { ExtensionContext } from 'vscode';
import { activateLazily } from './activation.ts';
import type { ExtensionApi } from './api.ts';

/** Registers little and returns; the language client comes by dynamic import when a posting is seen. */
export function activate(context: ExtensionContext): ExtensionApi {
  return activateLazily(context, async (...given) => (await import('./startNode.ts')).startNode(...given));
}
