import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { configurationFileName } from '../../shared/protocol.ts';
import type { Configurations } from './configuration.ts';
import { nameOf, pathOf } from './uris.ts';

const anyFolder = { filters: [{ pattern: { glob: '**', matches: 'folder' as const } }] };

/** What the server wants to be told. An editor tells of a folder that goes away, and not of the files in it. */
export const workspaceCapabilities: NonNullable<ServerCapabilities['workspace']> = {
  workspaceFolders: { supported: true, changeNotifications: true },
  fileOperations: { didCreate: anyFolder, didRename: anyFolder, didDelete: anyFolder },
};

/** URIs of the folders that a client opens. */
export function foldersOf({ workspaceFolders, ...params }: InitializeParams): string[] {
  // Clients that know only one folder say it the old way.
  const { rootUri } = params as { readonly rootUri?: string | null };
  return urisOf(workspaceFolders ?? [{ uri: rootUri }]);
}

/** A folder without a URI would be looked into for each document, and each would fail. */
function urisOf(folders: readonly { readonly uri?: unknown }[]): string[] {
  return folders.map(({ uri }) => uri).filter((uri) => typeof uri === 'string');
}

/** Listens for all that changes what documents are checked with. */
export class ConfigurationEvents {
  readonly #connection: Connection;
  readonly #configurations: Configurations;
  readonly #changed: () => void;
  readonly #asked = new Set<string>();
  readonly #watched = new Set<string>();
  #capabilities: ClientCapabilities['workspace'] = {};
  #given: unknown = {};

  /** @param changed called when every document is to be checked anew */
  constructor(connection: Connection, configurations: Configurations, changed: () => void) {
    this.#connection = connection;
    this.#configurations = configurations;
    this.#changed = () => {
      configurations.forget();
      changed();
    };
  }

  /** Registers the handlers; must be called before the connection listens. */
  listen(): void {
    const connection = this.#connection;
    connection.onDidChangeConfiguration(({ settings }: { settings?: { postingLens?: unknown } | null }) => {
      this.#given = settings?.postingLens ?? {};
      this.#changed();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      if (changes.some(({ uri }) => this.#configurations.concerns(uri))) this.#changed();
    });
    for (const folders of ['onDidCreateFiles', 'onDidRenameFiles', 'onDidDeleteFiles'] as const)
      connection.workspace[folders](this.#changed);
  }

  initialize({ capabilities }: InitializeParams): void {
    this.#capabilities = capabilities.workspace ?? {};
  }

  /** Registers what can only be registered now. */
  async initialized(): Promise<void> {
    const { client, workspace } = this.#connection;
    if (this.#capabilities?.didChangeConfiguration?.dynamicRegistration === true)
      await this.#register(() =>
        client.register(DidChangeConfigurationNotification.type, { section: 'postingLens' }),
      );
    if (this.#capabilities?.workspaceFolders === true)
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(urisOf(removed));
        const kept = this.#configurations.folders.filter((uri) => !gone.has(uri));
        this.#configurations.setFolders([...kept, ...urisOf(added)]);
        this.#changed();
      });
    await this.watch([configurationFileName]);
  }

  /** Asks to be told of files by their names, wherever they are. */
  async watch(names: readonly string[]): Promise<void> {
    const unwatched = names.filter((name) => !this.#asked.has(name));
    if (this.#capabilities?.didChangeWatchedFiles?.dynamicRegistration !== true || unwatched.length === 0)
      return;
    for (const name of unwatched) this.#asked.add(name);
    const watchers = unwatched.map((name) => ({ globPattern: `**/${name.replace(/[*?[\]{}]/g, '?')}` }));
    const registered = await this.#register(() =>
      this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
    );
    if (registered) for (const name of unwatched) this.#watched.add(name);
  }

  /** A client may refuse what it said it could do; then it just does not tell. */
  async #register(ask: () => Promise<unknown>): Promise<boolean> {
    try {
      await ask();
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#connection.console.warn(`The client will not tell of changes: ${reason}`);
      return false;
    }
  }

  /** A document was saved: clients that watch no files tell this much. */
  saved(uri: string): void {
    if (this.#configurations.concerns(uri) && !this.#watched.has(nameOf(pathOf(uri)))) this.#changed();
  }

  /** What the editor's settings say for a document. */
  settings(uri: string): Promise<unknown> {
    if (this.#capabilities?.configuration !== true) return Promise.resolve(this.#given);
    return this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'postingLens' });
  }
}
