import { type Generator, wholeFile } from './generated.ts';
import { templates } from './templates.ts';

/**
 * The English bundle, in the format of `@vscode/l10n`, for translators to begin from: `bundle.l10n.de.json` beside it
 * would be German. What rules and options say of themselves is in it, too.
 */
export const l10n: Generator = (rules) => {
  const facts = rules.flatMap(({ says, options }) => [
    says,
    ...Object.values(options).map(({ description }) => description),
  ]);
  const bundle = [...templates().map(({ text }) => text), ...facts].map((text) => [text, text]);
  return [
    wholeFile('shared/l10n/bundle.l10n.json', `${JSON.stringify(Object.fromEntries(bundle), null, 2)}\n`),
  ];
};
