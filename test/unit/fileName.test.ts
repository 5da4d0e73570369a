import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besides, renamed } from '../../shared/edits/fileName.ts';

const before = 'Senior Community Manager (m/f/d)';
const after = 'Senior Social Media Manager (m/f/d)';

describe('the name of a file whose posting gets another title', () => {
  it.each([
    ['community-manager.md', 'social-media-manager.md'],
    ['2026-senior_community_manager.html', '2026-senior_social_media_manager.html'],
    ['CommunityManager.posting.md', 'SocialMediaManager.posting.md'],
    ['communityManager.json', 'socialMediaManager.json'],
    ['communitymanager.txt', 'socialmediamanager.txt'],
    ['COMMUNITY_MANAGER.yaml', 'SOCIAL_MEDIA_MANAGER.yaml'],
    ['Community manager, Lyon.md', 'Social media manager, Lyon.md'],
    ['senior-community.md', 'senior-social-media.md'],
    ['a-community-manager-b-community-manager.md', 'a-social-media-manager-b-social-media-manager.md'],
  ])('%s becomes %s', (name, expected) => {
    expect(renamed(name, before, after)).toBe(expected);
    expect(renamed(expected, after, before)).toBe(name);
  });

  it.each([
    ['head-of-community.md', 'Head of Community', 'Head of Social Media', 'head-of-social-media.md'],
    ['community-builder.md', 'Community Builder', 'Social Media Manager', 'social-media-manager.md'],
    [
      'community-and-events-manager.md',
      'Community & Events Manager',
      'Social Media & Events Manager',
      'social-media-and-events-manager.md',
    ],
    [
      'social-media-content-manager.md',
      'Social Media & Content Manager',
      'Community Manager',
      'community-manager.md',
    ],
  ])('%s follows “%s” to “%s”', (name, from, to, expected) => {
    expect(renamed(name, from, to)).toBe(expected);
  });

  it.each([
    ['tea-tea-host.md', 'Tea Tea Host', 'Tea Host'],
    ['tea-host.md', 'Tea Host', 'Tea Tea Host'],
    ['tea-host.md', 'Tea Host', 'TEA (m/f/d) host'],
    // One word alone may be about anything, and what stands beside it must be of the title.
    ['tea.md', 'Tea', 'Coffee'],
    ['tea-undefined.md', 'Host of Tea', 'Host of Coffee'],
    ['undefined-tea.md', 'Tea Host', 'Coffee Host'],
  ])('%s stays where it does not show what changes: “%s” to “%s”', (name, from, to) => {
    expect(renamed(name, from, to)).toBeNull();
  });

  it.each([
    'job-17.md',
    'community.md',
    'mycommunity-manager.md',
    'social-media-manager.md',
    'manager.md',
    '',
  ])('%s stays', (name) => {
    expect(renamed(name, before, after)).toBeNull();
  });

  it('goes there and back, in every style', () => {
    const title = (role: string) =>
      fc.constantFrom(`${role} Manager`, `Senior ${role} Manager`, `Head of ${role}`);
    const style = fc.constantFrom<(words: string[]) => string>(
      (words) => words.join('-').toLowerCase(),
      (words) => words.join('_').toUpperCase(),
      (words) => words.join(' '),
      (words) => words.join('.').toLowerCase(),
      (words) => words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''),
    );
    const around = fc.stringMatching(/^([0-9]{1,4}-)?$/);
    fc.assert(
      fc.property(
        title('Community'),
        style,
        around,
        fc.constantFrom('.md', '.posting', '.html', ''),
        (from, write, head, ending) => {
          const to = from.replace('Community', 'Social Media');
          const name = (title: string): string => head + write(title.split(' ')) + ending;
          expect(renamed(name(from), from, to)).toBe(name(to));
          expect(renamed(name(to), to, from)).toBe(name(from));
        },
      ),
    );
  });

  it('never fails, and never touches what it does not know', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (name, from, to) => {
        const result = renamed(name, from, to);
        expect(result === null || result !== name).toBe(true);
        expect(renamed(name, from, from)).toBeNull();
      }),
    );
  });
});

describe('the name of a file beside another', () => {
  it.each([
    ['job.posting.md', 1, 'job-community.posting.md'],
    ['job.md', 1, 'job-community.md'],
    ['v1.2 job.html', 1, 'v1.2 job-community.html'],
    ['job', 1, 'job-community'],
    ['job.job.md', 3, 'job-community-3.job.md'],
  ])('%s, try %d: %s', (name, count, expected) => {
    expect(besides(name, 'community', count)).toBe(expected);
  });
});
