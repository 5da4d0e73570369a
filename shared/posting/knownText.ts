/** What a reader of texts looks like; `known` is the text itself, to ask other readers about it. */
export type TextReader<By, Value> = (text: string, by: By, known: KnownText) => Value;

/**
 * A text with what readers have said of it, so that each is asked once: readings of all kinds need the same things of it,
 * and a document that is edited places the same texts anew.
 */
export class KnownText {
  readonly text: string;
  /** Reader, what it read by, and what it said, one after the other: there are a dozen readers. */
  readonly #said: unknown[] = [];

  constructor(text: string) {
    this.text = text;
  }

  once<Value>(read: TextReader<undefined, Value>): Value;
  once<By, Value>(read: TextReader<By, Value>, by: By): Value;
  /**
   * `read(text, by)`, computed anew only where the reader was last asked by something else.
   * @param read a function with a name of its own, as the text knows it by that; pure, its values never changed
   * @param by whatever else it needs
   */
  once<By, Value>(read: TextReader<By | undefined, Value>, by?: By): Value {
    const said = this.#said;
    let at = 0;
    while (at < said.length && said[at] !== read) at += 3;
    if (at < said.length && said[at + 1] === by) return said[at + 2] as Value;
    const value = read(this.text, by, this);
    // The reader may have asked others.
    while (at < said.length && said[at] !== read) at += 3;
    said[at] = read;
    said[at + 1] = by;
    said[at + 2] = value;
    return value;
  }
}
