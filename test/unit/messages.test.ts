import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { say } from '../../shared/index.ts';
import { root } from '../tools/generate/generated.ts';
import { templates, templatesIn } from '../tools/generate/templates.ts';

const shipped = templates();

/**
 * Templates without a word of their own, and who may use them: labels made of names that the taxonomy gives or of
 * figures. Anything else would be a sentence glued elsewhere.
 */
const wordless: Readonly<Record<string, readonly string[]>> = {
  '{0}': [
    'shared/rules/facts.ts',
    'shared/rules/telltales.ts',
    'shared/rules/context-mismatch/rule.ts',
    'shared/features/dutyLabel.ts',
    'shared/features/report.ts',
    'shared/taxonomy/wording.ts',
    'client/words.ts',
  ],
  '{0}: {1}': ['shared/rules/facts.ts', 'shared/features/dutyLabel.ts'],
  '{0}, {1}': ['shared/features/annotations.ts'],
  '{0}; {1}': ['shared/features/hover.ts'],
  '{0} ({1})': ['shared/features/annotations.ts'],
  'a {0}': ['shared/taxonomy/wording.ts'],
  '{0} {1}': ['server/lsp/profile.ts'],
  '{0} {1}, {2} {3}': ['shared/taxonomy/wording.ts'],
  '{0}, [“{1}”]({2}), {3}, {4}: {5}.': ['shared/features/markdownText.ts'],
};

describe('the sentences for people', () => {
  it('number their places from 0, without gaps', () => {
    for (const { text, file } of shipped) {
      const places = [...text.matchAll(/\{(\d+)\}/g)].map((match) => Number(match[1]));
      expect(places, `${file}: ${text}`).toEqual(places.map((_, index) => index));
    }
  });

  it('are whole, not glued from pieces', () => {
    const glued = shipped
      .filter(({ text }) => !/\p{L}{2}/u.test(text.replace(/\{\d+\}/g, '')))
      .filter(({ text, file }) => wordless[text]?.includes(file) !== true);
    expect(glued).toEqual([]);
  });

  it('are made by `say` used as a tag, where it can be found', () => {
    for (const file of globSync('{server,shared}/**/*.ts', { cwd: root, ignore: 'shared/say.ts' }))
      expect(readFileSync(path.join(root, file), 'utf8'), file).not.toMatch(
        /(?<![#.\w])say\(|\btemplate:|\bsay as\b/,
      );
  });

  it('are collected as `say` writes them', () => {
    const source =
      'const a = say`${1} of ${2} “duties”\\n`; f({ b: say`All`, c: [say`${say`in`.template}!`] });';
    expect(templatesIn(source, 'a.ts').map(({ text }) => text)).toEqual(
      [say`${1} of ${2} “duties”\n`, say`All`, say`${0}!`, say`in`].map(({ template }) => template),
    );
    expect(templatesIn("l10n.t('Show {0}', 1); t('no'); other`no`", 'b.ts')).toEqual([
      { file: 'b.ts', text: 'Show {0}', line: 1 },
    ]);
    expect(() => templatesIn('l10n.t(text)', 'c.ts')).toThrow('written out');
  });
});
