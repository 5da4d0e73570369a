import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPostingLens, formatByPath, type Taxonomy } from '../../shared/index.ts';
import { otherRole, taxonomy } from '../../shared/taxonomy/index.ts';
import { readMarks } from '../support/marks.ts';

const rules = ['context-mismatch', 'metric-mismatch', 'tool-mismatch'];
const telltales = taxonomy.telltales;

/** What is found in a fixture by the rules about numbers, tools and markets. */
function found(fixture: string, by: Taxonomy): string[] {
  const file = path.resolve(import.meta.dirname, '../../shared/rules', fixture);
  const format = formatByPath(file);
  if (format === undefined) throw new Error(`No format reads ${file}.`);
  const { text } = readMarks(readFileSync(file, 'utf8'));
  return createPostingLens(by)
    .analyze(text, format)
    .judged.flatMap(({ findings }) => findings.map(({ rule }) => rule))
    .filter((rule) => rules.includes(rule));
}

const positive = [
  'metric-mismatch/fixtures/audience-numbers.md',
  'metric-mismatch/fixtures/member-numbers.txt',
  'tool-mismatch/fixtures/suite.md',
  'tool-mismatch/fixtures/platform.json',
  'context-mismatch/fixtures/simple-market.md',
  'context-mismatch/fixtures/complex-market.txt',
];

describe('telltales', () => {
  it('have ids of their own, a role of the pair, and both sure and unsure ones on each side', () => {
    expect(new Set(telltales.map(({ id }) => id)).size).toBe(telltales.length);
    for (const kind of ['metric', 'tool', 'market'] as const)
      for (const { id } of taxonomy.roles) {
        const own = telltales.filter((each) => each.kind === kind && each.role === id);
        expect(new Set(own.map(({ sure }) => sure)), `${kind} of ${id}`).toEqual(new Set([true, false]));
      }
  });

  it.each(positive)('decide alone whether a rule speaks: %s', (fixture) => {
    const [rule = ''] = fixture.split('/');
    expect(found(fixture, taxonomy)).toEqual([rule]);
    expect(found(fixture, { ...taxonomy, telltales: [] })).toEqual([]);
    const exchanged = telltales.map((each) => ({ ...each, role: otherRole(taxonomy, each.role).id }));
    expect(found(fixture, { ...taxonomy, telltales: exchanged })).toEqual([]);
  });

  it('may be given for one role only', () => {
    const [first] = taxonomy.roles;
    const oneSided = { ...taxonomy, telltales: telltales.filter(({ role }) => role === first.id) };
    expect(found('metric-mismatch/fixtures/audience-numbers.md', oneSided)).toEqual(['metric-mismatch']);
    expect(found('tool-mismatch/fixtures/suite.md', oneSided)).toEqual(['tool-mismatch']);
  });
});
