import { functionWords } from './functionWords.ts';
import { type Phrase, say } from '../say.ts';

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

/** All languages that are known; a sentence speaks of them by their places here. */
const languages = [...new Set([...Object.keys(functionWords), ...ownLetters.map(([language]) => language)])];
const japanese = languages.indexOf('ja');
const chinese = languages.indexOf('zh');

/** The languages that a word speaks for, by their numbers. */
const wordsOf = new Map<string, number[]>();
for (const [language, words] of Object.entries(functionWords))
  for (const word of new Set(words.split(' ')))
    wordsOf.set(word, [...(wordsOf.get(word) ?? []), languages.indexOf(language)]);

/** What a sentence says of the language. */
export interface SentenceLanguages {
  readonly weight: number;
  /** The languages that it speaks for, by their numbers, and how much each has for itself. */
  readonly spoken: readonly number[];
  readonly points: readonly number[];
  readonly most: number;
  /** No letter but those of English. */
  readonly plain: boolean;
}

const nothing: readonly number[] = [];
const silence: SentenceLanguages = {
  weight: 0,
  spoken: nothing,
  points: nothing,
  most: -Infinity,
  plain: true,
};

export function languagesIn(text: string): SentenceLanguages {
  const bare = text.includes('http') ? text.replace(address, ' ') : text;
  const simple = ascii.test(bare);
  const words = simple
    ? bare.toLowerCase().match(/[a-z]+/g)
    : bare.normalize('NFC').toLowerCase().match(token);
  if (words === null) return silence;
  const spoken: number[] = [];
  const points: number[] = [];
  let weight = 0;
  let plain = true;
  const add = (language: number, more: number): void => {
    const at = spoken.indexOf(language);
    if (at >= 0) points[at] = (points[at] ?? 0) + more;
    else {
      spoken.push(language);
      points.push(more);
    }
  };
  for (const word of words) {
    weight += word.length > 1 ? 1 : letter;
    for (const language of wordsOf.get(word) ?? nothing) add(language, 1);
    if (simple || ascii.test(word)) continue;
    plain = false;
    const own = ownLetters.find(([, letters]) => letters.test(word));
    if (own !== undefined) add(languages.indexOf(own[0]), letter);
  }
  // Japanese is written with Chinese characters between its own.
  if (spoken.includes(japanese)) add(japanese, points[spoken.indexOf(chinese)] ?? 0);
  return { weight, spoken, points, most: Math.max(...points), plain };
}

/**
 * The language of a posting: the one that most of its sentences are in, longer ones counting for more. A sentence is in
 * the language that most of its function words and telling letters belong to.
 * @param sentences what each says, in any order
 * @returns an ISO 639-1 code, or null where it cannot be told. No words at all, or a few plain ones that speak for no
 * language ("Sharpen pencils"), are taken for English.
 */
export function languageOf(sentences: readonly SentenceLanguages[]): string | null {
  const shares = languages.map(() => 0);
  const totals = languages.map(() => 0);
  /** In the order in which they were first met. */
  const candidates = new Set<number>();
  let length = 0;
  let plain = true;
  for (const sentence of sentences) {
    const { weight, spoken, points, most } = sentence;
    for (let at = 0; at < spoken.length; at++) {
      const language = spoken[at] ?? 0;
      const own = points[at] ?? 0;
      totals[language] = (totals[language] ?? 0) + own;
      // Where neighbours such as Danish and Norwegian share all words of a sentence, it speaks for both.
      if (own !== most) continue;
      shares[language] = (shares[language] ?? 0) + weight;
      candidates.add(language);
    }
    length += weight;
    plain &&= sentence.plain;
  }
  const [best] = [...candidates].sort(
    (a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || (totals[b] ?? 0) - (totals[a] ?? 0),
  );
  if (best !== undefined) return (totals[best] ?? 0) >= length * enough ? (languages[best] ?? null) : null;
  return plain && length < few ? 'en' : null;
}

/** @param sentences prose without markup, in any order */
export function detectLanguage(sentences: readonly string[]): string | null {
  return languageOf(sentences.map(languagesIn));
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
