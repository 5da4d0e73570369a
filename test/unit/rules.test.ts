import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPostingLens, type Finding, type FormatId, rules } from '../../shared/index.ts';
import { fixtures, rulesFolder } from '../support/fixtures.ts';
import { type Expected, readMarks } from '../support/marks.ts';
import { formatOf } from '../support/postings.ts';

const lens = createPostingLens();
function findingsIn(text: string, format: FormatId): readonly Finding[] {
  return lens.analyze(text, formatOf(format)).judged.flatMap((judged) => judged.findings);
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

describe.each(fixtures)('$file', ({ format, marked }) => {
  it.each(variants)('brings just the findings that are marked, %s', (_, vary) => {
    const { text, expected } = readMarks(vary(marked));
    expect(places(findingsIn(text, format))).toEqual(expected);
  });
});

describe('rules', () => {
  it('each have a page and at least one fixture that fires', () => {
    for (const { id, says } of rules) {
      const page = readFileSync(path.join(rulesFolder, id, 'rule.md'), 'utf8');
      expect(page.startsWith(`# ${id}\n\n${says}`), id).toBe(true);
      expect(
        fixtures.some(({ rule, marked }) => rule === id && marked.includes(`[[${id}|`)),
        id,
      ).toBe(true);
    }
  });
});
