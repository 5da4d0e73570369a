import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPostingLens, formatByPath, type Taxonomy } from '../../shared/index.ts';
import { lensOf } from '../../shared/judgement/lens.ts';
import { forgetful } from '../../shared/posting/memory.ts';
import { telltalesOf } from '../../shared/rules/telltales.ts';
import { otherRole, taxonomy, type Telltale } from '../../shared/taxonomy/index.ts';
import { readMarks } from '../support/marks.ts';
import { formatOf } from '../support/postings.ts';

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

const [role, other] = taxonomy.roles;
const telling = (id: string, pattern: string, more: Partial<Telltale> = {}): Telltale => ({
  ...{ id, kind: 'tool', role: role.id, name: id, sure: true, patterns: [pattern] },
  ...more,
});

/** What is spotted in a duty: the id of each telltale with its words. */
function spotted(duty: string, given: readonly Telltale[], masks: readonly string[] = []): string[] {
  const own = { ...taxonomy, telltales: given, masks };
  const source = `# Job\n\n## Duties\n\n- ${duty}\n`;
  const [judged] = createPostingLens(own).analyze(source, formatOf('markdown'), { always: true }).judged;
  if (judged === undefined) throw new Error('Nothing was judged.');
  const context = { ...judged, source, lens: lensOf(own), alone: true, options: {}, memory: forgetful };
  return telltalesOf(context, 'tool').map(({ telltale, phrase, span }) => {
    expect(source.slice(span.start, span.end)).toBe(phrase);
    return `${telltale.id}: ${phrase}`;
  });
}

describe('of telltales in one duty', () => {
  const fern = telling('fern', 'fern');
  const pot = telling('pot', 'pot');

  it('each is told once, by its longest words, in the order of the text', () => {
    expect(spotted('Water the pot and the fern', [fern, pot])).toEqual(['pot: pot', 'fern: fern']);
    const long = telling('fern', 'fern ?house', { patterns: ['fern', 'big fern house', 'fern house'] });
    expect(spotted('Sweep the big fern house', [long])).toEqual(['fern: big fern house']);
    expect(spotted('Sell fern, fern', [fern])).toEqual(['fern: fern', 'fern: fern']);
    expect(spotted('Sell fern fern', [fern])).toEqual(['fern: fern', 'fern: fern']);
  });

  it('an unsure one says nothing where a sure one of its role and kind says more', () => {
    const house = telling('house', 'fern house');
    const unsure = (more: Partial<Telltale> = {}) => telling('unsure', 'fern', { sure: false, ...more });
    expect(spotted('Sweep the fern house', [house, unsure()])).toEqual(['house: fern house']);
    expect(spotted('Sweep the fern house', [house, unsure({ role: other.id })])).toHaveLength(2);
    expect(spotted('Sweep the fern house', [house, unsure({ sure: true })])).toHaveLength(2);
    expect(spotted('Sweep the fern house, and one fern', [house, unsure()])).toHaveLength(2);
    const metric = { ...house, kind: 'metric' as const };
    expect(spotted('Sweep the fern house', [metric, unsure()])).toEqual(['unsure: fern']);
  });

  it('those about colleagues are passed over, and no others', () => {
    const mask = ['with the pot fern team'];
    expect(spotted('Work with the pot fern team', [fern, pot], mask)).toEqual([]);
    expect(spotted('Sell pot with the pot fern team', [pot], mask)).toEqual(['pot: pot']);
    expect(spotted('Work with the pot fern team fern', [fern], mask)).toEqual(['fern: fern']);
    expect(spotted('Pot with the pot', [pot], ['pot with'])).toEqual(['pot: pot']);
  });

  it('those that are denied are passed over', () => {
    expect(spotted('Use the fern, not the pot', [fern, pot])).toEqual(['fern: fern']);
    expect(spotted('You don’t water a pot', [pot])).toEqual([]);
    expect(spotted('Note the pot', [pot])).toEqual(['pot: pot']);
  });
});
