import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { node20 } from '../support/node20.ts';

const program = path.resolve(import.meta.dirname, '../../dist/server/main.mjs');

/** What a server may take until all is answered, in requests of ours that it answers meanwhile. */
const patience = 500;

interface Heard {
  readonly id?: unknown;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** What an editor replies that refuses whatever it is asked. */
export const refusal = Symbol('refusal');

/** A message as it goes over the wire. */
function framed(body: unknown): Buffer {
  const text = JSON.stringify(body, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each));
  return Buffer.concat([
    Buffer.from(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n`),
    Buffer.from(text),
  ]);
}

/** Requests are told apart by what their ids are as text: that is how the protocol's library keeps those that wait. */
const keyOf = (id: unknown): string => String(id);

/** Whether a message is a request by the protocol, and so has to be answered. */
const isRequest = (id: unknown, method: unknown): boolean =>
  typeof method === 'string' && (typeof id === 'string' || typeof id === 'number');

/** The built server in a process, with an account of what it was asked and what it has answered. */
export class Peer {
  readonly #child: ChildProcess = spawn(node20, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  readonly #ended = new Promise<number | null>((resolve) => this.#child.once('exit', resolve));
  #output = Buffer.alloc(0);
  #errors = '';
  #wake: () => void = () => undefined;
  readonly #asked = new Map<string, number>();
  readonly #answers = new Map<string, Heard[]>();
  #questions = 0;
  readonly #reply: unknown;

  /** @param reply what it is told by an editor that it asks something: with no error, it is a result */
  constructor(reply: unknown = null) {
    this.#reply = reply;
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#hear(chunk));
    this.#child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (this.#errors += chunk));
    this.#child.stdin?.on('error', () => undefined);
    void this.#ended.then(() => this.#wake());
  }

  /**
   * Sends bytes, each piece after the one before it has left.
   * @param cuts where to cut, counted round the length
   */
  async bytes(whole: Buffer, cuts: readonly number[] = []): Promise<void> {
    const places = [...new Set(cuts.map((cut) => cut % whole.length))].sort((a, b) => a - b);
    let from = 0;
    for (const to of [...places, whole.length]) {
      if (to === from) continue;
      const piece = whole.subarray(from, to);
      await new Promise<void>((resolve) => this.#child.stdin?.write(piece, () => resolve()));
      from = to;
    }
  }

  /** Sends a message, and notes it where it has to be answered. */
  async send(
    body: { readonly id?: unknown; readonly method: unknown; readonly params?: unknown },
    cuts: readonly number[] = [],
  ): Promise<void> {
    if (isRequest(body.id, body.method)) {
      const key = keyOf(body.id);
      this.#asked.set(key, (this.#asked.get(key) ?? 0) + 1);
    }
    await this.bytes(framed({ jsonrpc: '2.0', ...body }), cuts);
  }

  /** @throws where the server ends without an answer */
  async ask(method: string, params: unknown): Promise<Heard> {
    const id = `question ${this.#questions++}`;
    await this.send({ id, method, params });
    return this.#answerTo(id);
  }

  async #answerTo(id: string): Promise<Heard> {
    for (;;) {
      const answer = this.#answers.get(id)?.[0];
      if (answer !== undefined) return answer;
      if (this.#child.exitCode !== null || this.#child.signalCode !== null)
        throw new Error(`the server has ended: ${this.#errors.slice(-1500)}`);
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /**
   * Waits until what was asked so far is answered.
   * @throws where something is not, is answered more than once, or was never asked
   */
  async settle(): Promise<void> {
    const open = (): string[] => [...this.#asked.keys()].filter((key) => !this.#answers.has(key));
    for (let turn = 0; open().length > 0; turn++) {
      if (turn === patience) throw new Error(`no answer to the ids ${open().join(', ')}`);
      // It reads files, as other requests do.
      await this.ask('posting-lens/explainConfiguration', { uri: `file:///turn/${turn}/a.md` });
    }
    for (const [key, answers] of this.#answers) {
      // The library keeps requests that wait by their ids, so that of two with one id it may answer one.
      if (answers.length > (this.#asked.get(key) ?? 0))
        throw new Error(`${answers.length} answers to id ${key}: ${JSON.stringify(answers).slice(0, 500)}`);
      for (const { result, error } of answers)
        if ((result === undefined) === (error === undefined))
          throw new Error(`the answer to id ${key} is neither a result nor an error`);
    }
  }

  /** Ends the stream; the server has to end with it. */
  async close(): Promise<number | null> {
    this.#child.stdin?.end();
    return this.#ended;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #hear(chunk: Buffer): void {
    this.#output = Buffer.concat([this.#output, chunk]);
    for (;;) {
      const end = this.#output.indexOf('\r\n\r\n');
      const length = Number(/^Content-Length: (\d+)/.exec(this.#output.toString('latin1', 0, end))?.[1]);
      const begin = end + 4;
      if (end < 0 || this.#output.length < begin + length) return;
      const heard = JSON.parse(this.#output.toString('utf8', begin, begin + length)) as Heard;
      this.#output = this.#output.subarray(begin + length);
      this.#note(heard);
    }
  }

  #note(heard: Heard): void {
    const { id, method } = heard;
    if (id === undefined || id === null) return;
    if (method !== undefined) {
      const answer =
        this.#reply === refusal
          ? { error: { code: -32601, message: 'There is no such method.' } }
          : { result: this.#reply };
      void this.bytes(framed({ jsonrpc: '2.0', id, ...answer }));
      return;
    }
    const key = keyOf(id);
    this.#answers.set(key, [...(this.#answers.get(key) ?? []), heard]);
    this.#wake();
  }
}
