import { env, l10n } from 'vscode';
import {
  decimal,
  english,
  type InterfaceLanguage,
  percent,
  type Phrase,
  say,
  worded,
} from '../shared/say.ts';

/** What VS Code speaks, with the translations that it loaded for it; English where there are none. */
export function interfaceLanguage(): InterfaceLanguage {
  return l10n.bundle === undefined ? english : { locale: env.language, translations: l10n.bundle };
}

/** A phrase of the core in the language that VS Code speaks. */
export function inWords(phrase: Phrase): string {
  return worded(phrase, interfaceLanguage());
}

/** @param share 0 to 1 */
export function inPercent(share: number): string {
  return inWords(say`${percent(share)}`);
}

/** @param digits behind the point */
export function inDecimals(figure: number, digits: number): string {
  return inWords(say`${decimal(figure, digits)}`);
}
