import type { Uri } from 'vscode';

/** What the extension returns from `activate`: for its own tests, and for nobody else. */
export interface ExtensionApi {
  /** How long `activate` took, in milliseconds. */
  readonly activationTime: number;
  /** What the status item says now. */
  status(): { readonly text: string; readonly command: string };
  /** Whether the language client and the server were loaded. */
  isRunning(): boolean;
  rulePage(rule: string): Uri;
}
