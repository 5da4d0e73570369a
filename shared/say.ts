/**
 * A sentence for people before its language is chosen: a template with numbered places, and what goes into them. Rules
 * make these, so that the core needs no state to speak another language.
 */
export interface Phrase {
  /** English, with `{0}`, `{1}` ... for the values: the key under which translations are kept. */
  readonly template: string;
  readonly values: readonly (string | number)[];
}

/** Templates to their translations; what is missing stays English. */
export type Translations = Readonly<Record<string, string>>;

/** Makes a phrase: say`${count} of ${all} duties`. The text between the values must be the whole sentence. */
export function say(parts: TemplateStringsArray, ...values: readonly (string | number)[]): Phrase {
  const template = parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`);
  return { template, values };
}

/** A sentence that is kept as a constant (what a rule says, what an option is for) as a phrase. */
export function sentence(template: string): Phrase {
  return { template, values: [] };
}

/** The phrase in words. */
export function worded({ template, values }: Phrase, translations: Translations = {}): string {
  const own = Object.hasOwn(translations, template) ? translations[template] : undefined;
  return (own ?? template).replace(/\{(\d+)\}/g, (place, index: string) =>
    String(values[Number(index)] ?? place),
  );
}
