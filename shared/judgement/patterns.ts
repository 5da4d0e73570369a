import { type Phrase, say, worded } from '../say.ts';
import { keyNumber, stem, type Token, tokenize } from '../posting/tokens.ts';

/**
 * The phrase language of taxonomies. Elements are separated by blanks:
 * - `word` matches any form of the word; `a|b|c` any of them; `?word` may be missing
 * - `@list` matches an entry of the vocabulary, of one or several words; it may stand among alternatives
 * - `=Word` matches only as written, capitals included; `:posting` only in this form, capitals or not
 * - `~3` skips up to three words of the same clause
 * Patterns match within a clause, in time bounded by their length: no regular expressions come from data.
 */
export type Element =
  | { readonly kind: 'words'; readonly options: Options; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number };

/** Number of a first stem (or exact word after `=` or `:`) to the rest of each entry. */
export type Options = ReadonlyMap<number, readonly (readonly number[])[]>;

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
export function parsePattern(source: string, vocabulary: Readonly<Record<string, string>>): Element[] {
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
  return elements;
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
export function matchFrom(
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
