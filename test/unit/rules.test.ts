import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  checkConfiguration,
  createPostingLens,
  type Finding,
  type FormatId,
  rules,
} from '../../shared/index.ts';
import { configurationFixtures, fixtures, rulesFolder } from '../support/fixtures.ts';
import { type Expected, readMarks } from '../support/marks.ts';
import { formatOf } from '../support/postings.ts';

const lens = createPostingLens();
function findingsIn(text: string, format: FormatId): readonly Finding[] {
  const { judged, failures } = lens.analyze(text, formatOf(format));
  // A rule that throws finds nothing, and so does one that has nothing to say.
  expect(failures).toEqual([]);
  return judged.flatMap(({ findings }) => findings);
}

const places = (findings: readonly Finding[]): Expected[] =>
  findings
    .map((finding) => ({ rule: finding.rule, start: finding.span.start, end: finding.span.end }))
    .sort((a, b) => a.start - b.start || a.rule.localeCompare(b.rule));

/** The same posting as other machines and word processors write it. */
const variants: readonly (readonly [string, (marked: string) => string])[] = [
  ['as it is', (text) => text],
  ['with CRLF', (text) => text.replace(/\n/g, '\r\n')],
  ['with a byte order mark', (text) => `\uFEFF${text}`],
  [
    'with astral characters',
    (text) => text.replace(/Responsibilities|What you will do|Your duties/, '$& 🪐𝒜'),
  ],
];

const named = <Each extends { readonly file: string }>(all: readonly Each[]): [string, Each][] =>
  all.map((each) => [path.relative(rulesFolder, each.file), each]);

describe.each(named(fixtures))('%s', (_file, { format, marked }) => {
  it.each(variants)('brings just the findings that are marked, %s', (_, vary) => {
    const { text, expected } = readMarks(vary(marked));
    expect(places(findingsIn(text, format))).toEqual(expected);
  });
});

describe.each(named(configurationFixtures))('%s', (_file, { file, marked }) => {
  it.each(variants)('brings just the findings that are marked, %s', (_, vary) => {
    const { text, expected } = readMarks(vary(marked));
    expect(places(checkConfiguration(text))).toEqual(expected);
  });

  it('has fixes that cure, and change nothing the second time', () => {
    const { text } = readMarks(marked);
    const before = checkConfiguration(text);
    for (const fix of before.flatMap(({ fixes }) => fixes)) {
      const after = checkConfiguration(applyEdits(text, fix.edits));
      expect(after.length, fix.title).toBeLessThan(before.length);
      expect(
        after.flatMap(({ fixes }) => fixes.map(({ title }) => title)),
        fix.title,
      ).not.toContain(fix.title);
    }
  });

  const fixed = file.replace(/\.(posting-lens\.json)$/, '.fixed.$1');
  it.skipIf(!existsSync(fixed))('reads as expected when its first fix is applied', () => {
    const { text } = readMarks(marked);
    const [fix] = checkConfiguration(text).flatMap(({ fixes }) => fixes);
    expect(applyEdits(text, fix?.edits ?? [])).toBe(readFileSync(fixed, 'utf8'));
  });
});

describe('rules', () => {
  it('each have a page and at least one fixture that fires', () => {
    for (const { id, says } of rules) {
      const page = readFileSync(path.join(rulesFolder, id, 'rule.md'), 'utf8');
      expect(page.startsWith(`# ${id}\n\n${says}`), id).toBe(true);
      expect(
        [...fixtures, ...configurationFixtures].some(
          ({ rule, marked }) => rule === id && marked.includes(`[[${id}|`),
        ),
        id,
      ).toBe(true);
    }
  });
});
