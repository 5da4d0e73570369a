import type { InitializeParams } from 'vscode-languageserver';
import { english, type InterfaceLanguage, type Translations } from '../../shared/index.ts';
import type { InitializationOptions } from '../../shared/protocol.ts';

/** Finds the translations that are shipped beside the server; null where there are none for the language. */
export type ReadTranslations = (locale: string) => Promise<Translations | null>;

function isTranslations(value: unknown): value is Translations {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}

/** `de` of `de-AT`: translations are per language, numbers are written as the region does. */
const candidates = (locale: string): string[] => [...new Set([locale, locale.split('-', 1)[0] ?? locale])];

function isLocale(locale: unknown): locale is string {
  try {
    return typeof locale === 'string' && Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}

/**
 * The language that the client's user reads: what the client hands over, else the client's locale where translations are
 * shipped for it, else English.
 */
export async function chooseLanguage(
  { locale, initializationOptions }: InitializeParams,
  read: ReadTranslations | undefined,
): Promise<InterfaceLanguage> {
  const { interfaceLanguage: given } = (initializationOptions ?? {}) as InitializationOptions;
  if (given !== undefined)
    return isLocale(given.locale) && isTranslations(given.translations) ? given : english;
  if (read === undefined || !isLocale(locale)) return english;
  for (const candidate of candidates(locale)) {
    const translations = await read(candidate);
    if (isTranslations(translations)) return { locale, translations };
  }
  return english;
}
