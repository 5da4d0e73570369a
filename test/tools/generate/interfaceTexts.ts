/** Finds every text that people read in the product: what translators translate. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { manifestProperties } from '../../../shared/configuration/schema.ts';
import { settingsOf } from '../../../shared/configuration/settings.ts';
import { cues } from '../../../shared/posting/detection/score.ts';
import type { Rule } from '../../../shared/rules/rule.ts';
import { type Phrase, type PhraseValue, sentence } from '../../../shared/say.ts';
import { taxonomy } from '../../../shared/taxonomy/index.ts';
import { type Shape, taxonomyShape } from '../../../shared/taxonomy/shape.ts';
import { textsOf } from '../../../shared/taxonomy/translated.ts';
import { root } from './generated.ts';
import { templates } from './templates.ts';

/** Keys of `package.nls.json` that are made from the table of settings. */
const generatedKey = /^setting\./;

/** The texts of the manifest's settings by their keys in `package.nls.json`. */
export function settingTexts(rules: readonly Rule[]): ReadonlyMap<string, Phrase> {
  const texts = new Map<string, Phrase>();
  manifestProperties(settingsOf(rules, taxonomy), (key, phrase) => {
    texts.set(`setting.${key}`, phrase);
    return '';
  });
  return texts;
}

/** The texts of `package.nls.json` that are written there by hand, by their keys. */
export function handwritten(text: string): ReadonlyMap<string, Phrase> {
  const all = Object.entries(JSON.parse(text) as Readonly<Record<string, string>>);
  return new Map(
    all.filter(([key]) => !generatedKey.test(key)).map(([key, value]) => [key, sentence(value)]),
  );
}

/** All texts of the manifest by their keys. */
export function manifestTexts(rules: readonly Rule[]): ReadonlyMap<string, Phrase> {
  const file = readFileSync(path.join(root, 'package.nls.json'), 'utf8');
  return new Map([...handwritten(file), ...settingTexts(rules)]);
}

/** The templates that a phrase is made of. */
function templatesOf({ template, values }: Phrase): string[] {
  const nested = (value: PhraseValue): string[] => {
    if (typeof value !== 'object' || 'figure' in value) return [];
    return 'template' in value ? templatesOf(value) : value.flatMap(templatesOf);
  };
  return [template, ...values.flatMap(nested)];
}

/** What the keys of a shape are for. */
function saysOf(shape: Shape): string[] {
  if (shape.kind === 'object')
    return [
      ...Object.values(shape.says),
      ...Object.values(shape.fields).flatMap((field) => saysOf(field as Shape)),
    ];
  return 'of' in shape ? saysOf(shape.of as Shape) : [];
}

/** A text to translate, with the place that it comes from. */
export interface InterfaceText {
  readonly text: string;
  readonly from: string;
}

/** Each text once, the manifest's first. A place and nothing else says the same in every language. */
export function interfaceTexts(rules: readonly Rule[]): InterfaceText[] {
  const all: InterfaceText[] = [
    ...[...manifestTexts(rules)].flatMap(([key, phrase]) =>
      templatesOf(phrase).map((text) => ({ text, from: `package.nls.json: ${key}` })),
    ),
    ...templates().map(({ text, file, line }) => ({ text, from: `${file}:${line}` })),
    ...rules.flatMap(({ id, says, options }) =>
      [says, ...Object.values(options).map(({ description }) => description)].map((text) => ({
        text,
        from: `rule ${id}`,
      })),
    ),
    ...cues.map(({ id, says }) => ({ text: says, from: `cue of postings ${id}` })),
    ...textsOf(taxonomy).map((text) => ({ text, from: 'taxonomy' })),
    ...saysOf(taxonomyShape).map((text) => ({ text, from: 'key of taxonomy files' })),
  ];
  const once = new Map(all.map((each) => [each.text, each]).reverse() as [string, InterfaceText][]);
  return [...new Set(all.map(({ text }) => text))]
    .filter((text) => text !== '{0}')
    .flatMap((text) => once.get(text) ?? []);
}
