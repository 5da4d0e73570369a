import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits, createPostingLens, type Posting } from '../../shared/index.ts';
import { fixtures } from '../support/fixtures.ts';
import { checkFixes, documentsAfter } from '../support/fixGuarantee.ts';
import { readMarks } from '../support/marks.ts';
import { formatOf } from '../support/postings.ts';
import { type ListStyle, type Manner, modelOf, plainManner, renderings } from '../support/renderings.ts';

const lens = createPostingLens();
const texts = fixtures.map(({ rule, file, format, marked }) => ({
  rule,
  file,
  format,
  source: readMarks(marked).text,
}));

/** The same posting as other machines write it. */
const machines: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['with CRLF', (text) => text.replace(/\n/g, '\r\n')],
  ['with a byte order mark', (text) => `\uFEFF${text}`],
];

describe.each(texts)('$file', ({ file, format, source }) => {
  it.each(machines)('has fixes that keep the guarantee, %s', (_, vary) => {
    expect(checkFixes(vary(source), format).faults).toEqual([]);
  });

  const fixed = file.replace(/\.(\w+)$/, '.fixed.$1');
  it.skipIf(!existsSync(fixed))('reads as expected when its first fix is applied', () => {
    const [fix] = lens
      .analyze(source, formatOf(format))
      .judged.flatMap(({ findings }) => findings.flatMap(({ fixes }) => fixes));
    expect(applyEdits(source, fix?.edits ?? [])).toBe(readFileSync(fixed, 'utf8'));
    const other = file.replace(/\.(\w+)$/, '.fixed.new.$1');
    if (existsSync(other)) expect(fix?.creates?.[0]?.text).toBe(readFileSync(other, 'utf8'));
  });
});

const styles: readonly ListStyle[] = ['bullets', 'numbers', 'loose', 'tabs', 'minified'];

/** The one posting of a fixture whose findings have fixes. */
const subjects = texts.flatMap(
  ({ rule, file, format, source }): { rule: string; name: string; posting: Posting }[] => {
    const { judged } = lens.analyze(source, formatOf(format));
    const [only, ...others] = judged;
    const isSubject =
      only !== undefined && others.length === 0 && only.findings.some(({ fixes }) => fixes.length > 0);
    return isSubject ? [{ rule, name: file.split('/').slice(-3).join('/'), posting: only.posting }] : [];
  },
);

describe('in every format', () => {
  it.each(subjects)('$name: fixes keep the guarantee, and are offered', ({ posting }) => {
    const model = modelOf(posting);
    const offered = renderings(model).map(({ source, format, name }) => {
      const { fixes, faults } = checkFixes(source, format, true);
      expect(faults, name).toEqual([]);
      return { name, fixes };
    });
    const [first] = offered;
    expect(first?.fixes.length).toBeGreaterThan(0);
    for (const { name, fixes } of offered) expect(fixes, name).toEqual(first?.fixes);
  });

  it('whatever way it is written', () => {
    const manner: fc.Arbitrary<Manner> = fc.record({
      entities: fc.constantFrom(0, 0, 1, 3),
      escapes: fc.constantFrom(0, 0, 1, 3),
      bold: fc.constantFrom(0, 2, 3),
      crlf: fc.boolean(),
      bom: fc.boolean(),
      list: fc.constantFrom(...styles),
    });
    fc.assert(
      fc.property(fc.constantFrom(...subjects), manner, ({ posting }, way) => {
        for (const { source, format, name } of renderings(modelOf(posting), way))
          expect(checkFixes(source, format, true).faults, name).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a split', () => {
  const both = subjects.filter(({ rule }) => rule === 'two-jobs');
  it.each(both)('$name: makes two postings, each judged what its title says', ({ posting }) => {
    const model = modelOf(posting);
    for (const { source, format, name } of renderings(model, plainManner)) {
      const options = { always: true };
      const [before] = lens.analyze(source, formatOf(format), options).judged;
      const fix = before?.findings.find(({ rule }) => rule === 'two-jobs')?.fixes[0];
      const after = fix === undefined ? [] : documentsAfter(source, fix);
      const roles = after.map((text) => {
        const { judged } = lens.analyze(text, formatOf(format), options);
        return judged.map((each) => [each.posting.title?.reading.role, each.judgement.verdict.role]);
      });
      const [own, other] = roles;
      expect([own?.[0]?.[0], other?.[0]?.[0]].sort(), name).toEqual(
        lens.taxonomy.roles.map(({ id }) => id).sort(),
      );
      for (const [title, verdict] of roles.flat()) expect(title, name).toBe(verdict);
      // What is no duty of either role stands in both.
      const kept = (before?.judgement.statements ?? [])
        .filter(({ side }) => !lens.taxonomy.roles.some(({ id }) => id === side))
        .map(({ statement }) => statement.content.text);
      for (const text of after) {
        const [half] = lens.analyze(text, formatOf(format), options).judged;
        const said = half?.posting.statements.map(({ content }) => content.text) ?? [];
        for (const words of kept.filter((each) => !each.includes(model.title)))
          expect(said, name).toContain(words);
      }
      expect(
        fix?.creates?.map(({ suffix }) => suffix),
        name,
      ).toEqual(other?.map(([title]) => title));
    }
  });
});
