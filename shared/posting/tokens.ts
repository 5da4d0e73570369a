import { ownString } from '../ownString.ts';
import { Recent } from '../recent.ts';
import type { Openings } from './firstWords.ts';

/** A word of a statement. Offsets are UTF-16, in the statement's text. */
export interface Token {
  /** What all of its like share. */
  readonly word: Word;
  /** Lower case, without apostrophes. */
  readonly norm: string;
  /** Without inflection: how patterns match. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly written: string;
  /** What patterns look it up by, as numbers: those of its keys that stand in any pattern. */
  readonly keys: readonly number[];
  /** A clause ends before this word: no gap of a pattern reaches across. */
  readonly clauseBefore: boolean;
}

const irregular: Readonly<Record<string, string>> = {
  wrote: 'write',
  written: 'write',
  built: 'build',
  led: 'lead',
  ran: 'run',
  grew: 'grow',
  grown: 'grow',
  held: 'hold',
  kept: 'keep',
  made: 'make',
  making: 'make',
  news: 'news',
  always: 'always',
  series: 'series',
  this: 'this',
  is: 'is',
  was: 'was',
  has: 'has',
  its: 'its',
  us: 'us',
  as: 'as',
  social: 'social',
  used: 'use',
  using: 'use',
  alumni: 'alumni',
  analyses: 'analyze',
  analysing: 'analyze',
  analyse: 'analyze',
  organise: 'organize',
  organising: 'organize',
  organises: 'organize',
  organised: 'organize',
  recognise: 'recognize',
  programmes: 'program',
  programme: 'program',
  centre: 'center',
  kpis: 'kpi',
  run: 'run',
  running: 'run',
};

/**
 * The stem of an English word: plural, -ing, -ed, final e and doubled consonants fall away. Rough on purpose; what
 * counts is that all forms of a word meet. Patterns and text go through the same function.
 */
export function stem(word: string): string {
  return stemOf((Object.hasOwn(irregular, word) ? irregular[word] : undefined) ?? word);
}

// Without regular expressions: those must be compiled at each start of a program.
function stemOf(word: string): string {
  if (word.length <= 3) return word;
  const base = pastless(singular(word.length > 7 ? withZ(word) : word));
  return base.length > 3 && base.endsWith('e') ? base.slice(0, -1) : base;
}

/** -ise as -ize is written. */
function withZ(word: string): string {
  for (const ending of ['e', 'es', 'ed', 'ing'])
    if (word.endsWith(`is${ending}`)) return `${word.slice(0, -ending.length - 1)}z${ending}`;
  return word;
}

const isOneOf = (signs: string, word: string, at: number): boolean =>
  at >= 0 && signs.includes(word.charAt(at));

function singular(word: string): string {
  if (!word.endsWith('s')) return word;
  if (['sses', 'shes', 'ches', 'xes', 'zzes'].some((ending) => word.endsWith(ending)))
    return word.slice(0, -2);
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return isOneOf('sui', word, word.length - 2) ? word : word.slice(0, -1);
}

function pastless(word: string): string {
  if (word.length > 4 && word.endsWith('ed')) {
    if (word.endsWith('ied')) return `${word.slice(0, -3)}y`;
    if (!word.endsWith('eed')) return undouble(word.slice(0, -2));
  }
  return word.length > 5 && word.endsWith('ing') ? undouble(word.slice(0, -3)) : word;
}

function undouble(base: string): string {
  const last = base.length - 1;
  return base.charAt(last) === base.charAt(last - 1) && isOneOf('bdfgmnprt', base, last)
    ? base.slice(0, -1)
    : base;
}

/** Keys of patterns, each with its number: a word's stem, `=` and a word as written, `:` and a word in lower case. */
const keyNumbers = new Map<string, number>();

/** What there is to know of a word by itself. */
export interface Word extends Pick<Token, 'written' | 'norm' | 'stem' | 'keys'> {
  /** What else was found out about it, once somebody asked. */
  opens: Openings | null;
}

const words = new Recent<Word>(10_000);
/** Statements are asked about by several readers in a row, and again after each edit of another. */
const tokenized = new Recent<readonly Token[]>(1000);
const longestKept = 1000;

/** The number of a key that a pattern looks for. */
export function keyNumber(key: string): number {
  const known = keyNumbers.get(key);
  if (known !== undefined) return known;
  const number = keyNumbers.size;
  keyNumbers.set(key, number);
  words.clear();
  tokenized.clear();
  return number;
}

/** All keys that any pattern has looked for, in the order of their numbers. */
export const allKeys = (): string[] => [...keyNumbers.keys()];

function wordOf(slice: string): Word {
  const known = words.get(slice);
  if (known !== undefined) return known;
  const written = ownString(slice);
  const lower = written.toLowerCase();
  const norm = /['’]/.test(lower) ? lower.replace(/['’]s$/, '').replace(/['’]/g, '') : lower;
  const base = stem(norm);
  const keys = [base, `=${written}`, `:${norm}`].flatMap((key) => keyNumbers.get(key) ?? []);
  const made = { written, norm, stem: base, keys, opens: null };
  words.set(written, made);
  return made;
}

/** What a UTF-16 unit is to words, once it was looked at. */
const other = 1;
const ends = 2;
const letter = 3;
const digit = 4;
const kinds = new Uint8Array(0x10000);
/** Between two words: anything here ends a clause. */
for (const sign of '.!?;:\n()[]–—|•') kinds[sign.charCodeAt(0)] = ends;
// What most texts are made of is known without a regular expression, which is compiled at each start.
for (let unit = 0; unit < 0x80; unit++) {
  const sign = String.fromCharCode(unit);
  if (sign >= '0' && sign <= '9') kinds[unit] = digit;
  else if (sign.toLowerCase() !== sign.toUpperCase()) kinds[unit] = letter;
  else kinds[unit] ||= other;
}
for (const sign of '‘’“”…') kinds[sign.charCodeAt(0)] = other;

function look(character: string): number {
  return /^\p{L}/u.test(character) ? letter : /^\p{N}/u.test(character) ? digit : other;
}

/** What stands at a place; two units that make one character are looked at together, and count twice. */
function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = kinds[unit] ?? 0;
  if (known !== 0) return known;
  if (unit < 0xd800 || unit > 0xdfff) return (kinds[unit] = look(text.charAt(at)));
  const start = unit >= 0xdc00 && at > 0 && text.charCodeAt(at - 1) >>> 10 === 0x36 ? at - 1 : at;
  return look(text.slice(start, start + 2));
}

/** Where a word ends that begins here: letters and digits, then letters after apostrophes. */
function wordEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && kindAt(text, at) >= letter) at += 1;
  while (isApostrophe(text.charCodeAt(at)) && at + 1 < text.length && kindAt(text, at + 1) === letter) {
    at += 1;
    while (at < text.length && kindAt(text, at) === letter) at += 1;
  }
  return at;
}

const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019;

/** The words of a statement. */
export function tokenize(slice: string): readonly Token[] {
  const known = tokenized.get(slice);
  if (known !== undefined) return known;
  const isKept = slice.length <= longestKept;
  const text = isKept ? ownString(slice) : slice;
  const tokens: Token[] = [];
  let clauseBefore = false;
  for (let start = 0; start < text.length;) {
    const kind = kindAt(text, start);
    if (kind < letter) {
      if (kind === ends && tokens.length > 0) clauseBefore = true;
      start += 1;
      continue;
    }
    const end = wordEnd(text, start);
    const written = text.slice(start, end);
    const word = wordOf(written);
    const { norm, stem, keys } = word;
    tokens.push({ word, norm, stem, keys, start, end, written: word.written, clauseBefore });
    clauseBefore = false;
    start = end;
  }
  if (isKept) tokenized.set(text, tokens);
  return tokens;
}
