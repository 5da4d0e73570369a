import type { KnownText } from './knownText.ts';

/**
 * What reading a document found out that its next state can use again. Readers get one handed in; what they compute
 * must not depend on it, only how often they compute.
 */
export interface Memory {
  /**
   * `read(text)`, computed once a text.
   * @param read a function with a name of its own, as the memory knows texts by it; pure, its values never changed
   */
  recall<Value>(read: (text: string) => Value, text: string): Value;
  /**
   * `read(text, before)`, where `before` is what the same reader returned for the document's last state, if it read
   * one. A document is read by each such reader once.
   */
  renew<Value>(read: (text: string, before: Value | undefined) => Value, text: string): Value;
  /** A text as the document's last state knew it, if it had it: for texts that are read anew with what stands around them. */
  known(text: KnownText): KnownText;
}

/** Remembers nothing: for documents that are read once. */
export const forgetful: Memory = {
  recall: (read, text) => read(text),
  renew: (read, text) => read(text, undefined),
  known: (text) => text,
};

/** Each reader with what it said. */
type Known = Map<unknown, unknown>;

function saidBy(readers: Map<unknown, Known>, reader: unknown): Known {
  let said = readers.get(reader);
  if (said === undefined) readers.set(reader, (said = new Map()));
  return said;
}

/**
 * The memory of one state of a document. It takes what it is asked for from the state before, and so holds, once the
 * document is read, just what this state used.
 */
export class StateMemory implements Memory {
  readonly #recalled = new Map<unknown, Known>();
  readonly #renewed: Known = new Map();
  readonly #texts = new Map<string, KnownText>();
  #before: StateMemory | null;

  constructor(before: StateMemory | null = null) {
    this.#before = before;
  }

  recall<Value>(read: (text: string) => Value, text: string): Value {
    const said = saidBy(this.#recalled, read);
    const known = said.get(text) as Value | undefined;
    if (known !== undefined || said.has(text)) return known as Value;
    const before = this.#before === null ? undefined : this.#before.#recalled.get(read);
    const value = before?.has(text) === true ? (before.get(text) as Value) : read(text);
    said.set(text, value);
    return value;
  }

  renew<Value>(read: (text: string, before: Value | undefined) => Value, text: string): Value {
    const before = this.#before === null ? undefined : this.#before.#renewed.get(read);
    const value = read(text, before as Value | undefined);
    this.#renewed.set(read, value);
    return value;
  }

  known(text: KnownText): KnownText {
    // A text that stands twice is two: what is said of it goes by what stands around it.
    if (this.#texts.has(text.text)) return text;
    const before = this.#before === null ? undefined : this.#before.#texts.get(text.text);
    const known = before ?? text;
    this.#texts.set(known.text, known);
    return known;
  }

  /** The document is read: the state before is let go. */
  settle(): void {
    this.#before = null;
  }
}
