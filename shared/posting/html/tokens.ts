import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { type MappedText, TextBuilder } from '../mappedText.ts';
import type { Span } from '../span.ts';
import { escapeAttribute } from './entities.ts';

/** What a reader of HTML is told, in document order. Offsets are in the text that is read. */
export interface HtmlListener {
  open(name: string, start: number, end: number, attributes: ReadonlyMap<string, MappedText>): void;
  close(name: string, start: number, end: number): void;
  text(start: number, end: number): void;
  /** A character reference and what it stands for. */
  entity(text: string, start: number, end: number): void;
  /** A comment that is closed: from mark to mark, and what stands between. */
  comment?(span: Span, body: Span): void;
  /** Whether it has heard enough; asked after each tag. */
  readonly stopped: boolean;
}

/** Elements whose attributes say something to us. */
const withAttributes: ReadonlySet<string> = new Set(['meta', 'script']);
const none: ReadonlyMap<string, MappedText> = new Map();

/** Turns the tokenizer's calls into the listener's, and keeps the few attributes that are wanted with their places. */
class Relay implements TokenizerCallbacks {
  readonly #html: string;
  readonly #listener: HtmlListener;
  readonly #stop: () => void;
  #name = '';
  #start = 0;
  #textEnd = 0;
  #attributes: Map<string, MappedText> | null = null;
  #attribute = '';
  #value = new TextBuilder(escapeAttribute);
  #valueEnd = 0;
  #pending = '';

  constructor(html: string, listener: HtmlListener, stop: () => void) {
    this.#html = html;
    this.#listener = listener;
    this.#stop = stop;
  }

  ontext(start: number, end: number): void {
    // What a text that ends within a closing tag leaves over: it has no place and is none of the page's words.
    if (start < 0) return;
    this.#textEnd = end;
    this.#listener.text(start, end);
  }

  /** The tokenizer tells where a reference ends; it begins where the last token ended, at its "&". */
  ontextentity(code: number, end: number): void {
    const start = this.#html.lastIndexOf('&', end - 1);
    // A reference that stands for two characters is told twice, with one end.
    this.#listener.entity(String.fromCodePoint(code), Math.max(start, this.#textEnd), end);
    this.#textEnd = end;
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#html.slice(start, end).toLowerCase();
    this.#start = start - 1;
    this.#attributes = withAttributes.has(this.#name) ? new Map() : null;
  }

  onattribname(start: number, end: number): void {
    if (this.#attributes === null) return;
    this.#attribute = this.#html.slice(start, end).toLowerCase();
    this.#value = new TextBuilder(escapeAttribute);
    this.#pending = '';
    const rest = /\s*=\s*["']?/y;
    rest.lastIndex = end;
    this.#valueEnd = end + (rest.exec(this.#html)?.[0].length ?? 0);
  }

  onattribdata(start: number, end: number): void {
    if (this.#attributes === null) return;
    this.#settle(start);
    this.#value.verbatim(this.#html.slice(start, end), start);
    this.#valueEnd = end;
  }

  onattribentity(code: number): void {
    this.#pending += String.fromCodePoint(code);
  }

  onattribend(quote: QuoteType, end: number): void {
    if (this.#attributes === null || quote === QuoteType.NoValue) return;
    this.#settle(end);
    this.#attributes.set(this.#attribute, this.#value.build());
  }

  /** References in a value are told without their places: together they fill what lies between other parts. */
  #settle(at: number): void {
    if (this.#pending !== '') this.#value.decoded(this.#pending, this.#valueEnd, at - this.#valueEnd);
    this.#pending = '';
    this.#valueEnd = at;
  }

  onopentagend(end: number): void {
    this.#listener.open(this.#name, this.#start, end + 1, this.#attributes ?? none);
    this.#textEnd = end + 1;
    if (this.#listener.stopped) this.#stop();
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end);
  }

  onclosetag(start: number, end: number): void {
    const close = this.#html.indexOf('>', end);
    this.#textEnd = close < 0 ? this.#html.length : close + 1;
    this.#listener.close(this.#html.slice(start, end).toLowerCase(), start - 2, this.#textEnd);
    if (this.#listener.stopped) this.#stop();
  }

  oncdata(): void {}
  /** The tokenizer takes other things for comments, too: "<!x>", "</ x>", and what is never closed. */
  oncomment(start: number, last: number): void {
    const span = { start: start - 4, end: last + 1 };
    if (!this.#html.startsWith('<!--', span.start) || !this.#html.startsWith('-->', last - 2)) return;
    if (last - 2 >= start) this.#listener.comment?.(span, { start, end: last - 2 });
  }

  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
}

/**
 * Reads HTML from left to right, once, whatever is wrong with it, to its end or until the listener has heard enough. No
 * tree is built, so nothing nests too deep.
 */
export function tokenizeHtml(html: string, listener: HtmlListener): void {
  const tokenizer: Tokenizer = new Tokenizer({}, new Relay(html, listener, () => tokenizer.pause()));
  tokenizer.write(html);
  tokenizer.end();
}
