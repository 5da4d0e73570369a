import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../shared/edits/edit.ts';
import { retitle } from '../../shared/edits/retitle.ts';
import { readTitle } from '../../shared/posting/titleRole.ts';
import { taxonomy } from '../../shared/taxonomy/index.ts';
import { readPosting } from '../support/postings.ts';

const [social, community] = taxonomy.roles;

function retitled(source: string, to: string): string {
  return applyEdits(source, retitle(readPosting(source), taxonomy, to, source)?.edits ?? []);
}

describe('reading a title', () => {
  it.each([
    ['Community Manager', community.id],
    ['Sr. Community Manager (m/f/d)', community.id],
    ['Head of Community', community.id],
    ['Director, Community', community.id],
    ['We’re hiring a community manager!', community.id],
    ['Technical Community Manager', community.id],
    ['Social Media Manager', social.id],
    ['Social Media & Content Strategist', social.id],
    ['Head of Social', social.id],
    ['SOCIAL MEDIA LEAD', social.id],
    ['Social Media Community Manager', 'both'],
    ['Community & Social Media Manager', 'both'],
    ['Property Manager', 'other'],
    ['Community Health Worker', 'other'],
    ['Community Outreach Coordinator', 'other'],
    ['Social Worker', 'other'],
    ['Software Engineer', 'other'],
    ['Come and join us', null],
  ])('%s', (title, role) => {
    expect(readTitle(title, taxonomy.titles).role).toBe(role);
  });
});

describe('retitling keeps all but the role', () => {
  it.each([
    ['Community Manager', 'Social Media Manager'],
    ['COMMUNITY MANAGER', 'SOCIAL MEDIA MANAGER'],
    ['community manager, Oslo', 'social media manager, Oslo'],
    ['Community manager', 'Social media manager'],
    ['Senior Community Managers (m/f/d) – 80 %', 'Senior Social Media Managers (m/f/d) – 80 %'],
    ['Head of Community', 'Head of Social Media'],
    ['Online Community Lead', 'Social Media Lead'],
    ['Community Builder', 'Social Media Manager'],
    ['Community Management Intern', 'Social Media Management Intern'],
    ['**Community** Manager', '**Social Media** Manager'],
  ])('%s', (before, after) => {
    expect(retitled(`# ${before}\n`, social.id)).toBe(`# ${after}\n`);
  });

  it.each([
    ['Social Media Manager', 'Community Manager'],
    ['Jr. Social Media Content Creator', 'Jr. Community Manager'],
    ['Social-Media Specialist II', 'Community Specialist II'],
  ])('%s, the other way', (before, after) => {
    expect(retitled(`# ${before}\n`, community.id)).toBe(`# ${after}\n`);
  });

  it.each([
    ['Social Media & Community Manager', 'Social Media Manager', 'Community Manager'],
    ['Community & Social Media Manager', 'Social Media Manager', 'Community Manager'],
    ['Community & social media manager', 'Social media manager', 'Community manager'],
    [
      'Senior Social Media Community Manager (m/f/d)',
      'Senior Social Media Manager (m/f/d)',
      'Senior Community Manager (m/f/d)',
    ],
    ['Social Media Manager / Community Manager', 'Social Media Manager', 'Community Manager'],
    ['Head of Social Media & Community', 'Head of Social Media', 'Head of Community'],
    ['**Social Media & Community** Lead', '**Social Media** Lead', '**Community** Lead'],
  ])('%s names one role of its two', (before, ofSocial, ofCommunity) => {
    expect(retitled(`# ${before}\n`, social.id)).toBe(`# ${ofSocial}\n`);
    expect(retitled(`# ${before}\n`, community.id)).toBe(`# ${ofCommunity}\n`);
  });

  it('takes out what stands in brackets with its brackets', () => {
    expect(retitled('# Community Manager (Social Media)\n', community.id)).toBe('# Community Manager\n');
  });

  it.each([
    ['Community Manager (Social Media)', social.id],
    ['Social Media, Events & Community Manager', community.id],
    ['Social Media Manager & Community', community.id],
    ['**Social Media** & Community Manager', community.id],
  ])('%s: offers nothing where the rest would be no title', (before, to) => {
    expect(retitle(readPosting(`# ${before}\n`), taxonomy, to, `# ${before}\n`)).toBeNull();
  });

  it('changes the places that are wrong where the main one is right', () => {
    const source =
      '---\ntitle: Social Media Lead\n---\n\n# Community Lead\n\nAs our Social Media Lead you help.\n';
    expect(retitled(source, community.id)).toBe(source.replace(/Social Media/g, 'Community'));
  });

  it('writes into quoted front matter as its quotes want it', () => {
    expect(retitled('---\ntitle: "Community \\u0026 Events Manager"\n---\n', social.id)).toBe(
      '---\ntitle: "Social Media \\u0026 Events Manager"\n---\n',
    );
    expect(
      retitled("---\nposition: 'The ''Community'' Manager'\n---\n\n# Community Manager\n", social.id),
    ).toContain('# Social Media Manager');
  });
});

/** Mentions in the body: first those that mean this job, then those that mean somebody else. */
describe('mentions in the body', () => {
  const body = (text: string): string =>
    retitled(`# Community Manager\n\n${text}\n`, social.id).split('\n')[2] ?? '';

  it.each([
    'As our Community Manager you will speak for us.',
    'We are looking for a Community Manager who likes tea.',
    'We are hiring a curious and patient Community Manager.',
    'The Community Manager will report to the head of marketing.',
    'Our Community Manager is responsible for our channels.',
    'Apply for the role of Community Manager.',
    'This Community Manager position is full-time.',
    'Join us as Community Manager.',
    'The Community Manager works closely with our designers.',
    'Community Manager wanted in Lille.',
  ])('changes: %s', (text) => {
    expect(body(text)).toBe(text.replace('Community', 'Social Media'));
  });

  it('names one role where the title named two', () => {
    const source =
      '# Social Media & Community Manager\n\nAs our Social Media & Community Manager you help.\n';
    expect(retitled(source, community.id)).toBe(source.replace(/Social Media & /g, ''));
  });

  it.each([
    'Our Community Manager will report to you.',
    'You will report to the Community Manager.',
    'You work closely with our Community Manager.',
    'Hand questions over to the Community Manager in Lille.',
    'Support the Senior Community Manager with events.',
    'You will mentor another Community Manager.',
    'You lead a team of designers as well as our Community Manager.',
    'Our Community Manager, who runs the forum, will brief you.',
    'Community Managers across the country meet once a year.',
    'Together with the Community Manager you plan events.',
  ])('leaves: %s', (text) => {
    expect(body(text)).toBe(text);
  });

  it('leaves everything in a section on whom the person works with', () => {
    const source = '# Community Manager\n\n## Works with\n\n- Community Manager of the shops\n';
    expect(retitled(source, social.id)).toContain('- Community Manager of the shops');
  });
});
