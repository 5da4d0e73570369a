import { cite } from './article.ts';
import { COMMUNITY, SOCIAL } from './roles.ts';
import type { Context, Trait } from './types.ts';

type Text = Omit<Trait, 'kind' | 'roles' | 'citation'>;
const ofCommunity = (text: Text): Trait => ({
  kind: 'trait',
  roles: [COMMUNITY],
  citation: cite('the traits that make a community'),
  ...text,
});
const ofSocialMedia = (text: Text): Trait => ({
  kind: 'trait',
  roles: [SOCIAL],
  citation: cite('the traits of social media'),
  ...text,
});

/** What each of the two things is, by the article: five traits of a community, three of social media. */
export const traits: readonly Trait[] = [
  ofCommunity({
    id: 'trait-member-ties',
    name: 'Members tied to each other',
    explanation:
      'In a community many people know many others. Take the host away and the ties are still there, at least for a while.',
    isNot: 'Not a large following, in which everybody knows one account and nobody else.',
    examples: ['Our members meet in each other’s cities.', 'Peers answer most questions before we see them.'],
  }),
  ofCommunity({
    id: 'trait-shared-purpose',
    name: 'A shared purpose',
    explanation:
      'The people see something that they have in common and that matters to them: a craft, a cause, a condition, a tool they depend on.',
    isNot: 'Not a taste for the same product.',
    examples: ['A place for nurses who want safer wards.', 'Maintainers who keep the same libraries alive.'],
  }),
  ofCommunity({
    id: 'trait-wide-conversation',
    name: 'Conversation of many kinds',
    explanation: 'Within their purpose members talk about anything, and nobody has to start it for them.',
    isNot: 'Not a string of comments under one post.',
    examples: ['Members discuss work, tools and pay.', 'Off-topic rooms are among the busiest.'],
  }),
  ofCommunity({
    id: 'trait-spread-leadership',
    name: 'Leadership spread out',
    explanation: 'Many take the lead in something, whether or not one person stands at the head.',
    isNot: 'Not a fan base around one sender.',
    examples: ['Volunteers lead the chapters.', 'Members decide together what the next season holds.'],
  }),
  ofCommunity({
    id: 'trait-stable-core',
    name: 'A lasting core',
    explanation: 'Some people stay for years and stay active; they carry memory and manners.',
    isNot: 'Not reach that has to be won anew with each post.',
    examples: ['A core of members has been with us from the start.', 'Former fellows keep mentoring.'],
  }),
  ofSocialMedia({
    id: 'trait-social-content',
    name: 'Content made to be social',
    explanation:
      'Pieces are designed so that people react, comment and pass them on. Talk starts from content.',
    isNot: 'Not talk that members start by themselves.',
    examples: ['Posts that people want to send to a friend.', 'Series that live from the comments.'],
  }),
  ofSocialMedia({
    id: 'trait-hub-and-spoke',
    name: 'Hub and spoke',
    explanation:
      'A loose network with a creator in the middle and an audience around, whose members hardly know each other.',
    isNot: 'Not a web of ties between members.',
    examples: ['Grow our following on three networks.', 'Speak to a young audience as the brand.'],
  }),
  ofSocialMedia({
    id: 'trait-comment-response',
    name: 'Comment and response',
    explanation: 'An exchange is short: somebody remarks, the sender answers, and that is that.',
    isNot: 'Not a discussion that goes on for weeks among people who know each other.',
    examples: ['Answer comments under our posts.', 'React quickly and with wit.'],
  }),
];

/** When each of the two fits a business, by the article. */
export const contexts: readonly Context[] = [
  {
    kind: 'context',
    id: 'context-low-complexity',
    roles: [SOCIAL],
    name: 'A simple market',
    explanation:
      'The product is easy to choose and cheap, so nobody needs a deep relationship and the price would not pay for one. What helps is to be known and liked by very many; connecting customers adds little. The article’s example is a maker of felt-tip pens.',
    isNot: 'Not a verdict on the company: the same firm may also sell something complex.',
    examples: ['A snack brand sold in every supermarket.', 'An online shop for phone cases.'],
    citation: cite('when each approach fits: markets of low complexity'),
  },
  {
    kind: 'context',
    id: 'context-high-complexity',
    roles: [COMMUNITY],
    name: 'A complex market',
    explanation:
      'The decision is long and hard, the price high, and customers gain from knowing and helping each other and from meeting partners. Such a model can pay for rich relationships. The article’s example is professional design software.',
    isNot: 'Not a promise that a community will grow: not every company can have one.',
    examples: [
      'A platform that hospitals take a year to introduce.',
      'Developer tools with certified partners.',
    ],
    citation: cite('when each approach fits: markets of high complexity'),
  },
];
