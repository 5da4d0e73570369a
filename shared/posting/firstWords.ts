import { tokenize, type Word } from './tokens.ts';

/**
 * Which of many regular expressions can match in a text at all, told by its words and signs: most begin with words that
 * most texts do not have, and to look for those once is much cheaper than to run them all.
 */

/** A regular expression that is only run where a match of it could begin. */
export interface Gated {
  readonly pattern: RegExp;
  /** Its place among all of them. */
  readonly number: number;
}

/** The gated expressions that could match in a text: a bit for each, 32 to a number. */
export type Possible = readonly number[];

const all: RegExp[] = [];
/** What opens the gates, made when a text is first asked. */
let gates: Gates | null = null;

/** @param pattern without state: not global, not sticky */
export function gated(pattern: RegExp): Gated {
  gates = null;
  return { pattern, number: all.push(pattern) - 1 };
}

/** All gated expressions, in the order of their numbers. */
export const gatedExpressions: readonly RegExp[] = all;

/** The expressions that could match in a text; all that do are among them. */
export function possibleIn(text: string): Possible {
  return (gates ??= new Gates(all)).openedBy(text);
}

/** Whether a text matches. @param possible what `possibleIn` says of the same text */
export function matchesGated({ pattern, number }: Gated, text: string, possible: Possible): boolean {
  return (((possible[number >> 5] ?? 0) >>> (number & 31)) & 1) === 1 && pattern.test(text);
}

/** How a match can begin. */
interface Beginning {
  /** Lower case: a sign, a word, or two with a blank between. Empty where nothing is known. */
  readonly text: string;
  /** Whether `text` begins where a word does. */
  readonly atWord: boolean;
  /** Whether more can be put to it; it ends a word; or what follows is not known. */
  readonly then: 'more' | 'ends' | 'unknown';
}

/** More than anybody lists: then nothing is claimed of how it begins. */
const mostBeginnings = 500;
const isWordSign = (sign: string): boolean => /^\w$/.test(sign);
const start: Beginning = { text: '', atWord: false, then: 'more' };

/** Reads the source of a regular expression as far as is needed to tell how its matches begin. */
class BeginningsReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(): readonly Beginning[] {
    return this.#alternatives([start]);
  }

  /** Alternatives up to the end of a group, or of all. */
  #alternatives(before: readonly Beginning[]): readonly Beginning[] {
    const open = before.filter(({ then }) => then === 'more');
    const found = before.filter(({ then }) => then !== 'more');
    for (;;) {
      found.push(...this.#sequence(open));
      if (this.#source[this.#at] !== '|') break;
      this.#at += 1;
    }
    return found.length > mostBeginnings ? before.map(closed) : found;
  }

  #sequence(before: readonly Beginning[]): readonly Beginning[] {
    let found = before;
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at] ?? '')) {
      const after = this.#atom(found);
      const [quantifier = ''] = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at)) ?? [];
      this.#at += quantifier.length;
      if (quantifier === '') found = after;
      // What may be repeated may go on in any way.
      else if (quantifier.startsWith('?')) found = [...new Set([...found, ...after])];
      else if (/^(?:\*|\{0)/.test(quantifier)) found = [...new Set([...found, ...after.map(closed)])];
      else found = after.map(closed);
    }
    return found;
  }

  #atom(before: readonly Beginning[]): readonly Beginning[] {
    const sign = this.#source[this.#at] ?? '';
    this.#at += 1;
    if (sign === '(') return this.#group(before);
    if (sign === '[') return this.#class(before);
    if (sign === '^') return before.map(atWordStart);
    if (sign === '$') return before.map(ended);
    if (sign === '.') return before.map(closed);
    if (sign !== '\\') return before.map((each) => extended(each, sign));
    const escaped = this.#source[this.#at] ?? '';
    this.#at += 1;
    if (escaped === 'b') return before.map((each) => (each.text === '' ? atWordStart(each) : ended(each)));
    if (escaped === 'd') return oneOf(before, '0123456789');
    if (escaped === 's') return before.map(ended);
    return /[a-z]/i.test(escaped) ? before.map(closed) : before.map((each) => extended(each, escaped));
  }

  #group(before: readonly Beginning[]): readonly Beginning[] {
    const [opens = ''] = /^\?(?:[:=!]|<[=!])/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += opens.length;
    const within = this.#alternatives(before);
    this.#at += 1;
    // What only looks around takes no place, and nothing is made of what it sees.
    return opens === '' || opens === '?:' ? within : before.map(closedUnlessAtStart);
  }

  #class(before: readonly Beginning[]): readonly Beginning[] {
    const [written = ']'] = /^(?:\\.|[^\]\\])*\]/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += written.length;
    const signs = written.slice(0, -1);
    return /^\^|\\[a-z]|.-./i.test(signs) ? before.map(closed) : oneOf(before, signs.replaceAll('\\', ''));
  }
}

const ended = (each: Beginning): Beginning =>
  each.then !== 'more'
    ? each
    : each.text === ''
      ? { ...each, then: 'unknown' }
      : { ...each, text: each.text.trimEnd(), then: 'ends' };

/** Goes on in a way that is not told; after a blank the first word is known to have ended. */
const closed = (each: Beginning): Beginning =>
  each.text.endsWith(' ') ? ended(each) : each.then === 'more' ? { ...each, then: 'unknown' } : each;
/** A look-around before all else says nothing of how the match goes on. */
const closedUnlessAtStart = (each: Beginning): Beginning => (each.text === '' ? each : closed(each));
const atWordStart = (each: Beginning): Beginning =>
  each.text === '' && each.then === 'more' ? { ...each, atWord: true } : each;

function extended(each: Beginning, sign: string): Beginning {
  const { text, then } = each;
  if (then !== 'more') return each;
  const longer = { ...each, text: text + sign.toLowerCase() };
  if (isWordSign(sign)) return longer;
  if (text === '') return { ...longer, atWord: false, then: 'unknown' };
  return sign === ' ' && !text.includes(' ') ? longer : ended(each);
}

const oneOf = (before: readonly Beginning[], signs: string): readonly Beginning[] =>
  before.flatMap((each) =>
    each.then === 'more' ? Array.from(signs).map((sign) => extended(each, sign)) : [each],
  );

/** Named groups and what refers to groups are not read. */
const beyondUs = /\(\?<[^=!]|\\[1-9k]/;

/** How the matches of an expression begin; null where that cannot be told. */
function beginningsOf({ source }: RegExp): readonly Beginning[] | null {
  if (beyondUs.test(source)) return null;
  const found = new BeginningsReader(source).read().map(closed);
  const isTold = ({ text, atWord }: Beginning): boolean =>
    text !== '' && (atWord ? !text.includes('_') : !/^[\p{L}\d]/u.test(text));
  return found.every(isTold) ? found : null;
}

/** What the words of a text open. */
class WordGates {
  readonly #width: number;
  readonly #byWord = new Map<string, number[]>();
  readonly #byPrefix = new Map<string, number[]>();
  #longestPrefix = 0;

  constructor(width: number) {
    this.#width = width;
  }

  /** @param whole the word must be just this one; else it may go on */
  add(word: string, whole: boolean, number: number): void {
    if (!whole) this.#longestPrefix = Math.max(this.#longestPrefix, word.length);
    addTo(whole ? this.#byWord : this.#byPrefix, word, number, this.#width);
  }

  openTo(word: string, opened: number[]): void {
    join(opened, this.#byWord.get(word));
    for (let length = 1; length <= Math.min(word.length, this.#longestPrefix); length++)
      join(opened, this.#byPrefix.get(word.slice(0, length)));
  }
}

/** What a word opens. To the expressions it may be several: "don't" is two. */
export interface Openings {
  readonly of: object;
  readonly gates: Possible;
  readonly first: string;
  /** What a word opens that comes after it. */
  readonly next: WordGates | undefined;
}

const blank = 0x20;

class Gates {
  /** Open to all texts. */
  readonly #always: number[];
  readonly #everything: Possible;
  readonly #signs: readonly (readonly [string, Possible])[];
  readonly #first: WordGates;
  /** What a second word opens, by the first. */
  readonly #second = new Map<string, WordGates>();

  constructor(patterns: readonly RegExp[]) {
    const width = Math.ceil(patterns.length / 32);
    this.#always = none(width);
    this.#everything = none(width).map(() => -1);
    this.#first = new WordGates(width);
    const bySign = new Map<string, number[]>();
    patterns.forEach((pattern, number) => {
      const beginnings = beginningsOf(pattern);
      if (beginnings === null) open(this.#always, number);
      for (const { text, atWord, then } of beginnings ?? []) {
        const [first = '', second] = text.split(' ');
        const whole = then === 'ends';
        if (!atWord) addTo(bySign, text.charAt(0), number, width);
        else if (second === undefined) this.#first.add(first, whole, number);
        else {
          const gates = this.#second.get(first) ?? new WordGates(width);
          this.#second.set(first, gates);
          gates.add(second, whole, number);
        }
      }
    });
    this.#signs = [...bySign];
  }

  openedBy(text: string): Possible {
    // To expressions that know Unicode these are an s and a k.
    if (/[\u017f\u212a]/.test(text)) return this.#everything;
    const opened = [...this.#always];
    for (const [sign, gates] of this.#signs) if (text.includes(sign)) join(opened, gates);
    let before: Openings | undefined;
    let end = -1;
    for (const { word, start, end: next } of tokenize(text)) {
      const openings = word.opens?.of === this ? word.opens : (word.opens = this.#openingsOf(word));
      join(opened, openings.gates);
      if (before?.next !== undefined && start === end + 1 && text.charCodeAt(end) === blank)
        before.next.openTo(openings.first, opened);
      before = openings;
      end = next;
    }
    return opened;
  }

  #openingsOf({ written }: Word): Openings {
    const words = written.toLowerCase().match(/\w+/g) ?? [];
    const gates = none(this.#always.length);
    for (const word of words) this.#first.openTo(word, gates);
    return { of: this, gates, first: words[0] ?? '', next: this.#second.get(words.at(-1) ?? '') };
  }
}

const none = (width: number): number[] => new Array<number>(width).fill(0);

function addTo(gates: Map<string, number[]>, key: string, number: number, width: number): void {
  const opened = gates.get(key) ?? none(width);
  gates.set(key, opened);
  open(opened, number);
}

function open(gates: number[], number: number): void {
  gates[number >> 5] = (gates[number >> 5] ?? 0) | (1 << (number & 31));
}

function join(gates: number[], more: Possible | undefined): void {
  if (more === undefined) return;
  for (let at = 0; at < more.length; at++) gates[at] = (gates[at] ?? 0) | (more[at] ?? 0);
}
