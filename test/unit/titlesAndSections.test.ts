import { describe, expect, it } from 'vitest';
import { MappedText } from '../../shared/posting/mappedText.ts';
import type { Block } from '../../shared/posting/blocks.ts';
import { PhraseSet, summaries } from '../../shared/posting/copies.ts';
import { readPosting } from '../support/postings.ts';

const titles = (source: string, format: 'markdown' | 'html' = 'markdown'): string[] =>
  readPosting(source, format).titles.map(({ place, content }) => `${place}: ${content.text}`);
const sections = (source: string): string[] =>
  readPosting(source).sections.flatMap(({ kind, heading, statements }) =>
    heading === null && statements.length === 0
      ? []
      : [
          [`${kind} (${heading?.content.text ?? ''})`, ...statements.map(({ content }) => content.text)].join(
            ' | ',
          ),
        ],
  );

describe('the title among headings', () => {
  it.each([
    ['# Join us\n\n## Community Manager\n', ['heading: Community Manager']],
    ['# Join us\n\n## Our team\n', ['heading: Join us']],
    // The first four headings are looked at.
    ['# Join us\n\n## One\n\n## Two\n\n## Community Manager\n', ['heading: Community Manager']],
    ['# Join us\n\n## One\n\n## Two\n\n## Three\n\n## Community Manager\n', ['heading: Join us']],
    // Another job at the top is the title; further down it is only where it opens no section.
    ['# Property Manager\n', ['heading: Property Manager']],
    ['## Benefits\n\n## Property Manager\n', ['heading: Property Manager']],
    ['## Duties\n\nTea.\n', []],
    ['# Position:\n\nTea.\n', []],
    // A sentence or a label is no name of a job.
    ['# Welcome\n\n## We need a Community Manager.\n', ['heading: Welcome']],
    ['# Welcome\n\n## Community Manager:\n', ['heading: Welcome']],
    ['# Position: Community Manager\n', ['heading: Community Manager']],
    [`# Welcome\n\n## ${'very '.repeat(18)}good Editor\n`, ['heading: Welcome']],
  ])('of %j', (source, expected) => {
    expect(titles(source)).toEqual(expected);
  });
});

describe('the title in a line', () => {
  it.each([
    ['Position: Community Manager', 'Community Manager'],
    ['  Job title : Community Manager', 'Community Manager'],
    ['Role – Community Manager', 'Community Manager'],
    ['Vacancy — Community Manager', 'Community Manager'],
    ['POSITION TITLE: Community Manager', 'Community Manager'],
    ['Job: Community Manager', 'Community Manager'],
    ['Title: Community Manager', 'Community Manager'],
  ])('%s', (line, title) => {
    expect(titles(`# Welcome\n\n${line}\n`)).toEqual(['heading: Welcome', `line: ${title}`]);
  });

  it.each([
    'Hours: Community Manager',
    'Position Community Manager',
    'Position: tea',
    'Our position: Community Manager',
    `Position: Community Manager ${'and so on '.repeat(10)}`,
  ])('is none in: %s', (line) => {
    expect(titles(`# Welcome\n\n${line}\n`)).toEqual(['heading: Welcome']);
  });

  it('may stand anywhere in a paragraph of lines', () => {
    expect(titles('# Welcome\n\nPlace: Oslo  \nPosition: Community Manager  \nHours: 40\n')).toEqual([
      ...['heading: Welcome', 'line: Community Manager'],
    ]);
  });

  it('may follow a label that stands alone', () => {
    expect(titles('# Welcome\n\nPosition\n\nCommunity Manager\n')).toContain('line: Community Manager');
    expect(titles('# Welcome\n\nJob title:\n\nCommunity Manager\n')).toContain('line: Community Manager');
    expect(titles('# Welcome\n\nPosition\n\nWe need a Community Manager.\n')).toEqual(['heading: Welcome']);
    expect(titles('# Welcome\n\nPlace\n\nCommunity Manager\n')).toEqual(['heading: Welcome']);
  });

  it('is looked for in the first forty blocks', () => {
    const far = (count: number): string =>
      `# Welcome\n\n${'Tea.\n\n'.repeat(count)}Position: Community Manager\n`;
    expect(titles(far(38))).toHaveLength(2);
    expect(titles(far(39))).toHaveLength(1);
  });
});

describe('the title of a page', () => {
  it.each([
    ['Community Manager | Tea', 'Community Manager'],
    ['Tea · Community Manager', 'Community Manager'],
    ['Tea - Community Manager - Oslo', 'Community Manager'],
    ['Tea::Community Manager', 'Community Manager'],
    ['Tea: Community Manager', 'Community Manager'],
    ['Community Manager @ Tea', 'Community Manager'],
    ['Community Manager at Tea', 'Community Manager'],
    ['Community Manager in Oslo', 'Community Manager'],
    ['Tea Hiring Community Manager', 'Community Manager'],
    ['Tea is hiring an Editor', 'Editor'],
    ['Application for Community Manager', 'Community Manager'],
    // What names a role of ours comes before what names another job.
    ['Editor | Community Manager', 'Community Manager'],
    ['Editor | Tea', 'Editor'],
  ])('%s', (title, expected) => {
    expect(titles(`<title>${title}</title><p>Tea</p>`, 'html')).toEqual([`page: ${expected}`]);
  });

  it('is the title only where nothing that people see names the job', () => {
    const main = (source: string) => readPosting(source, 'html').title?.content.text;
    const page = '<title>Community Lead</title>';
    expect(main(`${page}<h1>Community Manager</h1>`)).toBe('Community Manager');
    expect(main(`${page}<h1>Welcome</h1>`)).toBe('Community Lead');
    expect(main(`${page}<h1>Welcome</h1><p>Position: Community Host</p><p>Tea`)).not.toBe('Welcome');
  });
});

describe('sections', () => {
  it('begin at headings, bold or not, and at short lines with the words of one', () => {
    expect(sections('# Job\n\nTea.\n\nYour duties\n\n- Write\n\nRequirements:\n\n- Tea\n')).toEqual([
      ...['intro () | Tea.', 'duties (Your duties) | Write', 'requirements (Requirements:) | Tea'],
    ]);
  });

  it('do not begin at sentences, long lines, or words that are none of a section', () => {
    for (const line of [
      'These are your duties.',
      'Your duties!',
      'All of your duties in this house',
      'Our dog',
      `Your duties ${'and more '.repeat(8)}:`,
    ])
      expect(sections(`# Job\n\n${line}\n\n- Write\n`)[0], line).toContain('intro () |');
    expect(sections('# Job\n\nAll your duties in this house:\n\n- Write\n')[0]).toContain('duties (');
    expect(sections('# Job\n\nAll your duties in the house\n\n- Write\n')[0]).toContain('duties (');
  });

  it('take what stands under headings that say nothing, as long as those are deeper', () => {
    expect(sections('# Job\n\n## Duties\n\n### Tea\n\n- Write\n\n#### Pots\n\n- Film\n')).toEqual([
      ...['duties (Duties)', 'duties (Tea) | Write', 'duties (Pots) | Film'],
    ]);
    expect(sections('# Job\n\n## Duties\n\n- Write\n\n## Tea\n\n- Sip\n\n### Pots\n\n- Film\n')).toEqual([
      ...['duties (Duties) | Write', 'other (Tea) | Sip', 'other (Pots) | Film'],
    ]);
    expect(sections('# Job\n\n## Tea\n\n- Sip\n')).toEqual(['other (Tea) | Sip']);
    expect(sections('# Job\n\n### Duties\n\n- Write\n\n## Benefits\n\n### Tea\n\n- Sip\n')).toEqual([
      ...['duties (Duties) | Write', 'benefits (Benefits)', 'benefits (Tea) | Sip'],
    ]);
  });
});

describe('what a document says twice', () => {
  const block = (text: string): Block => {
    const content = MappedText.verbatim(text, 0);
    return { kind: 'paragraph', level: 0, content, span: content.span };
  };
  const share = (said: readonly string[], again: readonly string[]): number => {
    const phrases = new PhraseSet();
    phrases.add(said.map(block));
    return phrases.share(again.map(block));
  };

  it('is told by its phrases of four words, whatever the signs between them', () => {
    expect(share(['One two three four five'], ['one, two: THREE four five!'])).toBe(1);
    expect(share(['One two three four five'], ['zero two three four five'])).toBe(0.5);
    expect(share(['One two three four five'], ['four three two one'])).toBe(0);
    expect(share(['One two three four'], ['One two three'])).toBe(0);
    expect(share(['One two', 'three four'], ['One two three four'])).toBe(0);
  });

  it('may be shorter than a phrase', () => {
    expect(share(['One two'], ['one TWO'])).toBe(1);
    expect(share(['One two'], ['one'])).toBe(0);
    expect(share(['One', 'two'], ['two', 'three'])).toBe(0.5);
  });

  it('is nothing where nothing is said', () => {
    expect(share(['One'], [])).toBe(0);
    expect(share(['One', '…'], ['…'])).toBe(0);
  });

  it('are the fields that sum it up', () => {
    const fields = [
      'description',
      'og:description',
      'twitter:summary',
      'Excerpt',
      'summaryText',
      'name',
      'my-teaser',
    ];
    const written = fields.map((key) => ({
      key,
      value: MappedText.verbatim(key, 3),
      place: 'page' as const,
    }));
    const empty = { key: 'teaser', value: MappedText.verbatim('  ', 3), place: 'page' as const };
    expect(summaries([...written, empty]).map(({ content }) => content.text)).toEqual(fields.slice(0, 5));
  });
});
