/**
 * Sentences for people before their language is chosen: templates with numbered places, and what goes into them. All of
 * the core makes these, so that it needs no state to speak another language.
 */
import { englishList, englishNumber } from './inEnglish.ts';
import { inert } from './inert.ts';

/** A number that is more than a count: how many digits it shows, or that it is a share of a whole. */
export interface Figure {
  readonly figure: number;
  readonly format: Intl.NumberFormatOptions;
}

/** What may go into a sentence. Phrases are put into words in the same language; several make a list. */
export type PhraseValue = string | number | Figure | Phrase | readonly Phrase[];

/** A sentence for people before its language is chosen. */
export interface Phrase {
  /** English, with `{0}`, `{1}` ... for the values: the key under which translations are kept. */
  readonly template: string;
  readonly values: readonly PhraseValue[];
}

/** English texts to their translations; what is missing stays English. */
export type Translations = Readonly<Record<string, string>>;

/** The language that people read the product in. What language their postings are in has nothing to do with it. */
export interface InterfaceLanguage {
  /** A BCP 47 tag: how numbers and lists are written. */
  readonly locale: string;
  readonly translations: Translations;
}

export const english: InterfaceLanguage = { locale: 'en', translations: {} };

/** Makes a phrase: say`${count} of ${all} duties`. The text between the values must be the whole sentence. */
export function say(parts: TemplateStringsArray, ...values: readonly PhraseValue[]): Phrase {
  const template = parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`);
  return { template, values };
}

/** A sentence that is kept as a constant (what a rule says, what an option is for) as a phrase. */
export function sentence(template: string): Phrase {
  return { template, values: [] };
}

/** @param share 0 to 1 */
export function percent(share: number): Figure {
  return { figure: share, format: { style: 'percent', maximumFractionDigits: 0 } };
}

/** @param digits behind the point, whatever they are */
export function decimal(figure: number, digits: number): Figure {
  return { figure, format: { minimumFractionDigits: digits, maximumFractionDigits: digits } };
}

/** The phrase in words. */
export function worded({ template, values }: Phrase, language: InterfaceLanguage = english): string {
  return translated(template, language.translations).replace(/\{(\d+)\}/g, (place, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? place : valueText(value, language);
  });
}

/** A constant text in another language; the text itself where there is no translation. */
export function translated(text: string, translations: Translations): string {
  return (Object.hasOwn(translations, text) ? translations[text] : undefined) ?? text;
}

/** Made once for each language and form: making one takes longer than all else about a sentence. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const listFormats = new Map<string, Intl.ListFormat>();

function once<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}

function valueText(value: PhraseValue, language: InterfaceLanguage): string {
  // It may come from a document.
  if (typeof value === 'string') return inert(value);
  if (typeof value === 'number') return numberText(value, undefined, language);
  if ('figure' in value) return numberText(value.figure, value.format, language);
  if ('template' in value) return worded(value, language);
  const parts = value.map((each) => worded(each, language));
  const { locale } = language;
  if (locale === english.locale) return englishList(parts);
  return once(listFormats, locale, () => new Intl.ListFormat(locale)).format(parts);
}

function numberText(
  value: number,
  format: Figure['format'] | undefined,
  { locale }: InterfaceLanguage,
): string {
  const written = locale === english.locale ? englishNumber(value, format) : null;
  if (written !== null) return written;
  const { style, minimumFractionDigits, maximumFractionDigits } = format ?? {};
  const key = [locale, style, minimumFractionDigits, maximumFractionDigits].join();
  return once(numberFormats, key, () => new Intl.NumberFormat(locale, format)).format(value);
}
