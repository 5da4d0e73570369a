/** Sessions with a server over either transport: standard input and output, or messages to a worker. */
import { type ChildProcess, spawn } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { Programs } from './servers.ts';

export interface Session {
  readonly request: (method: string, params: unknown) => Promise<unknown>;
  readonly notify: (method: string, params: unknown) => Promise<void> | void;
  /** Settles when findings of this version of a document, or of a later one, have come. */
  readonly findings: (uri: string, version: number) => Promise<PublishDiagnosticsParams>;
  /** Settles when nothing is said of a document any more. */
  readonly withdrawn: (uri: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Findings as they come, and who waits for them. */
class Inbox {
  readonly #latest = new Map<string, PublishDiagnosticsParams>();
  readonly #waiting = new Set<() => void>();

  readonly take = (params: PublishDiagnosticsParams): void => {
    // What was closed is told of without a version.
    if (params.version === undefined) this.#latest.delete(params.uri);
    else this.#latest.set(params.uri, params);
    for (const look of [...this.#waiting]) look();
  };

  readonly findings: Session['findings'] = (uri, version) =>
    this.#when(() => {
      const found = this.#latest.get(uri);
      return found !== undefined && (found.version ?? 0) >= version ? found : null;
    });

  readonly withdrawn: Session['withdrawn'] = async (uri) => {
    await this.#when(() => (this.#latest.has(uri) ? null : uri));
  };

  #when<Answer>(answer: () => Answer | null): Promise<Answer> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = answer();
        if (found === null) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }
}

const initialize = {
  processId: process.pid,
  rootUri: null,
  capabilities: { textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } } },
  initializationOptions: {},
};
/** Every size of the benchmark is read. */
const settings = { postingLens: { maxLength: 4096 } };

async function begin(session: Session): Promise<Session> {
  await session.request('initialize', initialize);
  await session.notify('initialized', {});
  await session.notify('workspace/didChangeConfiguration', { settings });
  return session;
}

/** A session over standard input and output. */
export function overStreams(program: string, node = process.execPath): Promise<Session> {
  return overPipes(spawn(node, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] }));
}

export interface WeighedSession extends Session {
  /** Bytes of the server's heap in use, after all that can be freed was. */
  readonly heap: () => Promise<number>;
}

/** A session over standard input and output with a server whose heap can be weighed. */
export async function weighed(program: string): Promise<WeighedSession> {
  const scale = new URL('./scale.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--expose-gc', '--import', scale, program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
  });
  const heap = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const gone = (): void => reject(new Error('The server has ended.'));
      child.once('exit', gone);
      child.once('message', (bytes: number) => {
        child.off('exit', gone);
        resolve(bytes);
      });
      child.send('weigh');
    });
  return { ...(await overPipes(child)), heap };
}

function overPipes(child: ChildProcess): Promise<Session> {
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('The server is talked to by pipes.');
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  const inbox = new Inbox();
  connection.onNotification('textDocument/publishDiagnostics', inbox.take);
  connection.listen();
  return begin({
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    findings: inbox.findings,
    withdrawn: inbox.withdrawn,
    end: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await gone;
      connection.dispose();
    },
  });
}

/** Gives a worker of Node the names by which a web worker talks. */
const asWebWorker = `
const { parentPort, workerData } = require('node:worker_threads');
globalThis.self = globalThis;
globalThis.addEventListener = () => {};
globalThis.postMessage = (message) => parentPort.postMessage(message);
parentPort.on('message', (data) => globalThis.onmessage?.({ data }));
workerData.forEach((script) => require(script));
`;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** A session by messages to a worker, as in VS Code for the Web. */
export function overMessages(scripts: readonly string[]): Promise<Session> {
  const worker = new Worker(asWebWorker, { eval: true, workerData: scripts });
  const inbox = new Inbox();
  const asked = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  worker.on('message', ({ id, method, params, result, error }: Message) => {
    if (method === 'textDocument/publishDiagnostics') inbox.take(params as PublishDiagnosticsParams);
    else if (method !== undefined && id !== undefined)
      worker.postMessage({ jsonrpc: '2.0', id, result: null });
    else if (id !== undefined && method === undefined) {
      const waiting = asked.get(id);
      asked.delete(id);
      if (error === undefined) waiting?.resolve(result);
      else waiting?.reject(new Error(error.message));
    }
  });
  let last = 0;
  return begin({
    request: (method, params) =>
      new Promise((resolve, reject) => {
        const id = (last += 1);
        asked.set(id, { resolve, reject });
        worker.postMessage({ jsonrpc: '2.0', id, method, params });
      }),
    notify: (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params }),
    findings: inbox.findings,
    withdrawn: inbox.withdrawn,
    end: async () => {
      await worker.terminate();
    },
  });
}

export const transports = {
  stdio: ({ node }: Programs): Promise<Session> => overStreams(node),
  'worker messages': ({ worker }: Programs): Promise<Session> => overMessages(worker),
};
