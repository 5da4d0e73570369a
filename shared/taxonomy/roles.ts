import { cite } from './article.ts';
import type { Role, Taxonomy } from './types.ts';

export const SOCIAL = 'social-media';
export const COMMUNITY = 'community';

const socialMediaManager: Role = {
  id: SOCIAL,
  title: 'Social Media Manager',
  name: 'social media manager',
  shortName: 'social media',
  workName: 'social media work',
  essence:
    'Works on content: makes and gathers things worth sharing, puts them before an audience, and answers what people say back. The brand is the hub; the audience are the spokes.',
  citation: cite('the closing question: does the company need somebody centred on content?'),
};

const communityManager: Role = {
  id: COMMUNITY,
  title: 'Community Manager',
  name: 'community manager',
  shortName: 'community',
  workName: 'community work',
  essence:
    'Works on relationships: brings members in, ties them to each other and keeps their shared place healthy. Much of what the members see is not made by this person at all.',
  citation: cite('the closing question: does the company need somebody centred on relationships?'),
};

/** The pair, for who needs no more of the taxonomy than this. */
export const roles: Taxonomy['roles'] = [socialMediaManager, communityManager];
