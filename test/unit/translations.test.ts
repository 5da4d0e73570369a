import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Translations } from '../../shared/index.ts';
import { rules } from '../../shared/index.ts';
import { root } from '../tools/generate/generated.ts';
import { interfaceTexts } from '../tools/generate/interfaceTexts.ts';
import { translationsIn, translationsPath } from '../tools/generate/l10n.ts';
import { languages } from '../tools/generate/languages.ts';

const texts = interfaceTexts(rules).map(({ text }) => text);
const known = new Set(texts);

const fileOf = (language: string): string =>
  readFileSync(path.join(root, translationsPath(language)), 'utf8');

/** Marks of Markdown and places for values: a translation has the same ones, in any order. */
const signs = /\{\d+\}|\*\*|`[^`]*`|\]\([^)]*\)|\$\([\w-]+\)|\n/g;
const signsOf = (text: string): string[] => (text.match(signs) ?? []).sort();

describe.each(languages)('the translations into $id', ({ id, complete }) => {
  const file = fileOf(id);
  const translations = translationsIn(file);

  it('are of texts that there are, each once', () => {
    const keys = Object.keys(JSON.parse(file) as Translations);
    expect(keys.filter((text) => !known.has(text))).toEqual([]);
    expect(texts.filter((text) => !keys.includes(text))).toEqual([]);
  });

  it.runIf(complete)('are complete', () => {
    expect(texts.filter((text) => !Object.hasOwn(translations, text))).toEqual([]);
  });

  it('keep places, code, links and marks', () => {
    const wrong = Object.entries(translations).filter(
      ([text, translation]) => signsOf(text).join('\0') !== signsOf(translation).join('\0'),
    );
    expect(wrong).toEqual([]);
  });

  it('have no blanks at their ends', () => {
    const wrong = Object.values(translations).filter((text) => text !== text.trim());
    expect(wrong).toEqual([]);
  });
});

it('tells a place, a mark, a code and a link that a translation lost', () => {
  expect(signsOf('**{0}**: a `b` of {1} [c](command:d)')).toEqual(
    signsOf('[ç](command:d) von {1}: `b` **{0}**'),
  );
  for (const lost of [
    '{0}: a `b` of {1} [c](command:d)',
    '**{0}**: a b of {1} [c](command:d)',
    '**{0}**: a `b` of {0} [c](command:d)',
    '**{0}**: a `b` of {1} [c](command:e)',
  ])
    expect(signsOf(lost)).not.toEqual(signsOf('**{0}**: a `b` of {1} [c](command:d)'));
});
