import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { extendTaxonomy } from '../../shared/judgement/extendTaxonomy.ts';
import { beginsWithOurs, indexOf, matchesIn, writtenPatterns } from '../../shared/judgement/taxonomyIndex.ts';
import { translatedTaxonomy } from '../../shared/taxonomy/translated.ts';
import { taxonomy } from '../../shared/taxonomy/index.ts';

const samples = path.resolve(import.meta.dirname, '../samples');
const lines = readdirSync(samples).flatMap((name) =>
  readFileSync(path.join(samples, name), 'utf8').split('\n'),
);
const written = writtenPatterns();
const own = extendTaxonomy(taxonomy, {
  phrases: { moderation: ['chase laggards', 'community manager'] },
  tools: { [taxonomy.roles[0].id]: ['Circle'] },
}).taxonomy;

describe('patterns that a program brings along', () => {
  it.each([
    ['our taxonomy', taxonomy],
    ['ours with own words', own],
  ])('find in %s what patterns find that are read', (_, each) => {
    const texts = [...lines, 'Chase laggards in Circle.'];
    const read = { index: indexOf(each, null) };
    const brought = { index: indexOf(each, written) };
    const found = texts.map((text) => matchesIn(text, brought));
    expect(found).toEqual(texts.map((text) => matchesIn(text, read)));
    expect(found.flatMap(({ signals }) => signals).length).toBeGreaterThan(100);
  });

  it('survive JSON', () => {
    expect(JSON.parse(JSON.stringify(written))).toEqual(written);
  });

  it('hold for our taxonomy in any language, and with own words', () => {
    const texts = Object.fromEntries(taxonomy.telltales.map(({ name }) => [name, `${name} auf Deutsch`]));
    for (const each of [taxonomy, own, translatedTaxonomy(taxonomy, texts)])
      expect(beginsWithOurs(each)).toBe(true);
  });

  it('hold for no other', () => {
    const [misnomer] = taxonomy.misnomers;
    for (const change of [
      { vocabulary: {} },
      { masks: [] },
      { signals: taxonomy.signals.slice(1) },
      { fields: [] },
      { telltales: taxonomy.telltales.toReversed() },
      { misnomers: [{ ...misnomer, patterns: [] }] },
      { misnomers: [{ ...misnomer, hints: [] }] },
      { misnomers: [{ ...misnomer, exceptions: [] }] },
    ])
      expect(beginsWithOurs({ ...taxonomy, ...change } as typeof taxonomy)).toBe(false);
  });
});
