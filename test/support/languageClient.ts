import { spawn } from 'node:child_process';
import path from 'node:path';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceFolder,
} from 'vscode-languageserver-protocol/node';
import { node20 } from './node20.ts';

const root = path.resolve(import.meta.dirname, '../..');

export interface LanguageClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly published: PublishDiagnosticsParams[];
  /** The first publication that fits, past or to come. */
  publication(fits: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams>;
  open(uri: string, languageId: string, version: number, text: string): Promise<void>;
  /** Asks the server to end and waits until its process is gone. */
  stop(): Promise<number | null>;
}

/** What an editor does beside opening documents. */
export interface Editor {
  readonly workspaceFolders?: WorkspaceFolder[];
  /** Registers what is answered to the server. */
  readonly answer?: (connection: ProtocolConnection) => void;
  /** What it starts: a Node and its arguments. */
  readonly server?: readonly [string, ...string[]];
  /** What Node is told before the program. */
  readonly nodeOptions?: readonly string[];
}

const shipped = [node20, path.join(root, 'dist/server/main.mjs'), '--stdio'] as const;

/** Starts the shipped server, on Node 20 unless told otherwise, over standard input and output, as an editor would. */
export async function startClient(
  capabilities: ClientCapabilities,
  initializationOptions = {},
  { workspaceFolders, answer, nodeOptions = [], server: [node, ...args] = shipped }: Editor = {},
): Promise<LanguageClient> {
  const child = spawn(node, [...nodeOptions, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published: PublishDiagnosticsParams[] = [];
  const waiting = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const wake of waiting) wake();
  });
  answer?.(connection);
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    initializationOptions,
    ...(workspaceFolders === undefined ? {} : { workspaceFolders }),
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    published,
    publication: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = published.find(fits);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    open: (uri, languageId, version, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version, text },
      }),
    stop: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return gone;
    },
  };
}
