import { cite } from './article.ts';
import { COMMUNITY, SOCIAL } from './roles.ts';
import type { Responsibility } from './types.ts';

const SOCIAL_LIST = 'the responsibilities of the social media manager';
const COMMUNITY_LIST = 'the responsibilities of the community manager';
const BOTH_LISTS = 'both lists of responsibilities, where it stands in each';

type Text = Omit<Responsibility, 'kind' | 'roles' | 'citation' | 'core'>;
const social = (core: boolean, text: Text): Responsibility => ({
  kind: 'responsibility',
  roles: [SOCIAL],
  core,
  citation: cite(SOCIAL_LIST),
  ...text,
});
const community = (core: boolean, text: Text): Responsibility => ({
  kind: 'responsibility',
  roles: [COMMUNITY],
  core,
  citation: cite(COMMUNITY_LIST),
  ...text,
});
const shared = (text: Text): Responsibility => ({
  kind: 'responsibility',
  roles: [SOCIAL, COMMUNITY],
  core: false,
  citation: cite(BOTH_LISTS),
  ...text,
});

/** The article's duties: seven of the one role, eleven of the other, three of which stand in both lists. */
export const responsibilities: readonly Responsibility[] = [
  social(true, {
    id: 'content-creation',
    name: 'Making content for an audience',
    explanation:
      'Writing, filming, recording or designing pieces that are made to be talked about and passed on. The article puts this first among the duties of a social media manager, because everything else there starts from a piece of content.',
    isNot:
      'Not programming for members, and not documentation or a knowledge base: those serve people who already belong.',
    examples: [
      'Film and cut two short videos a week for our Instagram and TikTok channels.',
      'Plan the posting calendar and write the captions for each launch.',
    ],
  }),
  social(true, {
    id: 'brand-response',
    name: 'Answering talk about the brand',
    explanation:
      'Watching what people say about the brand and what it publishes, and replying in its name. It is an exchange of remark and answer between one sender and many receivers.',
    isNot: 'Not moderating a discussion among members, where the brand need not take part at all.',
    examples: [
      'Reply to comments and direct messages on our channels within two hours.',
      'Track mentions of the brand and step in when a post goes wrong.',
    ],
  }),
  social(false, {
    id: 'user-content',
    name: 'Curating what users make',
    explanation:
      'Finding posts, pictures and videos that customers made, and giving them a stage on the brand’s own channels. The article counts it as social media work: the brand still chooses and shows.',
    isNot: 'Not bringing the people behind those posts together: that would be connecting members.',
    examples: [
      'Pick the best customer photos each week and repost them with credit.',
      'Run hashtag campaigns that collect videos from our fans.',
    ],
  }),
  social(false, {
    id: 'social-tools',
    name: 'Running the social channels',
    explanation:
      'Looking after the accounts on public networks and blogs, and the software that schedules and watches them. Both roles manage tools, the article says; this mix, mostly social networks, belongs to social media.',
    isNot: 'Not running a place of one’s own, such as a forum or a member platform.',
    examples: [
      'Own our accounts on Instagram, LinkedIn and YouTube.',
      'Schedule and publish through our social suite.',
    ],
  }),
  community(true, {
    id: 'member-welcome',
    name: 'Welcoming members',
    explanation:
      'Greeting people who join and helping them find their feet, so that a newcomer becomes a member. The article opens the community manager’s duties with it.',
    isNot: 'Not the onboarding of employees, and not product set-up for paying customers.',
    examples: [
      'Greet every new member in person and show them where to begin.',
      'Run a first-month programme that helps newcomers to their first contribution.',
    ],
  }),
  community(true, {
    id: 'key-relationships',
    name: 'Building ties with key members',
    explanation:
      'Knowing the people who carry the community, and keeping a real relationship with each: experts, volunteers, leaders of chapters, those whom others listen to.',
    isNot:
      'Not booking paid creators for a campaign. The article speaks of influential members; a marketplace of influencers is advertising.',
    examples: [
      'Meet our most active contributors regularly and hear what they need.',
      'Find and support the members who lead local chapters.',
    ],
  }),
  community(true, {
    id: 'moderation',
    name: 'Moderating and seeding discussion',
    explanation:
      'Keeping conversation among members going and on a good path: raising topics, drawing people in, calming things down.',
    isNot: 'Not deleting rude comments under the brand’s own posts: that is tidying up after a broadcast.',
    examples: [
      'Moderate the forum and open a topic each day that members care about.',
      'Look after threads that nobody has answered.',
    ],
  }),
  community(true, {
    id: 'member-connection',
    name: 'Connecting members with each other',
    explanation:
      'Introducing members, putting them forward, helping friendships and working ties to form between them. Nothing tells the two roles apart more clearly: the ties that count are not the ones to the host.',
    isNot: 'Not connecting people with the brand, and not networking on the company’s behalf.',
    examples: [
      'Introduce members who work on the same problem to each other.',
      'Tell the stories of members so that others find them.',
    ],
  }),
  community(false, {
    id: 'programming',
    name: 'Running a regular programme',
    explanation:
      'Events, calls, question hours and series that members can count on, week by week. Content appears here too, but as something to gather around.',
    isNot: 'Not a product launch or a trade fair, and not a calendar of posts.',
    examples: [
      'Host the monthly member call and a weekly question hour.',
      'Help members to put on meetups in their own cities.',
    ],
  }),
  community(false, {
    id: 'internal-resources',
    name: 'Finding the right people inside',
    explanation:
      'Fetching the colleague who can really answer, and coordinating across departments so that members are not left alone with a question.',
    isNot: 'Not passing statistics to management, which is reporting and belongs to both roles.',
    examples: [
      'Bring engineers into the threads that need them.',
      'See that questions from members reach the team that can answer.',
    ],
  }),
  community(true, {
    id: 'guidelines',
    name: 'Keeping guidelines and boundaries',
    explanation:
      'Writing down how members treat each other, and acting when somebody crosses the line. A community needs this because its members speak to each other, not only to the host.',
    isNot: 'Not brand or style guidelines, and not following the rules of a network.',
    examples: [
      'Uphold our code of conduct and settle conflicts between members.',
      'Keep the community guidelines current together with the moderators.',
    ],
  }),
  community(false, {
    id: 'community-tools',
    name: 'Running the community’s place',
    explanation:
      'Looking after the platform where members meet, such as a forum, a chat server or an intranet group. The article gives both roles tools to manage; this mix may join enterprise and social ones.',
    isNot: 'Not running accounts on public networks as a channel of the brand.',
    examples: [
      'Administer our forum and its member groups.',
      'Shape the channels and roles of our chat server together with members.',
    ],
  }),
  shared({
    id: 'reporting',
    name: 'Reporting and measuring',
    explanation:
      'Gathering numbers and telling what they mean. The article lists it for both roles, so the duty itself decides nothing; which numbers are meant may.',
    isNot: 'Not a sign of either role.',
    examples: [
      'Report on progress every month.',
      'Keep a dashboard of our key figures and explain what moved.',
    ],
  }),
  shared({
    id: 'strategy',
    name: 'Planning for engagement and conversion',
    explanation:
      'Deciding how more people come to take part, and to buy or join. Both roles plan for it, so a strategy alone does not say whose it is.',
    isNot: 'Not a sign of either role, however senior it sounds.',
    examples: [
      'Develop a strategy that raises engagement.',
      'Plan how visitors become customers together with marketing.',
    ],
  }),
  shared({
    id: 'feedback',
    name: 'Passing feedback inside',
    explanation:
      'Seeing that what people say reaches those in the organisation who can act on it. It stands in both lists of the article, in almost the same form.',
    isNot: 'Not a sign of either role.',
    examples: [
      'Collect feedback and share it with the product team.',
      'Bring what customers tell us into planning.',
    ],
  }),
];
