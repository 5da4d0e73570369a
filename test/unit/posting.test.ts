import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPostingLens, formatByPath, formats } from '../../shared/index.ts';
import type { Posting } from '../../shared/posting/posting.ts';
import { sectionKind } from '../../shared/posting/sections.ts';
import { sniff } from '../../shared/sniff.ts';
import { formatOf, onlyBlocks, readPosting } from '../support/postings.ts';

const lens = createPostingLens();
const fixtures = path.resolve(import.meta.dirname, '../fixtures');

const format = formatOf;
const read = readPosting;
const texts = (posting: Posting): string[] => posting.statements.map(({ content }) => content.text);
const slices = (source: string, posting: Posting): string[] =>
  posting.statements.map(({ span }) => source.slice(span.start, span.end));

describe('Markdown', () => {
  it('reads through markup, entities, escapes and soft breaks, with exact ranges', () => {
    const source =
      '## Duties\r\n\r\n- **mod**erate the [forum](https://a.example "x")\r\n- post &amp; \\*share\\*\r\n  every day 🪐 `now`\r\n- see <b>this</b>\r\n';
    const posting = read(source);
    expect(texts(posting)).toEqual(['moderate the forum', 'post & *share* every day 🪐 now', 'see this']);
    expect(slices(source, posting)).toEqual([
      'mod**erate the [forum',
      'post &amp; \\*share\\*\r\n  every day 🪐 `now',
      'see <b>this',
    ]);
  });

  it('reads each hard break, with the indentation after it, as one line break', () => {
    const source = '# Job\n\nOne  \n   two\\\n\tthree<br>\n  four<br>';
    const [block] = read(source).sections.flatMap(({ blocks }) => blocks);
    if (block === undefined) throw new Error('Nothing was read.');
    const { content } = block;
    expect(content.text.trim()).toBe('One\ntwo\nthree\nfour');
    const written = Array.from(content.text.matchAll(/\n(?=.)/g), ({ index }) => {
      const { start, end } = content.toSource({ start: index, end: index + 1 });
      return source.slice(start, end);
    });
    expect(written).toEqual(['  \n   ', '\\\n\t', '<br>\n  ']);
    for (const word of ['two', 'three', 'four']) {
      const start = content.text.indexOf(word);
      const span = content.toSource({ start, end: start + word.length });
      expect(source.slice(span.start, span.end)).toBe(word);
    }
  });

  it('cuts paragraphs into sentences, and not at abbreviations', () => {
    const source = '# Job\n\nYou write for Foo Inc. and others, e.g. Bar. You edit. Then you rest!\n';
    expect(texts(read(source))).toEqual([
      'You write for Foo Inc. and others, e.g. Bar.',
      'You edit.',
      'Then you rest!',
    ]);
  });

  it('finds sections, also under bold lines and lines that end in a colon', () => {
    const source =
      '# Editor\n\nHello.\n\n**What you’ll do**\n\n- Edit\n\nRequirements:\n\n- Ears\n\n### About us\n\nWe are small.\n\n## Perks\n\n- Tea\n\n## How to apply\n\nWrite.\n\n## Equal opportunity\n\nAll are welcome.\n';
    expect(read(source).sections.map(({ kind }) => kind)).toEqual([
      ...['intro', 'duties', 'requirements', 'about', 'benefits', 'apply', 'equal-opportunity'],
    ]);
  });

  it('lets a heading that says nothing go with the section above it', () => {
    const source = '## Responsibilities\n\n### Content\n\n- Write\n\n## Our dog\n\n- Barks\n';
    expect(read(source).statements.map(({ section }) => section)).toEqual(['duties', 'other']);
  });

  it.each([
    ['---\ntitle: Community Manager\nlayout: job\n---\n\nText.\n', ['Community Manager']],
    [
      '---\ntitle: "A \\"Community\\" Manager"\n---\n\n# Community Manager\n',
      ['A "Community" Manager', 'Community Manager'],
    ],
    ['+++\ntitle = "Community Manager"\n+++\n\nText.\n', ['Community Manager']],
    [
      '+++\ntitle = "Join us"\n[params]\njob_title = "Community Manager"\ncolor = "Job"\n[other]\njob_title = "No"\n+++\n\nText.\n',
      ['Join us', 'Community Manager'],
    ],
    ['---\nextra:\n  position: Editor\n  deep:\n    title: No\n---\n\nHi.\n', ['Editor']],
    ["\uFEFF---\r\nposition: 'Editor'\r\n---\r\n\r\nHi.\r\n", ['Editor']],
    ['---\ntitle: Manager: Berlin\ntags:\n  - title\n---\n', ['Manager: Berlin']],
    ['---\ntitle: &t Community\n  Manager # soon\n---\n', ['Community Manager']],
    ["---\ntitle: 'It''s \"you\"'\ndescription: |\n  title: no\n---\n", ['It\'s "you"']],
    ['Position: Community Manager\n\nText.\n', ['Community Manager']],
    ['# Join us\n\n**Job title:** Community Manager\n', ['Join us', 'Community Manager']],
  ])('finds every title: %j', (source, expected) => {
    const { titles } = read(source);
    expect(titles.map(({ content }) => content.text)).toEqual(expected);
  });

  it.each([
    ['Community Manager\n\nText of a posting.\n\n- Welcome members\n', 'Community Manager'],
    ['Job title: Editor\n\nText of a posting.\n', 'Editor'],
    ['Community Manager\n\n## Duties\n\n- Welcome members\n', 'Community Manager'],
    ['We look for somebody who likes to talk.\n\n- Welcome members\n', undefined],
    ['Lumen Lamps\nBerlin\n\n- Welcome members\n', undefined],
    ['---\nlocation: Berlin\n---\n\nLumen Lamps\n\n- Welcome members\n', undefined],
  ])('is titled by its first line, as a job-posting: %j', (source, expected) => {
    const { title, statements } = read(source, 'posting');
    expect(title?.content.text).toBe(expected);
    expect(statements.map(({ content }) => content.text)).not.toContain(expected);
  });

  it('reads on when front matter is broken or has no end', () => {
    expect(texts(read('---\ntitle: [x\n---\n\n## Duties\n\n- Edit\n'))).toEqual(['Edit']);
    expect(onlyBlocks('---\ntitle: x\n\n## Duties\n', 'markdown').problems).toHaveLength(1);
  });
});

describe('plain text', () => {
  it('reads headings, all kinds of bullets, and lines broken for their width', () => {
    const source =
      'Community Manager\n\nResponsibilities\n\n• Welcome new members\n– Moderate the forum, which is a place that has many rooms and\n  many doors\n* Host calls\n1. Report\n\nRequirements:\n- Patience\n';
    const posting = read(source, 'text');
    expect(posting.title?.content.text).toBe('Community Manager');
    expect(texts(posting)).toEqual([
      'Welcome new members',
      'Moderate the forum, which is a place that has many rooms and many doors',
      'Host calls',
      'Report',
      'Patience',
    ]);
    expect(posting.statements.map(({ section }) => section)).toEqual([
      ...Array<string>(4).fill('duties'),
      'requirements',
    ]);
  });
});

describe('a section under a heading that says nothing', () => {
  const kind = (prose: string) => read(`# Host\n\n## The gig\n\n${prose}\n`).sections.at(-1)?.kind;
  it.each([
    'You will welcome newcomers. You’ll run our evenings, too. It is fun.',
    'You look after the circle. Once a month you host an evening.',
    'Welcome newcomers. Moderate the forum. Run our evenings.',
    'Welcome newcomers. Moderate the forum.',
  ])('holds duties where its sentences do: %s', (prose) => expect(kind(prose)).toBe('duties'));
  it.each([
    'You will welcome newcomers. We are a club. We sing. We dance.',
    'You will be happy here. You would love it.',
    'Welcome newcomers. We sing.',
    'Join us. Read on. Send your CV to Ada.',
  ])('holds none elsewhere: %s', (prose) => expect(kind(prose)).toBe('other'));
});

describe('section headings', () => {
  it.each([
    ['Responsibilities', 'duties'],
    ['What you’ll do', 'duties'],
    ['A day in the life', 'duties'],
    ['About you', 'requirements'],
    ['Who we’re looking for', 'requirements'],
    ['About Halloway', 'about'],
    ['What we offer', 'benefits'],
    ['How to apply', 'apply'],
    ['Equal Employment Opportunity', 'equal-opportunity'],
    ['You will work with', 'works-with'],
    ['Bananas', null],
  ])('%s', (heading, kind) => {
    expect(sectionKind(heading)).toBe(kind);
  });
});

describe('detection', () => {
  const folder = (name: string) =>
    readdirSync(path.join(fixtures, name)).map((file) => path.join(fixtures, name, file));
  it.each(folder('postings'))('takes %s for a posting', (file) => {
    const source = readFileSync(file, 'utf8');
    expect(lens.analyze(source, formatByPath(file) ?? format('text')).isPosting).toBe(true);
    expect(sniff(source)).toBe(true);
  });
  it.each(folder('documents'))('says nothing about %s', (file) => {
    const analysis = lens.analyze(readFileSync(file, 'utf8'), formatByPath(file) ?? format('text'));
    expect(analysis.silence?.kind).toBe('not-a-posting');
    expect(analysis.judged).toEqual([]);
  });
  it('says why it is silent', () => {
    const german = `# Community Manager\n\n## Aufgaben\n\n- Du schreibst die Texte für unsere Kanäle und bist mit der Redaktion im Gespräch\n- Du planst den Kalender für das Jahr und die Themen\n\nWir freuen uns auf dich und deine Bewerbung bei uns.\n`;
    expect(lens.analyze(german, format('markdown'), { always: true }).silence?.kind).toBe('language');
    expect(lens.analyze('x'.repeat(300_000), format('text')).silence?.kind).toBe('too-large');
    expect(lens.analyze('a\0b', format('text')).silence?.kind).toBe('unreadable');
  });
});

describe('whatever the text', () => {
  const parts = fc.constantFrom(
    ...[
      '# ',
      '- ',
      '**',
      '`',
      '\n',
      '\r\n',
      '\n\n',
      '&amp;',
      '&#x1F600;',
      '\\*',
      '🪐',
      '\uD800',
      '\u0301',
      'e',
      ' ',
    ],
    ...[
      '---\n',
      '+++\n',
      'title: ',
      '"',
      '[a](b)',
      '<b>',
      '</b>',
      '|',
      '• ',
      'Responsibilities',
      'Community Manager',
    ],
    ...[
      'Write captions for Instagram',
      'Moderate the forum',
      'manager.Experience',
      ...[
        '<li>',
        '<h2>',
        '</ul>',
        '<nav>',
        '<!--',
        '-->',
        '<script type="application/ld+json">',
        '</script>',
        '&lt;p&gt;',
      ],
      ...[
        '{"title":"',
        '","description":"',
        '"}',
        '[',
        ']',
        ',',
        '\\u2019',
        '\\n',
        '\\"',
        '  - ',
        'duties:\n',
        '|\n',
        "'",
      ],
      '\u202E',
      '\uFEFF',
      '\t',
      ':',
    ],
  );
  const document = fc.array(parts, { maxLength: 60 }).map((all) => all.join(''));

  it.each(formats)('$id: nothing throws, spans lie inside and in order, and say what they hold', (each) => {
    fc.assert(
      fc.property(document, (source) => {
        const analysis = lens.analyze(source, each, { always: true });
        const { posting } = analysis;
        if (posting === null) return;
        for (const { span, content } of [...posting.statements, ...posting.titles]) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(source.length);
          expect(span.start).toBeLessThanOrEqual(span.end);
          const slice = source.slice(span.start, span.end);
          if (/^[\w .]*$/.test(slice)) expect(slice).toBe(content.text);
        }
        for (const { findings } of analysis.judged)
          for (const { span } of findings) expect(span.end).toBeLessThanOrEqual(source.length);
        for (let offset = 0; offset <= source.length; offset += 7) lens.hover(analysis, offset);
      }),
      { numRuns: 300 },
    );
  });
});
