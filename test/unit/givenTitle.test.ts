import { describe, expect, it } from 'vitest';
import { createPostingLens, type FormatId, formats } from '../../shared/index.ts';

const lens = createPostingLens();
const title = 'Community Manager';
const duties = [
  'Plan and publish posts for Instagram, TikTok and LinkedIn',
  'Reply to comments and messages on our brand channels',
  'Film short videos and design visuals for our social feeds',
  'Schedule the content calendar in Hootsuite',
];
const list = duties.map((duty) => `- ${duty}`).join('\n');
const items = duties.map((duty) => `<li>${duty}</li>`).join('');
const analyze = (id: FormatId, text: string, given?: string) => {
  const format = formats.find((each) => each.id === id);
  if (format === undefined) throw new Error(id);
  return lens.analyze(text, format, { title: given });
};

describe('a title that is given beside the text', () => {
  const texts: readonly [FormatId, string, string][] = [
    ['markdown', 'a heading of duties', `## Duties\n\n${list}\n`],
    ['markdown', 'requirements too', `## Duties\n\n${list}\n\n## Requirements\n\n- Two years of practice\n`],
    ['markdown', 'a heading that names the house', `# Acme Corp\n\n${list}\n`],
    ['posting', 'a heading of duties', `## Duties\n\n${list}\n`],
    ['text', 'nothing else', duties.join('\n')],
    ['html', 'headings', `<h2>Responsibilities</h2><ul>${items}</ul><h2>Requirements</h2><p>Patience.</p>`],
    ['json', 'a description', JSON.stringify({ description: `<ul>${items}</ul>` })],
    ['json', 'a description in a wrapper', JSON.stringify({ data: [{ id: 7, description: list }] })],
    ['yaml', 'a description', `description: |\n${list.replace(/^/gm, '  ')}\n`],
  ];

  it.each(texts)('says that it is a posting: %s with %s', (format, _, text) => {
    expect(analyze(format, text).isPosting).toBe(false);
    const { silence, judged } = analyze(format, text, title);
    expect(silence).toBeNull();
    expect(judged).toMatchObject([
      {
        posting: { title: { reading: { role: 'community' } } },
        judgement: { verdict: { role: 'social-media' } },
      },
    ]);
    expect(judged[0]?.findings.map(({ rule }) => rule)).toEqual(['title-mismatch']);
  });

  it.each([
    ['duties', `## Duties\n\n${list}\n`],
    ['a newsletter', 'We met at the lake and had cake.\n\nNext week we will go to the hills. Bring boots.\n'],
    [
      'a changelog',
      '## 2.1.0\n\n- Fixed a crash when the window closes\n- Added support for dark mode\n\n## 2.0.0\n\n- Removed the old API\n',
    ],
  ])('counts as much as the same heading above the text: %s', (_, text) => {
    const given = analyze('markdown', text, title);
    const written = analyze('markdown', `# ${title}\n\n${text}`);
    expect(given.silence).toEqual(written.silence);
    expect(given.judged.map(({ judgement }) => judgement.verdict)).toEqual(
      written.judged.map(({ judgement }) => judgement.verdict),
    );
  });

  it('gives way to one that the text names, and is none where it is empty', () => {
    const named = analyze('markdown', `# Social Media Manager\n\n${list}\n`, title);
    expect(named.judged[0]?.posting.title?.content.text).toBe('Social Media Manager');
    expect(analyze('markdown', `## Duties\n\n${list}\n`, ' ').silence?.kind).toBe('not-a-posting');
    const record = JSON.stringify({ jobs: [{ title: 'Nurse', description: list }], description: list });
    expect(analyze('json', record, title).judged.map(({ posting }) => posting.title?.content.text)).toEqual([
      'Nurse',
    ]);
  });
});
