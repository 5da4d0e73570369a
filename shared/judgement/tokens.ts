/** A word of a statement. Offsets are UTF-16, in the statement's text. */
export interface Token {
  /** Lower case, without apostrophes. */
  readonly norm: string;
  /** Without inflection: how patterns match. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly written: string;
  /** What patterns look it up by: its stem, `=` and the word as written, `:` and the word in lower case. */
  readonly keys: readonly string[];
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

const cache = new Map<string, string>();

/**
 * The stem of an English word: plural, -ing, -ed, final e and doubled consonants fall away. Rough on purpose; what
 * counts is that all forms of a word meet. Patterns and text go through the same function.
 */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const result = stemOf(irregular[word] ?? word);
  if (cache.size < 50_000) cache.set(word, result);
  return result;
}

function stemOf(word: string): string {
  if (word.length <= 3) return word;
  let base = word.replace(/is(e|es|ed|ing)$/, (all, ending: string) =>
    word.length > 7 ? `iz${ending}` : all,
  );
  if (/(ss|sh|ch|x|zz)es$/.test(base)) base = base.slice(0, -2);
  else if (/ies$/.test(base) && base.length > 4) base = `${base.slice(0, -3)}y`;
  else if (/[^su]s$/.test(base) && !/(is|us|ss)$/.test(base)) base = base.slice(0, -1);
  if (/ied$/.test(base) && base.length > 4) base = `${base.slice(0, -3)}y`;
  else if (/[^e]ed$/.test(base) && base.length > 4) base = undouble(base.slice(0, -2));
  else if (/ing$/.test(base) && base.length > 5) base = undouble(base.slice(0, -3));
  return base.length > 3 && base.endsWith('e') ? base.slice(0, -1) : base;
}

function undouble(base: string): string {
  return /([bdfgmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
}

const word = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
/** Between two words: anything here but these ends a clause. */
const clauseEnd = /[.!?;:\n()[\]–—|•]/;

/** The words of a statement. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(word)) {
    const written = match[0];
    const norm = written
      .toLowerCase()
      .replace(/['’]s$/, '')
      .replace(/['’]/g, '');
    const base = stem(norm);
    tokens.push({
      norm,
      stem: base,
      keys: [base, `=${written}`, `:${norm}`],
      start: match.index,
      end: match.index + written.length,
      written,
      clauseBefore: tokens.length > 0 && clauseEnd.test(text.slice(previousEnd, match.index)),
    });
    previousEnd = match.index + written.length;
  }
  return tokens;
}
