import { describe, expect, it } from 'vitest';
import { applyEdits, createPostingLens, type Finding } from '../../shared/index.ts';
import { formatOf } from '../support/postings.ts';
import { type Manner, type Model, plainManner, renderings } from '../support/renderings.ts';

const lens = createPostingLens();
/** Whether escaped letters still read as a posting is not the question here. */
const always = { always: true };
const rule = 'audience-called-community';

const model = (...lines: readonly string[]): Model => ({
  title: 'Social Media Manager',
  intro: ['Halloway & Sons sells tea. Join our team as Social Media Manager.'],
  sections: [
    {
      heading: 'Responsibilities',
      items: [
        'Plan the content calendar & write captions for our channels',
        ...lines,
        'Reply to comments and direct messages in our brand voice',
        'Film and edit short videos',
      ],
    },
    { heading: 'What you bring', items: ['A good eye < a good camera'] },
    { heading: 'How to apply', items: ['Send us two posts that you are proud of'] },
  ],
});

function findingsIn(source: string, format: Parameters<typeof formatOf>[0]): readonly Finding[] {
  return lens.analyze(source, formatOf(format), always).judged.flatMap(({ findings }) => findings);
}

const markdownOf = (line: string): string => {
  const [markdown] = renderings(model(line));
  if (markdown === undefined) throw new Error('Nothing is rendered.');
  return markdown.source;
};

/** The line as each fix writes it. */
function mended(line: string): string[] {
  const source = markdownOf(line);
  const at = source.split('\n').findIndex((each) => each === `- ${line}`);
  return findingsIn(source, 'markdown')
    .flatMap(({ fixes }) => fixes)
    .map(({ edits }) => (applyEdits(source, edits).split('\n')[at] ?? '').slice(2));
}

describe('the fix of a borrowed word', () => {
  it.each([
    [
      'Feed our 40k-strong Instagram community',
      ['Feed our 40k-strong Instagram followers', 'Feed our 40k-strong Instagram audience'],
    ],
    [
      'Greet the community across our socials',
      ['Greet the followers across our socials', 'Greet the audience across our socials'],
    ],
    ['Engage our online community of fans', ['Engage our online audience of fans']],
    ['Build a community on Instagram', ['Build an audience on Instagram']],
    ['Build community on Instagram', ['Build an audience on Instagram']],
    ['Keep up a Community on TikTok', ['Keep up an Audience on TikTok']],
    ['KEEP UP A COMMUNITY ON TIKTOK', ['KEEP UP AN AUDIENCE ON TIKTOK']],
    ['Keep an active TikTok community awake', ['Keep an active TikTok audience awake']],
    ['Study our Instagram community growth', ['Study our Instagram audience growth']],
    ['Our TikTok community loves tea', ['Our TikTok followers love tea', 'Our TikTok audience loves tea']],
    ['Our TikTok community isn’t shy', ['Our TikTok followers aren’t shy', 'Our TikTok audience isn’t shy']],
    ['Our TikTok community grows and loves tea', ['Our TikTok audience grows and loves tea']],
    ['Know our TikTok community and its jokes', ['Know our TikTok audience and its jokes']],
    [
      'Hear our TikTok community’s wishes',
      ['Hear our TikTok followers’ wishes', 'Hear our TikTok audience’s wishes'],
    ],
    ['Answer our TikTok community members', ['Answer our TikTok followers']],
    ['Thank a TikTok community member a week', ['Thank a TikTok follower a week']],
    [
      'Feed our Facebook and Instagram communities',
      ['Feed our Facebook and Instagram followers', 'Feed our Facebook and Instagram audiences'],
    ],
  ])('%s', (line, expected) => {
    expect(mended(line)).toEqual(expected);
  });

  it.each([
    'Look after the community in our Facebook group',
    'Grow the community on our subreddit and on Instagram',
    'Grow our Discord and Instagram community',
    'Moderate our Facebook community',
    'Introduce members of our Instagram community to each other',
    'Keep to the Meta Community Standards and the Instagram Community Guidelines',
    'Brief the Instagram Community Manager of our agency',
    'Practise Instagram community-building',
    'Take part in the Python community on Twitter',
    'Help local communities on Facebook',
    'This is not an Instagram community',
    'Interact with the community',
  ])('is not offered: %s', (line) => {
    const found = findingsIn(markdownOf(line), 'markdown');
    expect(found.filter((finding) => finding.rule === rule)).toEqual([]);
  });
});

const manners: readonly Manner[] = [
  plainManner,
  { ...plainManner, crlf: true, bom: true },
  { entities: 3, escapes: 2, bold: 0, crlf: false, bom: false },
  { entities: 0, escapes: 5, bold: 2, crlf: true, bom: false },
];
const lines = [
  'Grow our Instagram community',
  'Keep up a community across our socials',
  'Our TikTok community is growing, so write for it',
];
const afterwards = [
  'Grow our Instagram followers',
  'Keep up an audience across our socials',
  'Our TikTok audience is growing, so write for it',
];

describe.each(renderings(model(...lines)).map(({ name }, index) => [name, index] as const))(
  'in %s',
  (_, index) => {
    it.each(manners)('each fix cures what it answers and nothing else changes (%o)', (manner) => {
      const rendering = renderings(model(...lines), manner)[index];
      if (rendering === undefined) throw new Error('Nothing is rendered.');
      const { source, format } = rendering;
      const before = findingsIn(source, format);
      expect(before.map((finding) => finding.rule)).toEqual([rule, rule, rule]);
      for (const finding of before)
        for (const fix of finding.fixes) {
          const all = fix.title.includes('all 3 places');
          const after = applyEdits(source, fix.edits);
          const left = findingsIn(after, format);
          expect(
            left.map((each) => each.rule),
            fix.title,
          ).toEqual(all ? [] : [rule, rule]);
          if (all) {
            const { judged } = lens.analyze(after, formatOf(format), always);
            const texts = judged.flatMap(({ posting }) =>
              posting.statements.map(({ content }) => content.text),
            );
            expect(texts).toEqual(expect.arrayContaining(afterwards));
          }
        }
    });
  },
);

describe('the borrowed word', () => {
  const posting = (title: string, duties: readonly string[], more = ''): string =>
    `# ${title}\n\n## Responsibilities\n\n${duties.map((duty) => `- ${duty}\n`).join('')}${more}`;
  const social = ['Plan the content calendar', 'Write captions for Instagram', 'Film and edit short videos'];
  const members = ['Welcome new members', 'Moderate the forum', 'Host the monthly call for members'];
  const hint = 'Grow our loyal community on Instagram';
  const outright = 'Delight the community of our followers';
  const told = (source: string): string[] =>
    findingsIn(source, 'markdown').flatMap(({ rule: id, span }) =>
      id === rule ? [source.slice(span.start, span.end)] : [],
    );

  it('is told in the duties and nowhere that speaks of something else', () => {
    expect(told(posting('Social Media Manager', [...social, hint]))).toEqual(['community']);
    for (const heading of ['Benefits', 'How to apply', 'Equal opportunity'])
      expect(
        told(posting('Social Media Manager', social, `\n## ${heading}\n\n- ${hint}\n`)),
        heading,
      ).toEqual([]);
    expect(told(posting('Social Media Manager', social, `\n## About us\n\n- ${hint}\n`))).toEqual([
      'community',
    ]);
  });

  it('is told by a hint only where the posting is of the role that borrows it', () => {
    expect(told(posting('Community Manager', [...members, hint]))).toEqual([]);
    expect(told(posting('Community Manager', [...members, outright]))).toEqual(['community']);
    expect(told(posting('Social Media Manager', [...social, outright]))).toEqual(['community']);
  });

  it('is mended in what a page says again for machines', () => {
    const duties = [...social, hint].map((duty) => `<li>${duty}</li>`).join('');
    const body = `<h2>Responsibilities</h2><ul>${duties}</ul>`;
    const data = { '@type': 'JobPosting', title: 'Social Media Manager', description: body };
    const source = `<h1>Social Media Manager</h1>${body}<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    const fixes = findingsIn(source, 'html').flatMap((finding) =>
      finding.rule === rule ? finding.fixes : [],
    );
    expect(fixes.length).toBeGreaterThan(1);
    for (const { edits, title } of fixes) {
      const after = applyEdits(source, edits);
      expect(after.split('our loyal community on Instagram'), title).toHaveLength(1);
      const [here, there, ...others] = [...after.matchAll(/our loyal (\w+) on Instagram/g)].map(
        ([, word]) => word,
      );
      expect(others).toEqual([]);
      expect(here, title).toBe(there);
    }
  });

  it('is told once for all where it is used in more than four places', () => {
    const more = (count: number): string[] =>
      Array.from(
        { length: count },
        (_, index) =>
          `Grow our community on ${['Instagram', 'TikTok', 'YouTube', 'Facebook', 'LinkedIn'][index] ?? ''}`,
      );
    expect(told(posting('Social Media Manager', [...social, ...more(4)]))).toHaveLength(4);
    const source = posting('Social Media Manager', [...social, ...more(5)]);
    const all = findingsIn(source, 'markdown').filter((finding) => finding.rule === rule);
    expect(all.map(({ related, fixes }) => [related.length, fixes.length])).toEqual([[4, 1]]);
    expect(told(applyEdits(source, all[0]?.fixes[0]?.edits ?? []))).toEqual([]);
  });
});
