import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Action,
  actionsAt,
  allSafeEdits,
  type Analysis,
  applyEdits,
  type Configuration,
  createPostingLens,
  defaults,
  fixed,
  type FormatId,
  retitlings,
  safeEdits,
  titleEdits,
} from '../../shared/index.ts';
import { subjects } from '../support/edits.ts';
import { formatOf } from '../support/postings.ts';
import { reference, renderings } from '../support/renderings.ts';

const lens = createPostingLens();
const mislabeled = readFileSync(
  path.resolve(import.meta.dirname, '../fixtures/postings/mislabeled.md'),
  'utf8',
);

const analysisOf = (
  source: string,
  format: FormatId = 'markdown',
  configuration: Configuration = defaults,
): Analysis => lens.analyze(source, formatOf(format), { configuration });

const findingsOf = (analysis: Analysis) => analysis.judged.flatMap(({ findings }) => findings);

function actionsFor(
  source: string,
  format: FormatId = 'markdown',
  configuration: Configuration = defaults,
): Action[] {
  const analysis = analysisOf(source, format, configuration);
  const span = findingsOf(analysis)[0]?.span ?? { start: 0, end: 0 };
  return actionsAt(analysis, span, { fileName: 'community-manager.md' });
}

describe('the actions at a finding', () => {
  it('come in the order of a menu: what cures first, what only quiets last', () => {
    expect(actionsFor(mislabeled).map(({ title }) => title)).toEqual([
      'Change the title to “Senior Social Media Manager (m/f/d)”',
      'Change the title and rename the file to “social-media-manager.md”',
      'Ignore title-mismatch on this line',
      'Ignore title-mismatch in this file',
      'Set title-mismatch to “information” in .posting-lens.json',
      'Set title-mismatch to “error” in .posting-lens.json',
      'Turn title-mismatch off in .posting-lens.json',
    ]);
  });

  it.each([
    ['error', ['warning', 'off']],
    ['information', ['hint', 'warning', 'off']],
    ['hint', ['information', 'off']],
  ] as const)('offer other levels than “%s”', (severity, expected) => {
    const actions = actionsFor(mislabeled, 'markdown', {
      ...defaults,
      rules: { 'title-mismatch': { severity } },
    });
    expect(actions.flatMap(({ setting }) => setting?.level ?? [])).toEqual(expected);
  });

  it('are there for a caret at either end of the finding, and nowhere else', () => {
    const analysis = analysisOf(mislabeled);
    const span = findingsOf(analysis)[0]?.span ?? { start: 0, end: 0 };
    const at = (offset: number) => actionsAt(analysis, { start: offset, end: offset }).length > 0;
    expect([span.start - 1, span.start, span.end, span.end + 1].map(at)).toEqual([false, true, true, false]);
  });

  it('quiet the finding by a comment with a place for the reason, in every format that has comments', () => {
    for (const { name, format, source } of renderings(reference)) {
      const analysis = analysisOf(source, format);
      for (const finding of findingsOf(analysis)) {
        const comments = actionsAt(analysis, finding.span).filter(({ placeholder }) => placeholder !== null);
        expect(comments.length > 0, name).toBe(format !== 'json');
        for (const { title, edits, placeholder } of comments) {
          const after = applyEdits(source, edits);
          expect(after.slice(placeholder?.start, placeholder?.end), `${name}, ${title}`).toBe('reason');
          const left = findingsOf(analysisOf(after, format)).map(({ rule }) => rule);
          expect(left, `${name}, ${title}`).not.toContain(finding.rule);
        }
      }
    }
  });

  it('quiet a finding in JSON by a setting for this file', () => {
    const json = renderings(reference).find(({ format }) => format === 'json');
    const quiet = actionsFor(json?.source ?? '', 'json').filter(({ setting }) => setting?.onlyHere === true);
    expect(quiet.map(({ title }) => title)).toEqual([
      'Ignore title-mismatch in this file, in .posting-lens.json',
    ]);
  });
});

describe('the titles that can be put right without asking', () => {
  it('need a verdict that is as sure as asked', () => {
    expect(titleEdits(analysisOf(mislabeled), 1)).toEqual([]);
    const after = applyEdits(mislabeled, titleEdits(analysisOf(mislabeled), 0.9));
    expect(after).toBe(mislabeled.replaceAll('Community Manager', 'Social Media Manager'));
    expect(titleEdits(analysisOf(after), 0.9)).toEqual([]);
  });

  it('are those that the rule speaks of: none where it is off', () => {
    const off: Configuration = { ...defaults, rules: { 'title-mismatch': { severity: 'off' } } };
    expect(titleEdits(analysisOf(mislabeled, 'markdown', off), 0.9)).toEqual([]);
  });

  describe('are those too that the document contradicts in one place', () => {
    const right = applyEdits(mislabeled, titleEdits(analysisOf(mislabeled), 0.9));
    const inHeading = right.replace('# Senior Social Media', '# Senior Community');
    const inHead = right.replace('"Senior Social Media', '"Senior Community');
    const both = inHeading.replaceAll('Social Media Manager', 'Community Manager');
    const change = {
      before: 'Senior Community Manager (m/f/d)',
      after: 'Senior Social Media Manager (m/f/d)',
    };

    it.each([
      ['the heading', inHeading],
      ['the front matter', inHead],
      ['everywhere', both],
    ])('%s', (_, source) => {
      const analysis = analysisOf(source);
      expect(retitlings(analysis, 0.9)).toMatchObject([change]);
      const after = fixed(analysis, 'titles', (text) => analysisOf(text));
      expect(after.source).toBe(right);
      expect(findingsOf(after)).toEqual([]);
      expect(fixed(after, 'titles', (text) => analysisOf(text)).source).toBe(right);
      expect(fixed(analysis, 'safe', (text) => analysisOf(text)).source).toBe(source);
    });

    it('not where the verdict is less sure, tells no role, or the one finding at the wrong title is suppressed', () => {
      expect(retitlings(analysisOf(inHeading), 1)).toEqual([]);
      const untold = inHeading.replace(/^- .*$/gm, '- Good with people');
      expect(retitlings(analysisOf(untold), 0)).toEqual([]);
      const kept = inHeading.replace(
        '# Senior',
        '<!-- posting-lens-disable-next-line title-conflict -->\n$&',
      );
      expect(findingsOf(analysisOf(kept)).map(({ rule }) => rule)).toEqual(['title-conflict']);
      expect(retitlings(analysisOf(kept), 0.9)).toEqual([]);
    });

    it('and a file of the old name may be renamed with them, once', () => {
      const analysis = analysisOf(inHead);
      const all = { start: 0, end: inHead.length };
      const names = actionsAt(analysis, all, { fileName: 'community-manager.md' }).map(
        ({ newName }) => newName,
      );
      expect(names.filter((name) => name !== null)).toEqual(['social-media-manager.md']);
    });
  });
});

describe('the safe edits', () => {
  it('make titles agree, and take out comments that suppress nothing', () => {
    const source = mislabeled
      .replace('"Senior Community', '"Sr. community')
      .replace('## What you will do', '<!-- posting-lens-disable-next-line two-jobs -->\n$&');
    expect(applyEdits(source, safeEdits(analysisOf(source)))).toBe(mislabeled);
  });

  it('change nothing the second time', () => {
    const comments = ['disable-next-line', 'disable-file', 'disable', 'enable'].flatMap((kind) =>
      ['', ' two-jobs', ' two-jobs, title-mismatch', ' no-rule -- because'].map(
        (rules) => `posting-lens-${kind}${rules}`,
      ),
    );
    const comment = fc.constantFrom(...comments);
    const change = fc.record({ line: fc.nat(40), comment });
    const title = fc.constantFrom('Sr. Community Manager', 'senior community  manager', 'COMMUNITY MANAGER');
    const commented = subjects.filter(({ format }) => format !== 'json');
    fc.assert(
      fc.property(
        fc.constantFrom(...commented),
        fc.array(change, { maxLength: 4 }),
        title,
        (subject, changes, wanted) => {
          const lines = subject.source.replace('Community Manager', wanted).split('\n');
          for (const { line, comment: words } of changes)
            lines.splice(
              line % lines.length,
              0,
              subject.format === 'yaml' ? `# ${words}` : `<!-- ${words} -->`,
            );
          const source = lines.join('\n');
          const analyze = (text: string): Analysis => analysisOf(text, subject.format);
          const once = applyEdits(source, allSafeEdits(analyze(source), analyze));
          expect(safeEdits(analyze(once)), source).toEqual([]);
        },
      ),
    );
  });
});
