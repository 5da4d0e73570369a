import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPostingLens, defaults, type FormatId } from '../../shared/index.ts';
import { readSuppressions } from '../../shared/posting/suppressions.ts';
import { growth, mostGrowth } from '../support/growth.ts';
import { mislabeled } from '../support/mislabeled.ts';
import { formatOf } from '../support/postings.ts';

const lens = createPostingLens();

const kindsIn = (source: string, id: FormatId): string[] =>
  readSuppressions(source, formatOf(id)).all.map(({ kind }) => kind);

describe('a suppression comment', () => {
  it.each([
    ['markdown', '<!-- posting-lens-disable -->'],
    ['markdown', 'Words <!-- posting-lens-disable --> and words'],
    ['markdown', '- a\n  <!-- posting-lens-disable -->\n- b'],
    ['markdown', '> <!-- posting-lens-disable -->\n> words'],
    ['markdown', '<div>\n<!-- posting-lens-disable -->\n</div>'],
    ['markdown', '---\n# posting-lens-disable\ntitle: A\n---\n'],
    ['markdown', '+++\ntitle = "A" # posting-lens-disable\n+++\n'],
    ['posting', '<!--\nposting-lens-disable\n-->'],
    ['html', '<p>A</p><!--posting-lens-disable--><p>B</p>'],
    ['html', '---\n# posting-lens-disable\ntitle: A\n---\n<p>A</p>'],
    ['yaml', 'a: 1\n# posting-lens-disable\nb: 2'],
    ['yaml', 'a: |\n  text\n# posting-lens-disable\nb: 2 '],
    ['text', '\uFEFF<!-- posting-lens-disable -->\r\nWords'],
    ['text', 'Words\n  <!-- posting-lens-disable -->'],
  ] as const)('is read in %s: %j', (id, source) => {
    expect(kindsIn(source, id)).toEqual(['disable']);
  });

  it.each([
    ['markdown', '```\n<!-- posting-lens-disable -->\n```'],
    ['markdown', 'Write `<!-- posting-lens-disable -->`'],
    ['markdown', '    <!-- posting-lens-disable -->'],
    ['markdown', '# posting-lens-disable'],
    ['markdown', '<!-- posting-lens-disable'],
    ['markdown', '---\ntitle: "# posting-lens-disable"\n---\n'],
    ['html', '<script>// <!-- posting-lens-disable --></script>'],
    ['html', '<title><!-- posting-lens-disable --></title>'],
    ['html', '<p title="<!-- posting-lens-disable -->">A</p>'],
    ['html', '<!posting-lens-disable>'],
    ['yaml', 'a: |\n  # posting-lens-disable\n'],
    ['yaml', 'a: "# posting-lens-disable"\n'],
    ['yaml', 'a: <!-- posting-lens-disable -->\n'],
    ['text', 'Words <!-- posting-lens-disable -->'],
    ['text', '<!-- posting-lens-disable\n-->'],
    ['text', '# posting-lens-disable'],
    ['json', '{"a": "<!-- posting-lens-disable -->"}'],
    ['markdown', '<!-- posting-lens-disabled -->'],
    ['markdown', '<!-- posting-lens-disable-line -->'],
    ['markdown', '<!-- see posting-lens-disable -->'],
  ] as const)('is none in %s: %j', (id, source) => {
    expect(kindsIn(source, id)).toEqual([]);
  });

  it('names rules between blanks and commas, and a reason, each with its place', () => {
    const source = 'A\n\n<!-- posting-lens-disable-next-line a-b,c  d, -- why -- not? -->';
    const [read] = readSuppressions(source, formatOf('markdown')).all;
    const at = ({ start, end }: { start: number; end: number }): string => source.slice(start, end);
    expect(read && [at(read.span), at(read.directive)]).toEqual([
      source.slice(3),
      'posting-lens-disable-next-line',
    ]);
    expect(read?.rules.map(({ id, span }) => [id, at(span)])).toEqual([
      ['a-b', 'a-b'],
      ['c', 'c'],
      ['d', 'd'],
    ]);
    expect(read?.reason && [read.reason.text, at(read.reason.span)]).toEqual(['why -- not?', 'why -- not?']);
  });

  it('is no part of a text, whose lines read on as if it were not there', () => {
    const text = 'Editor\n\nWe sell tea and\nwe like it.\n• Read\n  and write\n';
    const at = [0, 8, 24, 36, 43, 55];
    for (const offset of at) {
      const start = text.lastIndexOf('\n', offset - 1) + 1;
      const comment = '<!-- posting-lens-disable -->\n';
      const [with_, without] = [text.slice(0, start) + comment + text.slice(start), text].map((source) =>
        formatOf('text')
          .read(source)
          .flatMap(({ blocks }) => blocks.map(({ kind, level, content }) => [kind, level, content.text])),
      );
      expect(with_).toEqual(without);
    }
  });

  it.each(['markdown', 'html', 'text', 'yaml'] as const)('takes linear time in %s', (id) => {
    const comment =
      id === 'yaml'
        ? '# posting-lens-disable-next-line a b\n'
        : '<!-- posting-lens-disable-next-line a b -->\n';
    const head =
      id === 'yaml'
        ? 'title: Community Manager\nduties:\n  - Moderate the forum\n'
        : '# Community Manager\n\nModerate the forum and welcome new members\n\n';
    expect(growth((count) => head + comment.repeat(count / 4), formatOf(id))).toBeLessThan(mostGrowth);
  });
});

const found = (source: string): string[] =>
  lens
    .analyze(source, formatOf('markdown'))
    .judged.flatMap(({ findings }) => findings.map(({ rule }) => rule));

describe('what a comment suppresses', () => {
  const both = ['title-mismatch', 'audience-called-community'];
  it.each([
    ['nothing where there is none', {}, both],
    ['the next line', { top: '<!-- posting-lens-disable-next-line title-mismatch -->\n' }, both.slice(1)],
    [
      'the next line after others',
      {
        top: '<!-- posting-lens-disable-next-line two-jobs title-mismatch -->\n\n<!-- posting-lens-enable -->\n',
      },
      ['unused-suppression', 'unused-suppression', 'audience-called-community'],
    ],
    [
      'all of a paragraph that is broken for its width',
      { intro: '<!-- posting-lens-disable-next-line -->\n' },
      both.slice(0, 1),
    ],
    ['what follows', { top: '<!-- posting-lens-disable -->\n' }, []],
    [
      'what follows until it is enabled',
      { top: '<!-- posting-lens-disable -->\n', intro: '<!-- posting-lens-enable -->\n' },
      both.slice(1),
    ],
    [
      'what follows until this rule is enabled',
      {
        top: '<!-- posting-lens-disable -->\n',
        intro: '<!-- posting-lens-enable audience-called-community -->\n',
      },
      both.slice(1),
    ],
    ['all, from its end', { end: '<!-- posting-lens-disable-file -->\n' }, []],
    ['not what stands before', { end: '<!-- posting-lens-disable -->\n' }, [...both, 'unused-suppression']],
    [
      'not comments, unless they are named',
      { top: '<!-- posting-lens-disable-file -->\n', end: '<!-- posting-lens-enable -->\n' },
      ['unused-suppression'],
    ],
    [
      'comments that are named',
      {
        top: '<!-- posting-lens-disable-file unused-suppression -->\n',
        end: '<!-- posting-lens-enable -->\n',
      },
      both,
    ],
    [
      'not comments, where the name is of no use',
      { top: '<!-- posting-lens-disable-file unused-suppression -->\n' },
      ['unused-suppression', ...both],
    ],
  ] as const)('is %s', (_, comments, expected) => {
    expect(found(mislabeled(comments))).toEqual(expected);
  });

  it('is not asked of rules that are off', () => {
    const source = mislabeled({ top: '<!-- posting-lens-disable-file two-jobs -->\n' });
    const ask = (id: string): number =>
      lens
        .analyze(source, formatOf('markdown'), {
          configuration: { ...defaults, rules: { [id]: { severity: 'off' } } },
        })
        .judged.flatMap(({ findings }) => findings)
        .filter(({ rule }) => rule === 'unused-suppression').length;
    expect(['title-mismatch', 'two-jobs', 'unused-suppression'].map(ask)).toEqual([1, 0, 0]);
  });

  it('is not asked of documents that are not judged', () => {
    const file = path.join(import.meta.dirname, '../fixtures/documents/newsletter.md');
    expect(found(`<!-- posting-lens-disable -->\n${readFileSync(file, 'utf8')}`)).toEqual([]);
  });

  it('is told with the name that comes nearest', () => {
    const message = (id: string): string =>
      lens
        .analyze(mislabeled({ end: `<!-- posting-lens-disable-file ${id} -->` }), formatOf('markdown'))
        .judged[0]?.findings.find(({ rule }) => rule === 'unused-suppression')?.message ?? '';
    expect(message('title-missmatch')).toContain('“title-mismatch”');
    expect(message('spelling')).toContain('“spelling”');
    expect(message('two-jobs')).not.toContain('called');
  });

  it('is told of comments that go on as none of ours', () => {
    const told = (comment: string): (string | undefined)[] =>
      lens
        .analyze(mislabeled({ top: `${comment}\n` }), formatOf('markdown'))
        .judged.flatMap(({ findings }) => findings)
        .filter(({ rule }) => rule === 'unused-suppression')
        .map(({ message, fixes }) => (fixes.length === 0 ? message : undefined));
    const line = told('<!-- posting-lens-disable-line title-mismatch -->');
    expect(line).toEqual([expect.stringContaining('“posting-lens-disable-line”')]);
    expect(line[0]).toContain('posting-lens-disable-next-line');
    expect(told('<!-- posting-lens-disabled -->')).toHaveLength(1);
    expect(told('<!-- see posting-lens-disable-line -->')).toEqual([]);
    expect(
      told('<!-- posting-lens-disable-file unused-suppression -->\n<!-- posting-lens-disable-line -->'),
    ).toEqual([]);
  });

  it('is told of several postings together', () => {
    const file = path.join(import.meta.dirname, '../fixtures/several/careers.md');
    const source = readFileSync(file, 'utf8');
    const format = formatOf('markdown');
    const judged = lens.analyze(source, format).judged;
    expect(judged.length).toBeGreaterThan(1);
    const last = judged.at(-1)?.posting.span ?? { start: 0, end: 0 };
    const comment = '  <!-- posting-lens-enable -->\n';
    const end = source.slice(0, last.end).trimEnd().lastIndexOf('\n') + 1;
    const after = lens.analyze(source.slice(0, end) + comment + source.slice(end), format).judged;
    const counts = after.map(
      ({ findings }) => findings.filter(({ rule }) => rule === 'unused-suppression').length,
    );
    expect(counts).toEqual([...judged.slice(1).map(() => 0), 1]);
  });
});

describe('a comment above a title', () => {
  it('covers all of its heading, which may begin on an earlier line', () => {
    const titles = '<p>title: Social Media Manager</p>\n\nModerate the forum\n\n';
    const rulesIn = (comment: string): string[] => {
      const source = `${titles}${comment}<h1>\nCommunity Manager</h1>\n`;
      const [only] = lens.analyze(source, formatOf('markdown'), { always: true }).judged;
      const heading = source.indexOf('<h1>');
      return (only?.findings ?? []).filter(({ span }) => span.start > heading).map(({ rule }) => rule);
    };
    expect(rulesIn('')).toEqual(['title-conflict']);
    expect(rulesIn('<!-- posting-lens-disable-next-line title-conflict -->\n')).toEqual([]);
  });
});
