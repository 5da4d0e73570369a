import fc from 'fast-check';
import * as ownProtocol from '../../shared/protocol.ts';
import { mislabeled } from '../support/mislabeled.ts';
import type { Part } from './part.ts';
import { Peer, refusal } from './peer.ts';

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
  ...['textDocument/documentHighlight', 'textDocument/willSave', 'completionItem/resolve', 'shutdown'],
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
const large = 'word '.repeat(1_000_000);
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

const folders = fc.array(fc.record({ uri: anyUri, name: fc.constant('jobs') }), { maxLength: 2 });

/** What editors say that they can do: nothing, and all that makes the server ask something of them. */
const capabilities = [
  {},
  {
    workspace: {
      configuration: true,
      workspaceFolders: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      diagnostics: { refreshSupport: true },
    },
    textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } },
    general: { positionEncodings: ['utf-8'] },
  },
];

/** An editor, by what it can do and what it replies when the server asks for something. */
interface Editor {
  readonly able: object;
  readonly reply: unknown;
}
const editor: fc.Arbitrary<Editor> = fc.record({
  able: fc.constantFrom(...capabilities),
  reply: fc.constantFrom<unknown>(null, refusal, [], [null], 'nonsense', [{ rules: 7 }]),
});

/** Parameters as they should be, with some that are not. */
const params: fc.Arbitrary<unknown> = fc.oneof(
  fc.record(
    {
      textDocument: fc.record({
        uri: anyUri,
        version: fc.oneof(fc.nat(9), anything),
        languageId: fc.constantFrom<unknown>('markdown', 'html', 'x', 3),
        text: fc.oneof(
          { weight: 20, arbitrary: fc.constant(mislabeled()) },
          { weight: 20, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
          { weight: 20, arbitrary: anything },
          // More than is read, in a message of five megabytes.
          { weight: 1, arbitrary: fc.constant(large) },
        ),
      }),
      position,
      positions: fc.oneof(fc.array(position, { maxLength: 3 }), anything),
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
      capabilities: fc.oneof(fc.constantFrom<unknown>(...capabilities), anything),
      workspaceFolders: fc.oneof(folders, anything),
      rootUri: anyUri,
      event: fc.oneof(fc.record({ added: folders, removed: folders }), anything),
      role: fc.constantFrom<unknown>('community', 'social-media', 'none', 7),
      format: fc.constantFrom<unknown>('markdown', 'json', 'none', null),
      tool: fc.constantFrom<unknown>('check_posting', 'fix_posting', 'explain', 'none', 7),
      input: fc.oneof(fc.constant({ text: mislabeled() }), fc.constant({ path: 'a.md' }), anything),
      postings: anything,
    },
    { requiredKeys: [] },
  ),
  anything,
);

/** When a request is called off: while nothing is known of it, together with it, or when it is answered, once or twice. */
const callings = ['never', 'before', 'with', 'after', 'twice'] as const;

interface Message {
  readonly method: string;
  readonly params: unknown;
  readonly id: unknown;
  readonly called: (typeof callings)[number];
  /** Where its bytes are cut, headers and all. */
  readonly cuts: readonly number[];
  /** Whether what was asked before is answered before the next one is sent. */
  readonly settled: boolean;
}

const message: fc.Arbitrary<Message> = fc.record({
  method: fc.constantFrom(...methods),
  params,
  // Few ids, so that some come twice; none makes it a notification.
  id: fc.oneof(fc.nat(20), fc.constantFrom<unknown>(undefined, undefined, null, 'one', '7', -1)),
  called: fc.constantFrom(...callings),
  cuts: fc.oneof(fc.constant([]), fc.array(fc.nat(400), { maxLength: 6 })),
  settled: fc.boolean(),
});

/** What no peer should send, and what leaves the stream whole: the server goes on with the next message. */
const nonsense = fc
  .oneof(
    fc.constantFrom(
      '',
      '{"a":',
      'null',
      '5',
      '"text"',
      '[]',
      '[{"jsonrpc":"2.0","id":1,"method":"x"}]',
      '{}',
    ),
    fc.constantFrom('{"jsonrpc":"2.0","id":{},"method":"textDocument/hover"}', '{"id":3}', '{"result":1}'),
    fc.constantFrom(
      '{"jsonrpc":"2.0","method":"$/cancelRequest"}',
      '{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":null}}',
      '{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"unknown"}}',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )
  .map((text) => ({
    nonsense: Buffer.concat([
      Buffer.from(`Content-Type: x; charset=none\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n`),
      Buffer.from(text),
    ]),
  }));

/** What breaks the stream itself: the server may end, but not hang or spin. */
const broken = fc.constantFrom(
  'Content-Length: 99999999999999\r\n\r\n{}',
  'Content-Length: x\r\n\r\n{}',
  'Content-Length: -1\r\n\r\n{}',
  'Content-Length: 1e9\r\n\r\n{}',
  'Content-Length: 5\r\n\r\n{"a":',
  'Content-Le',
  'Content-Length: 30\r\n',
  'no colon\r\n\r\n',
  '\r\n\r\n',
  'Content-Length: 3\r\n\r\n\ud800',
);

const open = (peer: Peer, at: string): Promise<void> =>
  peer.send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri: at, languageId: 'markdown', version: 1, text: mislabeled() } },
  });

async function begin(peer: Peer, { able }: Pick<Editor, 'able'>): Promise<void> {
  await peer.ask('initialize', { processId: null, rootUri: null, capabilities: able });
  await peer.send({ method: 'initialized', params: {} });
  await open(peer, uri);
}

/** What any editor asks about a posting, and all the answers. */
async function normal(peer: Peer): Promise<string> {
  await peer.send({ method: 'workspace/didChangeConfiguration', params: { settings: {} } });
  const own = 'file:///jobs/normal.posting.md';
  const textDocument = { uri: own };
  await open(peer, own);
  const position = { line: 0, character: 3 };
  const range = { start: position, end: position };
  const answers = [
    await peer.ask('textDocument/diagnostic', { textDocument }),
    await peer.ask('textDocument/hover', { textDocument, position }),
    await peer.ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
    await peer.ask(ownProtocol.checkRequest, { uri: own, text: null }),
    await peer.ask(ownProtocol.toolRequest, {
      tool: 'check_posting',
      input: { text: mislabeled() },
      rulePage: '',
    }),
  ];
  await peer.send({ method: 'textDocument/didClose', params: { textDocument } });
  return JSON.stringify(answers.map(({ result, error }) => result ?? error));
}

/** The answers of a server that nobody has disturbed. */
async function undisturbed(able: object): Promise<string> {
  const peer = new Peer();
  await begin(peer, { able });
  const answers = await normal(peer);
  await peer.close();
  return answers;
}

async function sendEach(peer: Peer, { called, cuts, settled, ...body }: Message): Promise<void> {
  const callOff = (): Promise<void> => peer.send({ method: '$/cancelRequest', params: { id: body.id } });
  if (called === 'before') await callOff();
  await peer.send(body, cuts);
  if (called === 'with' || called === 'twice') await callOff();
  if (settled || called === 'after') await peer.settle();
  if (called === 'after' || called === 'twice') await callOff();
}

/** @throws where the server ends, leaves something unanswered, or does not answer afterwards as it always does */
async function talk(
  by: Editor,
  early: Message | null,
  messages: readonly (Message | { readonly nonsense: Buffer })[],
  end: string | null,
  expected: string | undefined,
): Promise<void> {
  const peer = new Peer(by.reply);
  try {
    // Some cannot wait until they have greeted each other.
    if (early !== null && early.method !== 'initialize') await sendEach(peer, early);
    await begin(peer, by);
    for (const each of messages)
      await ('nonsense' in each ? peer.bytes(each.nonsense) : sendEach(peer, each));
    await peer.settle();
    const answers = await normal(peer);
    if (answers !== expected) throw new Error(`afterwards it answers ${answers.slice(0, 1500)}`);
    if (end !== null) await peer.bytes(Buffer.from(end));
    await peer.close();
  } finally {
    peer.kill();
  }
}

/**
 * Messages of every kind to the built server, whole and in pieces, called off at every point, with nonsense among them: each
 * request is answered once, a normal conversation goes on afterwards, and it ends where the stream is broken.
 */
export const protocol: Part = {
  name: 'protocol',
  counted: 'conversations',
  run: async (seed) => {
    const expected = new Map<object, string>();
    for (const able of capabilities) expected.set(able, await undisturbed(able));
    const storm = fc.array(fc.oneof({ weight: 6, arbitrary: message }, { weight: 1, arbitrary: nonsense }), {
      minLength: 1,
      maxLength: 25,
      size: 'max',
    });
    await fc.assert(
      fc.asyncProperty(
        editor,
        fc.option(message, { nil: null }),
        storm,
        fc.option(broken, { nil: null }),
        (by, early, messages, end) => talk(by, early, messages, end, expected.get(by.able)),
      ),
      { seed, numRuns },
    );
    return numRuns;
  },
};
