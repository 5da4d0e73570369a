import { stem, type Token } from './tokens.ts';

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

/** First stem (or exact word after `=` or `:`) to the rest of each entry. */
type Options = ReadonlyMap<string, readonly (readonly string[])[]>;

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

function key(written: string): string {
  return /^[=:]/.test(written) ? written : stem(written.toLowerCase().replace(/['’]/g, ''));
}

function optionsOf(entries: readonly string[]): Options {
  const options = new Map<string, string[][]>();
  for (const entry of entries) {
    const [first, ...rest] = entry
      .trim()
      .split(/[\s.-]+/)
      .map(key);
    if (first === undefined || first === '') continue;
    const known = options.get(first);
    if (known === undefined) options.set(first, [rest]);
    else known.push(rest);
  }
  return options;
}

/** Reads one pattern. Throws a clear error when a list is unknown or the pattern does not begin with a word. */
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
        throw new Error(`In the pattern "${source}", ${body} is no gap: use ~1 to ~${maxGap}.`);
      elements.push({ kind: 'gap', most });
    } else {
      const entries = body.split('|').flatMap((part) => {
        if (!part.startsWith('@')) return [part];
        const list = Object.hasOwn(vocabulary, part.slice(1)) ? vocabulary[part.slice(1)] : undefined;
        if (list === undefined) throw new Error(`In the pattern "${source}", the list ${part} is not known.`);
        return list.split(',');
      });
      elements.push({ kind: 'words', options: optionsOf(entries), optional });
    }
  }
  const first = elements[0];
  if (first?.kind !== 'words' || first.optional)
    throw new Error(`The pattern "${source}" must begin with a word.`);
  return { elements, payload };
}

function entryLength(tokens: readonly Token[], at: number, options: Options): number[] {
  const token = tokens[at];
  if (token === undefined) return [];
  const lengths: number[] = [];
  for (const first of token.keys) {
    for (const rest of options.get(first) ?? []) {
      const fits = rest.every((part, index) => {
        const next = tokens[at + 1 + index];
        return next !== undefined && !next.clauseBefore && next.keys.includes(part);
      });
      if (fits) lengths.push(1 + rest.length);
    }
  }
  return lengths;
}

/** Where a match that starts here ends, or -1. The shortest gap that works wins. */
function matchFrom(
  tokens: readonly Token[],
  at: number,
  elements: readonly Element[],
  index: number,
): number {
  const element = elements[index];
  if (element === undefined) return at;
  if (element.kind === 'gap') {
    for (let skipped = 0; skipped <= element.most; skipped++) {
      if (skipped > 0 && (tokens[at + skipped - 1]?.clauseBefore ?? true)) return -1;
      const end = matchFrom(tokens, at + skipped, elements, index + 1);
      if (end >= 0) return end;
    }
    return -1;
  }
  if (index === 0 || !(tokens[at]?.clauseBefore ?? true)) {
    for (const length of entryLength(tokens, at, element.options)) {
      const end = matchFrom(tokens, at + length, elements, index + 1);
      if (end >= 0) return end;
    }
  }
  return element.optional ? matchFrom(tokens, at, elements, index + 1) : -1;
}

/** Patterns by the stem they begin with, so that a text asks only for those that can match. */
export class PatternIndex<Payload> {
  readonly #byFirst = new Map<string, Pattern<Payload>[]>();

  constructor(patterns: Iterable<Pattern<Payload>>) {
    for (const pattern of patterns) {
      const first = pattern.elements[0];
      if (first?.kind !== 'words') continue;
      for (const word of first.options.keys()) {
        const known = this.#byFirst.get(word);
        if (known === undefined) this.#byFirst.set(word, [pattern]);
        else known.push(pattern);
      }
    }
  }

  /** All matches, at most one per pattern and starting word. */
  matches(tokens: readonly Token[]): Match<Payload>[] {
    const found: Match<Payload>[] = [];
    tokens.forEach((token, from) => {
      for (const first of token.keys) {
        for (const pattern of this.#byFirst.get(first) ?? []) {
          const to = matchFrom(tokens, from, pattern.elements, 0);
          if (to > from) found.push({ payload: pattern.payload, from, to });
        }
      }
    });
    return found;
  }
}
