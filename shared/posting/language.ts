import { functionWords } from './functionWords.ts';
import { type Phrase, say } from '../say.ts';
import { forgetful, type Memory } from './memory.ts';

/** The languages that a word speaks for. */
const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(functionWords))
  for (const word of new Set(words.split(' ')))
    languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);

/** Letters that tell the language by themselves, or nearly so. */
const ownLetters: readonly (readonly [string, RegExp])[] = [
  ['ja', /\p{Script=Hiragana}|\p{Script=Katakana}/u],
  ['zh', /\p{Script=Han}/u],
  ['ko', /\p{Script=Hangul}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['el', /\p{Script=Greek}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['th', /\p{Script=Thai}/u],
  ['ru', /[ыэъё]/],
  ['uk', /[іїєґ]/],
  ['pl', /[ąęłńśźż]/],
  ['cs', /[ěřů]/],
  ['hu', /[őű]/],
  ['tr', /[ığş]/],
  ['ro', /[ășț]/],
  ['vi', /[ảạấầậẩẫắằặẳẵẻẽẹếềểễệỉịỏọốồổỗộớờởỡợủụứừửữựỳỷỹỵơư]/],
  ['es', /ñ/],
  ['pt', /[ãõ]/],
  ['de', /ß/],
];

const ascii = /^\p{ASCII}*$/u;
const address = /https?:\S+/g;
/** Whole words of the scripts that the table covers; single letters of all others, which may write no blanks. */
const token = /[\p{Script=Latin}\p{Script=Cyrillic}]+|\p{L}/gu;
/** What such a letter counts beside a function word, and a letter of those other scripts beside a word. */
const letter = 0.4;
/** A document with a smaller share of function words does not tell its language. */
const enough = 0.04;
/** A text of fewer words may well have no function word in it. */
const few = 10;

type Counts = Map<string, number>;

function add(counts: Counts, language: string, more: number): void {
  counts.set(language, (counts.get(language) ?? 0) + more);
}

/** How much each language has for itself in one sentence. */
function count(words: readonly string[]): Counts {
  const counts: Counts = new Map();
  for (const word of words) {
    for (const language of languagesOf.get(word) ?? []) add(counts, language, 1);
    if (ascii.test(word)) continue;
    const own = ownLetters.find(([, letters]) => letters.test(word));
    if (own !== undefined) add(counts, own[0], letter);
  }
  // Japanese is written with Chinese characters between its own.
  if (counts.has('ja')) add(counts, 'ja', counts.get('zh') ?? 0);
  return counts;
}

/** What a sentence says of the language. */
interface Sentence {
  readonly weight: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly most: number;
  /** No letter but those of English. */
  readonly plain: boolean;
}

function sentenceOf(text: string): Sentence {
  const words = text.replace(address, ' ').normalize('NFC').toLowerCase().match(token) ?? [];
  const counts = count(words);
  return {
    weight: words.reduce((sum, word) => sum + (word.length > 1 ? 1 : letter), 0),
    counts,
    most: Math.max(...counts.values()),
    plain: words.every((word) => ascii.test(word)),
  };
}

/**
 * The language of a posting: the one that most of its sentences are in, longer ones counting for more. A sentence is in
 * the language that most of its function words and telling letters belong to.
 * @param sentences prose without markup, in any order
 * @returns an ISO 639-1 code, or null where it cannot be told. No words at all, or a few plain ones that speak for no
 * language ("Sharpen pencils"), are taken for English.
 */
export function detectLanguage(sentences: readonly string[], memory: Memory = forgetful): string | null {
  const shares: Counts = new Map();
  const totals: Counts = new Map();
  let length = 0;
  let plain = true;
  for (const text of sentences) {
    const sentence = memory.recall(sentenceOf, text);
    const { weight, counts, most } = sentence;
    for (const [language, points] of counts) {
      add(totals, language, points);
      // Where neighbours such as Danish and Norwegian share all words of a sentence, it speaks for both.
      if (points === most) add(shares, language, weight);
    }
    length += weight;
    plain &&= sentence.plain;
  }
  const total = (language: string): number => totals.get(language) ?? 0;
  const [best] = [...shares].sort(([a, x], [b, y]) => y - x || total(b) - total(a));
  if (best !== undefined) return total(best[0]) >= length * enough ? best[0] : null;
  return plain && length < few ? 'en' : null;
}

/**
 * One sentence on why a text in this language, or in one that cannot be told, is not judged.
 * @param locale of the one who reads the sentence
 */
export function unjudgedLanguage(language: string | null, locale: string): Phrase {
  if (language === null) return say`The language of the text could not be told; only English is judged.`;
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(language);
  return say`The text is written in ${name ?? language}; only English is judged.`;
}
