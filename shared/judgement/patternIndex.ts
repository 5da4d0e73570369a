import { type Element, matchFrom, type Options, parsePattern } from './patterns.ts';
import { allKeys, type Token } from '../posting/tokens.ts';

/** What is looked for, and what is told where it stands. */
export interface Source<Payload> {
  /** In the phrase language. */
  readonly pattern: string;
  readonly payload: Payload;
}

export interface Match<Payload> {
  readonly payload: Payload;
  /** Indexes of tokens, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

/**
 * An index as plain data: what each key begins, one key after the other. A key is its place in a list of keys, a pattern
 * its place among the sources. Each is written: key, how many patterns of that word alone, they, how many of it and a
 * second, the second key and the pattern of each, how many others, they.
 */
export interface WrittenIndex {
  /** How many sources it is made of. */
  readonly count: number;
  /** Numbers, each as two signs: a text costs nothing to load, and is read where it is asked for. */
  readonly beginnings: string;
}

const firstSign = '#'.charCodeAt(0);
/** From # to ~. */
const signs = 92;

function signsOf(number: number): string {
  if (number >= signs * signs) throw new RangeError(`${number} is too much for two signs.`);
  return String.fromCharCode(firstSign + Math.floor(number / signs), firstSign + (number % signs));
}

/** A pattern of more than one or two plain words. */
interface Compound {
  readonly order: number;
  readonly elements: readonly Element[];
  /** Numbers of the alternatives that must stand after its first word. */
  readonly needs: readonly number[];
  /** It can go on in so many ways that dead ends must be remembered. */
  readonly branching: boolean;
}

/**
 * The patterns that begin with a key, by their places in the order of all. Most are of one or two plain words: those are
 * found and not tried.
 */
interface Beginning {
  readonly alone: number[];
  /** By the key of their second word. */
  readonly pairs: Map<number, number[]>;
  readonly others: Compound[];
}

/** From so many ways to go on from its first word. */
const manyWays = 1000;

function waysOf(element: Element): number {
  if (element.kind === 'gap') return element.most + 1;
  let most = element.optional ? 2 : 1;
  for (const rests of element.options.values())
    most = Math.max(most, rests.length + (element.optional ? 1 : 0));
  return most;
}

const isBranching = (elements: readonly Element[]): boolean =>
  elements.reduce((ways, element) => ways * waysOf(element), 1) >= manyWays;

/** The key of an element that is one plain word; undefined for all others. */
function plainKey(element: Element | undefined): number | undefined {
  if (element?.kind !== 'words' || element.optional || element.options.size !== 1) return undefined;
  const [[key, rests] = []] = element.options;
  return rests?.length === 1 && rests[0]?.length === 0 ? key : undefined;
}

/** Whether all alternatives stand somewhere after a place. */
function stands(needs: readonly number[], last: readonly number[], after: number): boolean {
  for (const number of needs) if ((last[number] ?? -1) <= after) return false;
  return true;
}

const nothing: readonly never[] = [];

/**
 * Patterns by the word they begin with, so that a text asks only for those that can match. Of those that are more than
 * one or two plain words only such are tried whose other words stand somewhere after the first.
 */
export class PatternIndex<Payload> {
  readonly #sources: readonly Source<Payload>[];
  readonly #vocabulary: Readonly<Record<string, string>>;
  /** By a key's number. */
  readonly #beginnings: (Beginning | undefined)[];
  /** Where a key is in what was written, by the key's number, as long as no text has asked for it. */
  readonly #unread: (number | undefined)[];
  readonly #written: string;
  readonly #keys: readonly number[];
  readonly #compounds = new Map<number, Compound>();
  /** Numbers of the alternatives that have an entry which begins with a key, by the key's number. */
  readonly #alternatives: (number[] | undefined)[];
  readonly #numbers = new Map<Options, number>();
  /** The last place of a text where alternatives begin, by their number; what stands there from older texts is less. */
  readonly #last: number[] = [];
  #base = 0;

  /**
   * @param written what the first of the sources come to; each of them is read when a text has the word it begins with
   * @param keys the numbers of the keys that it speaks of
   * @throws PatternError where another source cannot be read
   */
  constructor(
    sources: readonly Source<Payload>[],
    vocabulary: Readonly<Record<string, string>>,
    written: WrittenIndex = { count: 0, beginnings: '' },
    keys: readonly number[] = [],
  ) {
    this.#sources = sources;
    this.#vocabulary = vocabulary;
    this.#written = written.beginnings;
    this.#keys = keys;
    // Arrays that grow in leaps become tables, which are slower to ask.
    const count = allKeys().length;
    this.#beginnings = new Array<Beginning | undefined>(count).fill(undefined);
    this.#unread = new Array<number | undefined>(count).fill(undefined);
    this.#alternatives = new Array<number[] | undefined>(count).fill(undefined);
    for (let at = 0; 2 * at < this.#written.length;) {
      this.#unread[this.#keyAt(at)] = at;
      at += 2 + this.#at(at + 1);
      at += 1 + 2 * this.#at(at);
      at += 1 + this.#at(at);
    }
    for (let order = written.count; order < sources.length; order++) this.#add(order);
  }

  /** The index as data; keys are their numbers. */
  write(): WrittenIndex {
    const beginnings = this.#beginnings.flatMap((beginning, key) => {
      if (beginning === undefined) return [];
      const { alone, others } = beginning;
      const pairs = [...beginning.pairs].flatMap(([second, orders]) =>
        orders.map((order): [number, number] => [second, order]),
      );
      const numbers = others.map(({ order }) => order);
      return [key, alone.length, ...alone, pairs.length, ...pairs.flat(), others.length, ...numbers];
    });
    return { count: this.#sources.length, beginnings: beginnings.map(signsOf).join('') };
  }

  #at(place: number): number {
    const high = this.#written.charCodeAt(2 * place) - firstSign;
    return high * signs + this.#written.charCodeAt(2 * place + 1) - firstSign;
  }

  #keyAt(place: number): number {
    return this.#keys[this.#at(place)] ?? -1;
  }

  /** Reads what was written of a key. */
  #read(key: number, place: number): void {
    this.#unread[key] = undefined;
    const beginning = this.#beginningOf(key);
    let at = place + 1;
    for (const end = at + this.#at(at); at < end;) beginning.alone.push(this.#at(++at));
    at += 1;
    for (const end = at + 2 * this.#at(at); at < end; at += 2)
      addTo(beginning.pairs, this.#keyAt(at + 1), this.#at(at + 2));
    at += 1;
    for (const end = at + this.#at(at); at < end;) {
      const order = this.#at(++at);
      beginning.others.push(this.#compound(order, this.#elements(order)));
    }
  }

  #elements(order: number): readonly Element[] {
    return parsePattern(this.#sources[order]?.pattern ?? '', this.#vocabulary);
  }

  #add(order: number): void {
    const elements = this.#elements(order);
    const [first, second, third] = elements;
    if (first?.kind !== 'words') return;
    const firstKey = plainKey(first);
    const secondKey = plainKey(second);
    if (firstKey !== undefined && second === undefined) {
      this.#beginningOf(firstKey).alone.push(order);
    } else if (firstKey !== undefined && secondKey !== undefined && third === undefined) {
      addTo(this.#beginningOf(firstKey).pairs, secondKey, order);
    } else {
      const compound = this.#compound(order, elements);
      for (const word of first.options.keys()) this.#beginningOf(word).others.push(compound);
    }
  }

  #compound(order: number, elements: readonly Element[]): Compound {
    const known = this.#compounds.get(order);
    if (known !== undefined) return known;
    const needs: number[] = [];
    for (const element of elements.slice(1))
      if (element.kind === 'words' && !element.optional) needs.push(this.#numberOf(element.options));
    const compound = { order, elements, needs, branching: isBranching(elements) };
    this.#compounds.set(order, compound);
    return compound;
  }

  #beginningOf(key: number): Beginning {
    return (this.#beginnings[key] ??= { alone: [], pairs: new Map(), others: [] });
  }

  #numberOf(options: Options): number {
    const known = this.#numbers.get(options);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(options, number);
    this.#last.push(-1);
    for (const first of options.keys()) (this.#alternatives[first] ??= []).push(number);
    return number;
  }

  /** All matches, at most one per pattern and starting word; in the order of the text and then of the patterns. */
  matches(tokens: readonly Token[]): Match<Payload>[] {
    this.#note(tokens);
    const base = this.#base;
    this.#base += tokens.length;
    const found = new Found(this.#sources);
    for (let from = 0; from < tokens.length; from++) {
      const next = tokens[from + 1];
      for (const key of tokens[from]?.keys ?? nothing) {
        const beginning = this.#beginnings[key];
        if (beginning === undefined) continue;
        found.begin();
        for (const order of beginning.alone) found.add(order, from, from + 1);
        if (beginning.pairs.size > 0 && next?.clauseBefore === false)
          for (const second of next.keys)
            for (const order of beginning.pairs.get(second) ?? nothing) found.add(order, from, from + 2);
        for (const { needs, elements, branching, order } of beginning.others) {
          if (!stands(needs, this.#last, base + from)) continue;
          const to = matchFrom(tokens, from, elements, 0, branching ? new Set() : null);
          if (to > from) found.add(order, from, to);
        }
      }
    }
    return found.all;
  }

  /** Reads what begins with the words of a text, and notes where the alternatives of patterns begin for the last time. */
  #note(tokens: readonly Token[]): void {
    if (this.#written !== '')
      for (const { keys } of tokens)
        for (const key of keys) {
          const place = this.#unread[key];
          if (place !== undefined) this.#read(key, place);
        }
    for (let at = 0; at < tokens.length; at++)
      for (const key of tokens[at]?.keys ?? nothing)
        for (const number of this.#alternatives[key] ?? nothing) this.#last[number] = this.#base + at;
  }
}

function addTo(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Matches as they come; those of one word and key are put in the order of the patterns. */
class Found<Payload> {
  readonly all: Match<Payload>[] = [];
  readonly #sources: readonly Source<Payload>[];
  readonly #orders: number[] = [];
  #begun = 0;

  constructor(sources: readonly Source<Payload>[]) {
    this.#sources = sources;
  }

  begin(): void {
    this.#begun = this.all.length;
  }

  add(order: number, from: number, to: number): void {
    const source = this.#sources[order];
    if (source === undefined) return;
    const match = { payload: source.payload, from, to };
    let at = this.all.length;
    for (; at > this.#begun && (this.#orders[at - 1] ?? 0) > order; at--) {
      this.all[at] = this.all[at - 1] ?? match;
      this.#orders[at] = this.#orders[at - 1] ?? order;
    }
    this.all[at] = match;
    this.#orders[at] = order;
  }
}
