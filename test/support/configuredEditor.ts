import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  ProtocolConnection,
} from 'vscode-languageserver-protocol';
import { type LanguageClient, startClient } from './languageClient.ts';

/** A tree of files on the disk. */
export class Tree {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'posting lens % '));

  /** @param content an object is written as JSON */
  write(name: string, content: unknown): string {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return this.uri(name);
  }

  remove(name: string): string {
    rmSync(path.join(this.folder, name), { recursive: true });
    return this.uri(name);
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).href;
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true });
  }
}

interface Registration {
  readonly method: string;
  readonly registerOptions?: { readonly watchers?: readonly { readonly globPattern: string }[] };
}

export interface EditorOptions {
  /** Folders of the tree that are open. */
  readonly folders?: readonly string[];
  readonly pushed?: boolean;
  readonly initializationOptions?: object;
  /** What the settings say for a document. */
  readonly settings?: (uri: string) => unknown;
}

/** An editor that does what VS Code does about configuration. */
export class ConfiguredEditor {
  readonly tree: Tree;
  readonly client: LanguageClient;
  /** Names of files that the server wants to be told of. */
  readonly watched: readonly string[];
  readonly #refreshes: { count: number };

  private constructor(
    tree: Tree,
    client: LanguageClient,
    watched: readonly string[],
    refreshes: { count: number },
  ) {
    this.tree = tree;
    this.client = client;
    this.watched = watched;
    this.#refreshes = refreshes;
  }

  static async start(tree: Tree, options: EditorOptions = {}): Promise<ConfiguredEditor> {
    const watched: string[] = [];
    const refreshes = { count: 0 };
    const answer = (connection: ProtocolConnection): void => {
      connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri: string }[] }) =>
        Promise.all(items.map(async ({ scopeUri }) => (await options.settings?.(scopeUri)) ?? {})),
      );
      connection.onRequest(
        'client/registerCapability',
        ({ registrations }: { registrations: Registration[] }) => {
          for (const { registerOptions } of registrations)
            watched.push(...(registerOptions?.watchers ?? []).map(({ globPattern }) => globPattern));
          return null;
        },
      );
      connection.onRequest('workspace/diagnostic/refresh', () => {
        refreshes.count += 1;
        return null;
      });
    };
    const client = await startClient(
      {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
          diagnostics: { refreshSupport: true },
        },
        textDocument: options.pushed === true ? {} : { diagnostic: {} },
      },
      options.initializationOptions,
      {
        workspaceFolders: (options.folders ?? ['.']).map((name) => ({ name, uri: tree.uri(name) })),
        answer,
      },
    );
    return new ConfiguredEditor(tree, client, watched, refreshes);
  }

  /** Opens a file of the tree with a text. */
  open(name: string, text: string, languageId = 'markdown'): Promise<void> {
    return this.client.open(this.tree.uri(name), languageId, 1, text);
  }

  pull(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.client.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: this.tree.uri(name) },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  async diagnostics(name: string): Promise<Diagnostic[]> {
    const report = await this.pull(name);
    return report.kind === 'full' ? report.items : [];
  }

  /** Rules and severities of what is found. */
  async found(name: string): Promise<string[]> {
    return (await this.diagnostics(name)).map(({ code, severity }) => `${String(code)} ${severity ?? 0}`);
  }

  /** Does something that changes configurations, and waits until the server has asked to be asked anew. */
  async refreshed(act: () => Promise<void>): Promise<void> {
    const before = this.#refreshes.count;
    await act();
    while (this.#refreshes.count === before) await new Promise((resolve) => setImmediate(resolve));
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.client.connection.sendNotification(method, params);
  }

  /** Tells of files that were made, changed or removed, as the watcher of an editor does. */
  tell(...uris: string[]): Promise<void> {
    return this.notify('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri, type: 2 })) });
  }
}
