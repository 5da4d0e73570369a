import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { node20 } from '../support/node20.ts';
import { mislabeled } from '../support/mislabeled.ts';
import * as ownProtocol from '../../shared/protocol.ts';
import type { Part } from './part.ts';

const program = path.resolve(import.meta.dirname, '../../dist/server/main.mjs');
const numRuns = 15;
const uri = 'file:///jobs/fuzz.posting.md';

/** The names of our own requests and notifications. */
const ownRequests = Object.values<unknown>(ownProtocol).flatMap((each) =>
  typeof each === 'string' && each.startsWith('posting-lens/') ? [each] : [],
);

const methods = [
  ...['textDocument/hover', 'textDocument/completion', 'textDocument/codeAction', 'textDocument/diagnostic'],
  ...[
    'textDocument/documentSymbol',
    'textDocument/foldingRange',
    'textDocument/inlayHint',
    'textDocument/codeLens',
  ],
  ...['textDocument/semanticTokens/full', 'textDocument/documentLink', 'textDocument/selectionRange'],
  ...['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didSave'],
  ...['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles', 'workspace/executeCommand'],
  ...['workspace/didChangeWorkspaceFolders', 'initialize', 'initialized', '$/cancelRequest', '$/setTrace'],
  ...ownRequests,
  ...['no/such/method', '$/unknown', '', '__proto__'],
];

const position = fc.record({
  line: fc.oneof(fc.nat(12), fc.constantFrom<unknown>(-1, 2 ** 31, 1e300, 0.5, null, 'x')),
  character: fc.oneof(fc.nat(80), fc.constantFrom<unknown>(-1, 2 ** 31, 1e300, 0.5, null, {})),
});
const anything = fc.anything({ maxDepth: 2, withNullPrototype: false });
const anyUri = fc.constantFrom<unknown>(
  uri,
  'file:///closed.md',
  'untitled:x',
  '%',
  '',
  7,
  null,
  'file:///%ff#?',
);

/** Parameters as they should be, with some that are not. */
const params: fc.Arbitrary<unknown> = fc.oneof(
  fc.record(
    {
      textDocument: fc.record({
        uri: anyUri,
        version: fc.oneof(fc.nat(9), anything),
        languageId: fc.constantFrom<unknown>('markdown', 'html', 'x', 3),
        text: fc.oneof(fc.constant(mislabeled()), fc.string({ unit: 'binary', maxLength: 40 }), anything),
      }),
      position,
      range: fc.record({ start: position, end: position }),
      contentChanges: fc.oneof(
        anything,
        fc.array(
          fc.record(
            { range: fc.record({ start: position, end: position }), text: fc.oneof(fc.string(), anything) },
            { requiredKeys: ['text'] },
          ),
          { maxLength: 3 },
        ),
      ),
      context: fc.oneof(fc.constant({ diagnostics: [] }), anything),
      settings: anything,
      changes: fc.oneof(fc.constant([{ uri, type: 2 }]), anything),
      uri: anyUri,
      text: fc.oneof(fc.string(), fc.constant(null)),
      id: fc.nat(20),
    },
    { requiredKeys: [] },
  ),
  anything,
);

type Message = {
  readonly body: { readonly cancelled: boolean; readonly id: unknown; readonly method: string };
};

const message: fc.Arbitrary<Message> = fc
  .record({
    method: fc.constantFrom(...methods),
    params,
    // Few ids, so that some come twice; none makes it a notification.
    id: fc.oneof(fc.nat(20), fc.constantFrom<unknown>(undefined, undefined, null, 'one', -1)),
    cancelled: fc.boolean(),
  })
  .map((body) => ({ body }));

/** What breaks the stream itself: the server may end, but not hang or spin. */
const broken = fc.constantFrom(
  'Content-Length: 99999999999999\r\n\r\n{}',
  'Content-Length: x\r\n\r\n{}',
  'Content-Length: -1\r\n\r\n{}',
  'Content-Length: 5\r\n\r\n{"a":',
  'Content-Le',
  '\r\n\r\n',
  'Content-Length: 2\r\nContent-Type: x; charset=none\r\n\r\n{}',
  'Content-Length: 3\r\n\r\n\ud800',
);

const frame = (body: unknown): string => {
  const text = JSON.stringify(body, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each));
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};
const request = (id: unknown, method: string, given: unknown): string =>
  frame({ jsonrpc: '2.0', id, method, params: given });

/** A server, and what it has written. */
class Server {
  readonly #child: ChildProcess = spawn(node20, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  readonly ended = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()));
  #output = '';
  errors = '';
  #wake: () => void = () => undefined;

  constructor() {
    this.#child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      this.#output += chunk;
      this.#wake();
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (this.errors += chunk));
    this.#child.stdin?.on('error', () => undefined);
    this.send(request('begin', 'initialize', { processId: null, rootUri: null, capabilities: {} }));
    this.send(frame({ jsonrpc: '2.0', method: 'initialized', params: {} }));
    this.send(
      frame({
        jsonrpc: '2.0',
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'markdown', version: 1, text: mislabeled() } },
      }),
    );
  }

  send(text: string): void {
    this.#child.stdin?.write(text);
  }

  /** @throws where the server ends without an answer */
  async probe(name: string): Promise<void> {
    this.send(
      request(name, 'textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 3 } }),
    );
    const answered = new Promise<'answered'>((resolve) => {
      this.#wake = () => {
        if (this.#output.includes(`"id":${JSON.stringify(name)}`)) resolve('answered');
      };
      this.#wake();
    });
    if ((await Promise.race([answered, this.ended])) !== 'answered')
      throw new Error(`the server has ended: ${this.errors.slice(-1500)}`);
    this.#output = '';
  }

  /** Ends the stream; the server has to end with it. */
  async close(): Promise<void> {
    this.#child.stdin?.end();
    await this.ended;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

let probes = 0;

async function talk(messages: readonly Message[], end: string | null): Promise<void> {
  const server = new Server();
  try {
    await server.probe(`probe ${probes++}`);
    for (const each of messages) {
      const { cancelled, ...body } = each.body;
      server.send(frame({ jsonrpc: '2.0', ...body }));
      if (cancelled)
        server.send(frame({ jsonrpc: '2.0', method: '$/cancelRequest', params: { id: body.id } }));
      await server.probe(`probe ${probes++}`);
    }
    if (end !== null) server.send(end);
    await server.close();
  } finally {
    server.kill();
  }
}

/** Messages of every kind to the built server: it answers after each, and ends where the stream is broken. */
export const protocol: Part = {
  name: 'protocol',
  counted: 'conversations',
  run: async (seed) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { minLength: 1, maxLength: 25, size: 'max' }),
        fc.option(broken, { nil: null }),
        talk,
      ),
      {
        seed,
        numRuns,
        endOnFailure: false,
        interruptAfterTimeLimit: 4 * 60_000,
        markInterruptAsFailure: false,
      },
    );
    return numRuns;
  },
};
