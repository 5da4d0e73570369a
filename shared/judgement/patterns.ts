import { type Phrase, say, worded } from '../say.ts';
import { keyNumber, stem, type Token, tokenize } from './tokens.ts';

/**
 * The phrase language of taxonomies. Elements are separated by blanks:
 * - `word` matches any form of the word; `a|b|c` any of them; `?word` may be missing
 * - `@list` matches an entry of the vocabulary, of one or several words; it may stand among alternatives
 * - `=Word` matches only as written, capitals included; `:posting` only in this form, capitals or not
 * - `~3` skips up to three words of the same clause
 * Patterns match within a clause, in time bounded by their length: no regular expressions come from data.
 */
type Element =
  | { readonly kind: 'words'; readonly options: Options; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number };

/** Number of a first stem (or exact word after `=` or `:`) to the rest of each entry. */
type Options = ReadonlyMap<number, readonly (readonly number[])[]>;

export interface Pattern<Payload> {
  readonly elements: readonly Element[];
  readonly payload: Payload;
}

export interface Match<Payload> {
  readonly payload: Payload;
  /** Indexes of tokens, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

const maxGap = 9;

/** Alternatives that many patterns share are read once, and known by their being the same. */
const known = new Map<string, Options>();

function key(written: string): number | null {
  const plain = /^[=:]/.test(written) ? written : stem(written.toLowerCase().replace(/['’]/g, ''));
  return plain === '' ? null : keyNumber(plain);
}

function optionsOf(entries: readonly string[]): Options {
  const written = entries.join('|');
  const before = known.get(written);
  if (before !== undefined) return before;
  const options = new Map<number, number[][]>();
  for (const entry of entries) {
    const [first, ...rest] = entry
      .trim()
      .split(/[\s.-]+/)
      .map(key);
    if (first === undefined || first === null) continue;
    const others = rest.map((each) => each ?? keyNumber(''));
    const same = options.get(first);
    if (same === undefined) options.set(first, [others]);
    else same.push(others);
  }
  known.set(written, options);
  return options;
}

/** Why a pattern cannot be read. */
export class PatternError extends Error {
  readonly says: Phrase;

  constructor(says: Phrase) {
    super(worded(says));
    this.says = says;
  }
}

/**
 * Reads one pattern.
 * @throws PatternError where a list is unknown, a gap is none, or the pattern does not begin with a word
 */
export function parsePattern<Payload>(
  source: string,
  vocabulary: Readonly<Record<string, string>>,
  payload: Payload,
): Pattern<Payload> {
  const elements: Element[] = [];
  for (const part of source.trim().split(/\s+/)) {
    const optional = part.startsWith('?');
    const body = optional ? part.slice(1) : part;
    if (body.startsWith('~')) {
      const most = Number(body.slice(1));
      if (!Number.isInteger(most) || most < 1 || most > maxGap)
        throw new PatternError(say`In the pattern “${source}”, ${body} is no gap: use ~1 to ~${maxGap}.`);
      elements.push({ kind: 'gap', most });
    } else {
      const entries = body.split('|').flatMap((part) => {
        if (!part.startsWith('@')) return [part];
        const list = Object.hasOwn(vocabulary, part.slice(1)) ? vocabulary[part.slice(1)] : undefined;
        if (list === undefined)
          throw new PatternError(say`In the pattern “${source}”, the list ${part} is not known.`);
        return list.split(',');
      });
      elements.push({ kind: 'words', options: optionsOf(entries), optional });
    }
  }
  const first = elements[0];
  if (first?.kind !== 'words' || first.optional)
    throw new PatternError(say`The pattern “${source}” must begin with a word.`);
  return { elements, payload };
}

/**
 * A text as a pattern that matches its words, one after the other: whatever means something in the phrase language is left
 * out with all other signs. Null where it is not words of one clause.
 * @param as words in any form and case, or names just as they are written
 */
export function literalPattern(text: string, as: 'words' | 'names' = 'words'): string | null {
  const tokens = tokenize(text);
  if (tokens.length === 0 || tokens.some(({ clauseBefore }) => clauseBefore)) return null;
  return tokens.map(({ norm, written }) => (as === 'names' ? `=${written}` : norm)).join(' ');
}

/** Whether the words after the first of an entry stand here. */
function goesOn(tokens: readonly Token[], at: number, rest: readonly number[]): boolean {
  for (let index = 0; index < rest.length; index++) {
    const token = tokens[at + index];
    if (token === undefined || token.clauseBefore || !token.keys.includes(rest[index] ?? -1)) return false;
  }
  return true;
}

/** Where the rest of a pattern has been found not to stand, as numbers made of word and element. */
type DeadEnds = Set<number>;

/**
 * Where a match that starts here ends, or -1. The shortest gap that works wins.
 * @param deadEnds keeps patterns of many gaps from trying the same rest again and again; null for those of few
 */
function matchFrom(
  tokens: readonly Token[],
  at: number,
  elements: readonly Element[],
  index: number,
  deadEnds: DeadEnds | null,
): number {
  const element = elements[index];
  if (element === undefined) return at;
  if (deadEnds === null) return matchElement(tokens, at, elements, index, element, null);
  const place = at * (elements.length + 1) + index;
  if (deadEnds.has(place)) return -1;
  const end = matchElement(tokens, at, elements, index, element, deadEnds);
  if (end < 0) deadEnds.add(place);
  return end;
}

function matchElement(
  tokens: readonly Token[],
  at: number,
  elements: readonly Element[],
  index: number,
  element: Element,
  deadEnds: DeadEnds | null,
): number {
  if (element.kind === 'gap') {
    for (let skipped = 0; skipped <= element.most; skipped++) {
      if (skipped > 0 && (tokens[at + skipped - 1]?.clauseBefore ?? true)) return -1;
      const end = matchFrom(tokens, at + skipped, elements, index + 1, deadEnds);
      if (end >= 0) return end;
    }
    return -1;
  }
  const token = tokens[at];
  if (token !== undefined && (index === 0 || !token.clauseBefore)) {
    for (const first of token.keys) {
      for (const rest of element.options.get(first) ?? []) {
        if (!goesOn(tokens, at + 1, rest)) continue;
        const end = matchFrom(tokens, at + 1 + rest.length, elements, index + 1, deadEnds);
        if (end >= 0) return end;
      }
    }
  }
  return element.optional ? matchFrom(tokens, at, elements, index + 1, deadEnds) : -1;
}

/** A pattern of more than one or two plain words. */
interface Indexed<Payload> extends Pattern<Payload> {
  readonly order: number;
  /** Numbers of the alternatives that must stand after its first word. */
  readonly needs: readonly number[];
  /** It can go on in so many ways that dead ends must be remembered. */
  readonly branching: boolean;
}

/** A pattern of one or two plain words, which matches where they stand. */
interface Plain<Payload> {
  readonly order: number;
  readonly payload: Payload;
}

/** The patterns that begin with a key. Most are of one or two plain words: those are found and not tried. */
interface Beginning<Payload> {
  readonly alone: Plain<Payload>[];
  /** By the key of their second word. */
  readonly pairs: Map<number, Plain<Payload>[]>;
  readonly others: Indexed<Payload>[];
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
  /** By a key's number. */
  readonly #beginnings: (Beginning<Payload> | undefined)[] = [];
  /** Numbers of the alternatives that have an entry which begins with a key, by the key's number. */
  readonly #alternatives: (number[] | undefined)[] = [];
  readonly #numbers = new Map<Options, number>();
  /** The last place of a text where alternatives begin, by their number; what stands there from older texts is less. */
  readonly #last: number[] = [];
  #base = 0;

  constructor(patterns: Iterable<Pattern<Payload>>) {
    let order = 0;
    for (const pattern of patterns) this.#add(pattern, order++);
  }

  #add({ elements, payload }: Pattern<Payload>, order: number): void {
    const [first, second, third] = elements;
    if (first?.kind !== 'words') return;
    const firstKey = plainKey(first);
    const secondKey = plainKey(second);
    if (firstKey !== undefined && second === undefined) {
      this.#beginningOf(firstKey).alone.push({ order, payload });
    } else if (firstKey !== undefined && secondKey !== undefined && third === undefined) {
      const { pairs } = this.#beginningOf(firstKey);
      const same = pairs.get(secondKey);
      if (same === undefined) pairs.set(secondKey, [{ order, payload }]);
      else same.push({ order, payload });
    } else {
      const needs: number[] = [];
      for (const element of elements.slice(1))
        if (element.kind === 'words' && !element.optional) needs.push(this.#numberOf(element.options));
      const indexed = { elements, payload, order, needs, branching: isBranching(elements) };
      for (const word of first.options.keys()) this.#beginningOf(word).others.push(indexed);
    }
  }

  #beginningOf(key: number): Beginning<Payload> {
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
    const found: Match<Payload>[] = [];
    this.#note(tokens);
    const base = this.#base;
    this.#base += tokens.length;
    for (let from = 0; from < tokens.length; from++) {
      for (const key of tokens[from]?.keys ?? nothing) {
        const beginning = this.#beginnings[key];
        if (beginning === undefined) continue;
        const before = found.length;
        const orders: number[] = [];
        const add = ({ order, payload }: Plain<Payload>, to: number): void => {
          let at = orders.length;
          while (at > 0 && (orders[at - 1] ?? 0) > order) at -= 1;
          orders.splice(at, 0, order);
          found.splice(before + at, 0, { payload, from, to });
        };
        for (const plain of beginning.alone) add(plain, from + 1);
        const next = beginning.pairs.size === 0 ? undefined : tokens[from + 1];
        if (next?.clauseBefore === false)
          for (const second of next.keys)
            for (const plain of beginning.pairs.get(second) ?? nothing) add(plain, from + 2);
        for (const pattern of beginning.others) {
          if (!stands(pattern.needs, this.#last, base + from)) continue;
          const to = matchFrom(tokens, from, pattern.elements, 0, pattern.branching ? new Set() : null);
          if (to > from) add(pattern, to);
        }
      }
    }
    return found;
  }

  /** Notes where the alternatives of patterns begin for the last time. */
  #note(tokens: readonly Token[]): void {
    for (let at = 0; at < tokens.length; at++)
      for (const key of tokens[at]?.keys ?? nothing)
        for (const number of this.#alternatives[key] ?? nothing) this.#last[number] = this.#base + at;
  }
}
