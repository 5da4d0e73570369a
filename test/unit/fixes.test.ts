import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits, createPostingLens } from '../../shared/index.ts';
import { fixtures } from '../support/fixtures.ts';
import { checkFixes, documentsAfter } from '../support/fixGuarantee.ts';
import { readMarks } from '../support/marks.ts';
import { formatOf } from '../support/postings.ts';
import {
  type ListStyle,
  type Manner,
  type Model,
  modelOf,
  plainManner,
  renderings,
} from '../support/renderings.ts';

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

/** What such findings are about is lost when a posting is written anew. */
const lost: Readonly<Record<string, string>> = {
  'title-conflict': 'a model has one title',
  'unused-suppression': 'a model has no comments',
};

interface Subject {
  readonly rule: string;
  readonly name: string;
  readonly model: Model;
}

/** The postings of fixtures that have one, and a finding with fixes. */
const subjects = texts.flatMap(({ rule, file, format, source }): Subject[] => {
  const [only, ...others] = lens.analyze(source, formatOf(format)).judged;
  const fixed = only?.findings.filter((finding) => finding.fixes.length > 0 && !(finding.rule in lost)) ?? [];
  if (only === undefined || others.length > 0 || fixed.length === 0) return [];
  return [{ rule, name: file.split('/').slice(-3).join('/'), model: modelOf(only.posting) }];
});

describe('in every format', () => {
  it.each(subjects)('$name: fixes keep the guarantee, and are offered', ({ model }) => {
    const offered = renderings(model).map(({ source, format, name }) => {
      const { fixes, faults } = checkFixes(source, format, true);
      expect(faults, name).toEqual([]);
      return { name, fixes: new Set(fixes.map(({ rule, title }) => `${rule}: ${title}`)) };
    });
    const [first] = offered;
    expect(first?.fixes.size).toBeGreaterThan(0);
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
      fc.property(fc.constantFrom(...subjects), manner, ({ model }, way) => {
        for (const { source, format, name } of renderings(model, way))
          expect(checkFixes(source, format, true).faults, name).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a split', () => {
  const both = subjects.filter(({ rule }) => rule === 'two-jobs');
  it.each(both)('$name: makes two postings, each judged what its title says', ({ model }) => {
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
