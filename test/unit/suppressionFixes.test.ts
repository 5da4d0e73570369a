import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Analysis,
  applyEdits,
  createPostingLens,
  type Finding,
  fixed,
  fixKinds,
  formatByPath,
  type FormatId,
  rules,
  suppressFile,
  type Suppressing,
  suppressLine,
} from '../../shared/index.ts';
import { readMarks } from '../support/marks.ts';
import { mislabeled } from '../support/mislabeled.ts';
import { formatOf } from '../support/postings.ts';
import { plainManner, reference, renderings } from '../support/renderings.ts';

const lens = createPostingLens();

interface Sample {
  readonly name: string;
  readonly id: FormatId;
  readonly source: string;
}

const folder = path.resolve(import.meta.dirname, '../../shared/rules');
const fixtures: readonly Sample[] = rules.flatMap(({ id }) =>
  readdirSync(path.join(folder, id, 'fixtures'))
    .filter((file) => !file.includes('.fixed.'))
    .flatMap((file) => {
      const source = readMarks(readFileSync(path.join(folder, id, 'fixtures', file), 'utf8')).text;
      const format = formatByPath(file);
      return format === undefined ? [] : [{ name: `${id}/${file}`, id: format.id, source }];
    }),
);
const rendered: readonly Sample[] = [
  plainManner,
  { ...plainManner, entities: 9, escapes: 7, bold: 3, crlf: true, bom: true },
].flatMap((manner) =>
  renderings(reference, manner).map(({ name, format, source }) => ({
    name: `${name}${manner.crlf ? ', written otherwise' : ''}`,
    id: format,
    source,
  })),
);
const minified: readonly Sample[] = rendered
  .filter(({ id, name }) => id === 'html' && !name.includes('otherwise'))
  .map(({ name, id, source }) => ({
    name: `${name}, minified`,
    id,
    source: source.replace(/\n\s*/g, ' ').replace(/> </g, '><'),
  }));
const samples: readonly Sample[] = [
  ...fixtures,
  ...rendered,
  ...minified,
  { name: 'loose lists', id: 'markdown', source: mislabeled({}).replace(/\n- /g, '\n\n- ') },
  { name: 'numbered lists', id: 'markdown', source: mislabeled({}).replace(/\n- /g, '\n1. ') },
  { name: 'in a quote', id: 'markdown', source: mislabeled({}).replace(/^/gm, '> ') },
];

const findingsOf = ({ judged }: Analysis): Finding[] => judged.flatMap(({ findings }) => findings);
const verdicts = ({ judged }: Analysis): unknown[] =>
  judged.map(({ judgement }) => [judgement.verdict, judgement.score]);
const count = (findings: readonly Finding[], rule: string): number =>
  findings.filter((each) => each.rule === rule).length;

/** What a suppression must keep to. */
function expectCured({ id, source }: Sample, before: Analysis, finding: Finding, made: Suppressing): void {
  const text = applyEdits(source, made.edits);
  const after = lens.analyze(text, formatOf(id));
  expect(verdicts(after)).toEqual(verdicts(before));
  expect(count(findingsOf(after), finding.rule)).toBeLessThan(count(findingsOf(before), finding.rule));
  expect(count(findingsOf(after), 'unused-suppression')).toBeLessThanOrEqual(
    count(findingsOf(before), 'unused-suppression'),
  );
  const hidden = finding.related.map(({ message }) => message);
  const known = findingsOf(before).map(({ rule, message }) => `${rule} ${message}`);
  const fresh = findingsOf(after).filter(
    ({ rule, message }) => !known.includes(`${rule} ${message}`) && !hidden.includes(message),
  );
  expect(fresh).toEqual([]);
  if (made.reason !== null) expect(text.slice(made.reason.start, made.reason.end)).toBe('reason');
}

describe.each(samples)('$name', (sample) => {
  const { id, source } = sample;
  const format = formatOf(id);
  const before = lens.analyze(source, format);
  const all = findingsOf(before);

  it('can be suppressed in the file, and nothing else changes', () => {
    for (const finding of all) {
      const made = suppressFile(source, format, finding);
      if (id === 'json') expect(made).toBeNull();
      else if (made === null) throw new Error(`${finding.rule} cannot be suppressed.`);
      else expectCured(sample, before, finding, made);
    }
  });

  it('can be suppressed on the line, and nothing else changes', () => {
    for (const finding of all) {
      const made = suppressLine(source, format, finding);
      const never = id === 'json' || finding.rule === 'unused-suppression' || sample.name.startsWith('YAML');
      if (made === null) expect(never, `${finding.rule} cannot be suppressed`).toBe(true);
      else expectCured(sample, before, finding, made);
    }
  });

  it('is as it was when the comments are removed as unused', () => {
    if (format.comments === undefined) return;
    for (const finding of all) {
      const made = suppressLine(source, format, finding);
      if (made === null || made.reason === null) continue;
      const text = applyEdits(source, made.edits).replace(
        `posting-lens-disable-next-line ${finding.rule}`,
        'posting-lens-disable-next-line x-0',
      );
      const unused = findingsOf(lens.analyze(text, format)).find(({ span }) =>
        text.slice(span.start, span.end).includes('x-0'),
      );
      // What stood in a line of its own before a tag keeps the line break.
      const shape = (text: string): string =>
        sample.name.endsWith('minified') ? text.replace(/\s+(?=<)/g, '') : text;
      expect(shape(applyEdits(text, unused?.fixes[0]?.edits ?? []))).toBe(shape(source));
    }
  });
});

describe('a comment that is there already', () => {
  it('takes the name of another rule', () => {
    for (const [written, expected] of [
      ['disable-next-line two-jobs -- agreed', 'disable-next-line two-jobs, title-mismatch -- agreed'],
      ['disable-next-line two-jobs other-field', 'disable-next-line two-jobs other-field title-mismatch'],
      ['disable-file two-jobs, other-field', 'disable-file two-jobs, other-field, title-mismatch'],
      // The last two names show how they are set apart.
      ['disable-file two-jobs, other-field x-1', 'disable-file two-jobs, other-field x-1 title-mismatch'],
      ['disable-file two-jobs other-field, x-1', 'disable-file two-jobs other-field, x-1, title-mismatch'],
    ] as const) {
      const source = mislabeled({ top: `<!-- posting-lens-${written} -->\n` });
      const analysis = lens.analyze(source, formatOf('markdown'));
      const finding = findingsOf(analysis).find(({ rule }) => rule === 'title-mismatch');
      if (finding === undefined) throw new Error('Nothing was found.');
      const made = written.includes('file')
        ? suppressFile(source, formatOf('markdown'), finding)
        : suppressLine(source, formatOf('markdown'), finding);
      expect(applyEdits(source, made?.edits ?? [])).toBe(
        mislabeled({ top: `<!-- posting-lens-${expected} -->\n` }),
      );
      expect(made?.reason).toBeNull();
    }
  });
});

describe('a comment of another kind or place', () => {
  it.each([
    ['for the file', '<!-- posting-lens-disable-file two-jobs -->\n\n'],
    ['from here on', '<!-- posting-lens-disable two-jobs -->\n\n'],
    ['for another line', '<!-- posting-lens-disable-next-line two-jobs -->\nTea for all.\n\n'],
  ])('gets no name more: %s', (_, top) => {
    const source = mislabeled({ top });
    const finding = findingsOf(lens.analyze(source, formatOf('markdown'))).find(
      ({ rule }) => rule === 'title-mismatch',
    );
    if (finding === undefined) throw new Error('Nothing was found.');
    const after = applyEdits(source, suppressLine(source, formatOf('markdown'), finding)?.edits ?? []);
    const comment = '<!-- posting-lens-disable-next-line title-mismatch -- reason -->\n';
    expect(after).toBe(mislabeled({ top: `${top}${comment}` }));
  });
});

describe('a comment that is removed', () => {
  it.each([
    ['A\n\n<!-- posting-lens-enable -->\n\nB', 'A\n\nB'],
    ['A\n<!-- posting-lens-enable -->\nB', 'A\n\nB'],
    ['A\r\n\r\n<!-- posting-lens-enable -->\r\nB', 'A\r\n\r\nB'],
    ['- A\n  <!-- posting-lens-enable -->\n- B', '- A\n- B'],
    ['A <!-- posting-lens-enable --> B', 'A B'],
    ['A <!-- posting-lens-enable -->\nB', 'A\nB'],
    ['A\n\n<!-- posting-lens-enable -->', 'A\n\n'],
    ['A\n\n<!-- posting-lens-enable title-mismatch, two-jobs -->\n\nB', 'A\n\nB'],
  ])('leaves no trace: %j', (comment, expected) => {
    const place = (text: string): string => `${mislabeled({})}\n${text}`;
    const source = place(comment);
    const unused = findingsOf(lens.analyze(source, formatOf('markdown'))).find(
      ({ rule }) => rule === 'unused-suppression',
    );
    expect(unused?.fixes[0]).toMatchObject({ safe: true, preferred: true });
    expect(applyEdits(source, unused?.fixes[0]?.edits ?? [])).toBe(place(expected));
  });

  it('loses several names at once', () => {
    const names = ['title-mismatch', 'two-jobs', 'x-1', 'x-2', 'other-field'];
    for (let kept = 0; kept < names.length; kept++) {
      const list = names.map((name, index) =>
        index === kept ? 'title-mismatch' : name === 'title-mismatch' ? 'x-3' : name,
      );
      const source = mislabeled({
        top: `<!-- posting-lens-disable-next-line ${list.join(', ')} -- so -->\n`,
      });
      const edits = findingsOf(lens.analyze(source, formatOf('markdown'))).flatMap(({ fixes, rule }) =>
        rule === 'unused-suppression' ? (fixes[0]?.edits ?? []) : [],
      );
      expect(edits).toHaveLength(names.length - 1);
      expect(applyEdits(source, edits)).toBe(
        mislabeled({ top: '<!-- posting-lens-disable-next-line title-mismatch -- so -->\n' }),
      );
    }
  });
});

describe('a rule whose name is misspelt in a comment', () => {
  const format = formatOf('markdown');
  const analyze = (text: string): Analysis => lens.analyze(text, format);
  const comment = (words: string): string => mislabeled({ top: `<!-- posting-lens-${words} -->\n` });
  const fixesIn = (source: string): [string, boolean, boolean][] =>
    findingsOf(analyze(source)).flatMap(({ rule, fixes }) =>
      rule === 'unused-suppression'
        ? fixes.map(
            (fix) => [applyEdits(source, fix.edits), fix.safe, fix.preferred] as [string, boolean, boolean],
          )
        : [],
    );

  it.each([
    ['disable-next-line titel-mismatch -- agreed', 'disable-next-line title-mismatch -- agreed'],
    ['disable-file titel-mismatch', 'disable-file title-mismatch'],
    ['disable Title-Mismatch, two-jobs', 'disable title-mismatch, two-jobs'],
    ['disable-next-line titel-mismatch x-1', 'disable-next-line title-mismatch x-1'],
    [
      'disable-file titel-mismatch, audience-called-comunity',
      'disable-file title-mismatch, audience-called-community',
    ],
  ])('is spelt right rather than removed: %s', (written, expected) => {
    const source = comment(written);
    const [spelling, removal] = fixesIn(source);
    expect(spelling).toEqual([comment(expected), false, true]);
    expect(removal?.slice(1)).toEqual([false, false]);
    expect(findingsOf(analyze(comment(expected))).map(({ rule }) => rule)).not.toContain('title-mismatch');
  });

  it.each(['disable-next-line two-jobz', 'enable titel-mismatch', 'disable-next-line agreed'])(
    'is only removed where the right one finds nothing, and never without a look: %s',
    (written) => {
      expect(fixesIn(comment(written)).map(([, ...flags]) => flags)).toContainEqual([false, true]);
    },
  );

  it('stays where a name beside it goes', () => {
    const source = comment('disable two-jobs, titel-mismatch');
    expect(fixed(analyze(source), 'safe', analyze).source).toBe(comment('disable titel-mismatch'));
  });

  it('keeps comment and title from what is fixed without a look', () => {
    const source = comment('disable-next-line titel-mismatch -- agreed');
    for (const kind of fixKinds) expect(fixed(analyze(source), kind, analyze).source).toBe(source);
    expect(fixed(analyze(mislabeled({})), 'titles', analyze).source).not.toBe(mislabeled({}));
    expect(fixed(analyze(comment('disable-next-line two-jobs')), 'safe', analyze).source).toBe(
      mislabeled({}),
    );
  });
});
