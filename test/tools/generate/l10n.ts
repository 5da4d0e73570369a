import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Translations, worded } from '../../../shared/say.ts';
import { type Generator, root, wholeFile } from './generated.ts';
import { interfaceTexts, manifestTexts } from './interfaceTexts.ts';
import { languages } from './languages.ts';

/** Where the translations into a language are written: English texts to their translations, empty where there is none yet. */
export const translationsPath = (language: string): string => `shared/l10n/${language}.json`;

/** The translations that there are. */
export function translationsIn(file: string): Translations {
  const all = Object.entries(JSON.parse(file === '' ? '{}' : file) as Translations);
  return Object.fromEntries(all.filter(([, text]) => text !== ''));
}

/** The file with every text of the product and no other; what is translated stays so. */
function renewed(file: string, texts: readonly string[]): string {
  const known = translationsIn(file);
  const all = texts.map((text) => [text, known[text] ?? '']);
  return `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`;
}

/** The files that translators write in, and from them what VS Code takes for the manifest. */
export const l10n: Generator = (rules) => {
  const texts = interfaceTexts(rules).map(({ text }) => text);
  const manifest = [...manifestTexts(rules)];
  return languages.flatMap(({ id }) => {
    const file = path.join(root, translationsPath(id));
    const translations = translationsIn(existsSync(file) ? readFileSync(file, 'utf8') : '');
    const translated = manifest.filter(([, { template }]) => translations[template] !== undefined);
    const inWords = translated.map(([key, phrase]) => [key, worded(phrase, { locale: id, translations })]);
    return [
      { path: translationsPath(id), renew: (current: string) => renewed(current, texts) },
      wholeFile(`package.nls.${id}.json`, `${JSON.stringify(Object.fromEntries(inWords), null, 2)}\n`),
    ];
  });
};
