import { describe, expect, it } from 'vitest';
import { createPostingLens, readTaxonomy } from '../../shared/index.ts';
import { applyEdits } from '../../shared/edits/edit.ts';
import { retitle } from '../../shared/edits/retitle.ts';
import { readTitle } from '../../shared/posting/titleRole.ts';
import { taxonomy } from '../../shared/taxonomy/index.ts';
import { formatOf, readPosting } from '../support/postings.ts';
import { samplePair } from '../support/samplePair.ts';

const [social, community] = taxonomy.roles;
const roleIn = (title: string): string | null => readTitle(title, taxonomy.titles).role;

describe('titles of other fields', () => {
  it.each([
    'Social Work Manager',
    'Social Impact Manager',
    'Senior Social Research Associate',
    'Social Innovation Lead',
    'Social Value Manager',
    'Social Prescribing Coordinator',
    'Social Studies Department Head',
    'Social Dance Coordinator',
    'Corporate Social Responsibility Manager',
    'Head of Social Impact',
    'Director of Social Protection',
    'Associate Director, Social Insights Research',
    'Manager (Social Innovation)',
    'Environmental & Social Manager',
    'Economic and Social Specialist',
    'Social & Behavioural Change Coordinator',
    'Social and Emotional Learning Lead',
    'Environmental, Social and Governance Director',
    'Psycho-Social Coordinator',
    'Anti-Social Behaviour Officer',
    'SOCIAL HOUSING MANAGER',
    'Social-Enterprise Manager',
  ])('%s is no social media role', (title) => {
    expect(roleIn(title)).toBe('other');
  });

  it.each([
    'Community Fundraising Manager',
    'Community Theatre Manager',
    'Community Sports Coordinator',
    'Community Energy Specialist',
    'Community Transport Lead',
    'Community Library Assistant',
    'Community Corrections Officer',
    'Community Garden Coordinator',
    'Community Wellbeing Officer',
    'Community Solar Lead',
    'Community-Led Tourism Manager',
    'Online Community Theatre Manager',
    'Head of Community Services',
    'Director of Community Impact',
    'Head of Communities and Transport',
    'Manager (Community Sports)',
    'Arts & Community Manager',
    'Parks and Community Coordinator',
    'Community & Leisure Manager',
    'Community and Heritage Officer',
    'Community Sports & Arts Lead',
  ])('%s is no community role', (title) => {
    expect(roleIn(title)).toBe('other');
  });

  it.each(['Product Manager, Community', 'Research Manager, Social', 'Assignment Manager – Community'])(
    '%s is the job before the comma or dash',
    (title) => {
      expect(roleIn(title)).toBe('other');
    },
  );

  it.each(['VP Social Impact', 'VP of Community Theatres'])('%s names neither role', (title) => {
    expect(readTitle(title, taxonomy.titles).mentions).toEqual([]);
  });
});

describe('titles of the roles', () => {
  it.each([
    'Social Manager',
    'Social Lead',
    'Social Strategist',
    'Organic Social Manager',
    'Head of Organic Social',
    'Head of Social & Content',
    'Director of Social, Europe',
    'Director of Content, Digital and Social',
    'VP Social',
    'Senior Manager, Social',
    'Marketing Manager, Social',
    'Marketing Manager (Social)',
    'Social & Content Manager',
    'Social, Content & Brand Lead',
    'Social/Digital Coordinator',
    'PR & Social Executive',
    'Writer and Social Manager',
    'Paid & Organic Social Manager',
    'Social Video Producer',
    'Social Campaigns Manager',
    'Social Copywriter',
    'Social Manager, Social Enterprise Alliance',
    'Social Media Fundraising Manager',
    'Social Media Influencer Partnerships Manager',
    'Manager Social Media',
  ])('%s is a social media role', (title) => {
    expect(roleIn(title)).toBe(social.id);
  });

  it.each([
    'VP Community',
    'SVP Community',
    'VP of Community',
    'Vice President, Community',
    'Head, Community',
    'Chief Community Officer',
    'Head of Community (Remote)',
    'Head of Community EMEA',
    'Head of Community at a theatre',
    'Head of Community – Games',
    'Head of Community & Partnerships',
    'Director of Content and Community',
    'Director, Community and Events',
    'Sr. Manager, Community',
    'Coordinator – Community',
    'Community & Events Manager',
    'Community, Events and Content Lead',
    'Community & Customer Success Lead',
    'Content & Community Manager',
    'Designer & Community Manager',
    'Community Lead / Moderator',
    'Community-Manager (m/w/d)',
    'Events Manager (part-time) and Community Manager',
    'Gaming-Community-Manager',
    'As our Head of Community you know everybody',
    'Community Growth Manager',
    'Community Team Lead',
    'Theatre Community Manager',
    'Community Manager, Social Enterprise',
  ])('%s is a community role', (title) => {
    expect(roleIn(title)).toBe(community.id);
  });

  it.each([
    'Social Community Manager',
    'Community Social Media Manager',
    'Social & Community Lead',
    'Head of Social and Community',
    'Director of Community & Social',
  ])('%s is both', (title) => {
    expect(roleIn(title)).toBe('both');
  });

  it('are found behind a long text', () => {
    const far = 'community. '.repeat(20_000);
    expect(roleIn(`${far}manager`)).toBe('other');
    expect(roleIn(`${far}Head of community`)).toBe(community.id);
  });

  it('that are everyday words are told by a pair from a file', () => {
    const [first, second] = samplePair.titles.forms;
    const everyday = { words: ['product'], companions: ['design'] };
    const titles = { ...samplePair.titles, others: [], forms: [{ ...first, everyday }, second] as const };
    const reading = readTaxonomy({ ...samplePair, titles });
    const grammar = 'taxonomy' in reading ? reading.taxonomy.titles : taxonomy.titles;
    expect(readTitle('Product & Design Lead', grammar).role).toBe('product');
    expect(readTitle('Product Safety Lead', grammar).role).toBe('other');
  });

  it('of a pair that names no everyday words may have any words before the noun', () => {
    expect(readTitle('Product Pricing Strategy Manager', samplePair.titles).role).toBe('product');
  });
});

const communityDuties = `
## Your duties

- Welcome new members and introduce them to each other
- Moderate the forum and keep our code of conduct
- Host the monthly member call
- Find a colleague who can answer what members ask
`;
const socialDuties = `
## Your duties

- Plan our content calendar and write captions for Instagram
- Film and edit short videos for TikTok
- Reply to comments and direct messages in our brand voice
- Repost the best customer photos, with credit
`;

const lens = createPostingLens();

/** What is said of a posting, be it certain or not that it is one. */
function rulesOn(title: string, duties: string): string[] {
  const { judged } = lens.analyze(`# ${title}\n${duties}`, formatOf('markdown'), { always: true });
  expect(judged).toHaveLength(1);
  return judged.flatMap(({ findings }) => findings.map(({ rule }) => rule));
}

describe('rules about titles', () => {
  it.each([
    'Social Work Manager',
    'Head of Social Impact',
    'Social & Economic Policy Lead',
    'VP Social Impact',
    'Manager (Social Innovation)',
  ])('have nothing to say of %s with duties of a community', (title) => {
    expect(rulesOn(title, communityDuties)).toEqual([]);
  });

  it.each([
    'Community Theatre Manager',
    'Head of Community Services',
    'Arts & Community Manager',
    'Community Fundraising Lead',
    'VP Community Impact',
  ])('have nothing to say of %s with duties on content', (title) => {
    expect(rulesOn(title, socialDuties)).toEqual([]);
  });

  it('go on to notice the roles’ own titles', () => {
    expect(rulesOn('Head of Social', communityDuties)).toContain('title-mismatch');
    expect(rulesOn('VP Community', socialDuties)).toContain('title-mismatch');
  });

  it('see no conflict with the title of another field', () => {
    expect(rulesOn('Community Manager', `\nTitle: Social Impact Manager\n${communityDuties}`)).toEqual([]);
  });

  it('do not take a job of another field for this field’s name of the role', () => {
    const duties = '- Raise money from donors\n- Apply for grants\n- Talk to elected officials\n';
    expect(rulesOn('Community Manager', `\n## Your duties\n\n${duties}`)).toContain('other-field');
    expect(rulesOn('Community Fundraising Manager', `\n## Your duties\n\n${duties}`)).toEqual([]);
  });
});

describe('retitling', () => {
  const retitled = (source: string, to: string): string =>
    applyEdits(source, retitle(readPosting(source), taxonomy, to, source)?.edits ?? []);

  it('leaves jobs of other fields in the body alone', () => {
    const source =
      '# Community Manager\n\nThis Community Theatre Manager role is ours, as Community Manager.\n';
    expect(retitled(source, social.id)).toBe(
      '# Social Media Manager\n\nThis Community Theatre Manager role is ours, as Social Media Manager.\n',
    );
  });

  it('makes no edit that changes nothing where a title stands on several lines', () => {
    const source =
      '---\ntitle: Social Media Manager\n---\n\n- title: Social Media Manager\n  Community Manager\n  of Ours\n';
    const { edits } = retitle(readPosting(source), taxonomy, social.id, source) ?? { edits: [] };
    expect(edits.map(({ newText }) => newText)).toEqual(['']);
  });

  it('has no words for a title of another field', () => {
    const source = '# Social Impact Manager\n';
    expect(retitle(readPosting(source), taxonomy, community.id, source)).toBeNull();
  });

  it.each([
    ['VP Community', social.id, 'VP Social Media'],
    ['Head of Social & Content', community.id, 'Head of Community & Content'],
    ['Social Video Producer', community.id, 'Community Manager'],
    ['Designer & Community Manager', social.id, 'Designer & Social Media Manager'],
  ])('%s', (title, to, result) => {
    expect(retitled(`# ${title}\n`, to)).toBe(`# ${result}\n`);
  });
});
