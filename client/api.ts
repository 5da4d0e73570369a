import type { McpStdioServerDefinition, Uri } from 'vscode';
import type { ProfileView } from './profileView.ts';

/** What the extension returns from `activate`: for its own tests, and for nobody else. */
export interface ExtensionApi {
  /** How long `activate` took, in milliseconds. */
  readonly activationTime: number;
  /** How long the server took to answer when it was first needed, in milliseconds; null before. */
  serverTime(): number | null;
  /** What the status item says now. */
  status(): { readonly text: string; readonly command: string };
  /** What the role profile shows now. */
  profile(): ProfileView['shown'];
  /** Whether the language client and the server were loaded. */
  isRunning(): boolean;
  rulePage(rule: string): Uri;
  /** The servers for agents that this editor is told of; undefined in hosts without Node. */
  mcpServers?(): readonly McpStdioServerDefinition[];
}
