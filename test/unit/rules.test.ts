import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  checkConfiguration,
  configurationFileName,
  createPostingLens,
  type Finding,
  formatByPath,
  rules,
} from '../../shared/index.ts';
import { type Expected, readMarks } from '../support/marks.ts';

const lens = createPostingLens();
const folder = path.resolve(import.meta.dirname, '../../shared/rules');
const fixtures = rules.flatMap(({ id }) =>
  readdirSync(path.join(folder, id, 'fixtures'))
    .filter((file) => !file.includes('.fixed.'))
    .map((file) => path.join(folder, id, 'fixtures', file)),
);

function findingsIn(text: string, file: string): readonly Finding[] {
  if (file.endsWith(configurationFileName)) return checkConfiguration(text);
  const format = formatByPath(file);
  if (format === undefined) throw new Error(`No format reads ${file}.`);
  return lens.analyze(text, format).judged.flatMap((judged) => judged.findings);
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

describe.each(fixtures)('%s', (file) => {
  const source = readFileSync(file, 'utf8');
  it.each(variants)('brings just the findings that are marked, %s', (_, vary) => {
    const { text, expected } = readMarks(vary(source));
    expect(places(findingsIn(text, file))).toEqual(expected);
  });

  it('has fixes that cure, bring nothing new, and change nothing the second time', () => {
    const { text } = readMarks(source);
    const before = findingsIn(text, file);
    for (const finding of before) {
      for (const fix of finding.fixes) {
        const after = applyEdits(text, fix.edits);
        const left = findingsIn(after, file);
        const count = (findings: readonly Finding[]): number =>
          findings.filter(({ rule }) => rule === finding.rule).length;
        expect(count(left), `${fix.title} leaves ${finding.rule}`).toBeLessThan(count(before));
        expect(left.filter(({ severity }) => severity === 'warning').length).toBeLessThanOrEqual(
          before.filter((each) => each.severity === 'warning' && each !== finding).length,
        );
        expect(left.flatMap((each) => each.fixes.map(({ title }) => title))).not.toContain(
          finding.rule === 'title-mismatch' ? fix.title : undefined,
        );
      }
    }
  });

  const fixed = file.replace(/\.((?:posting-lens\.)?\w+)$/, '.fixed.$1');
  it.skipIf(!existsSync(fixed))('reads as expected when its first fix is applied', () => {
    const { text } = readMarks(source);
    const [fix] = findingsIn(text, file).flatMap((finding) => finding.fixes);
    expect(applyEdits(text, fix?.edits ?? [])).toBe(readFileSync(fixed, 'utf8'));
  });
});

describe('rules', () => {
  it('each have a page and at least one fixture that fires', () => {
    for (const { id, says } of rules) {
      const page = readFileSync(path.join(folder, id, 'rule.md'), 'utf8');
      expect(page.startsWith(`# ${id}\n\n${says}`), id).toBe(true);
      const texts = fixtures
        .filter((file) => file.includes(`/${id}/`))
        .map((file) => readFileSync(file, 'utf8'));
      expect(
        texts.some((text) => text.includes(`[[${id}|`)),
        id,
      ).toBe(true);
    }
  });
});
