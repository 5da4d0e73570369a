import { COMMUNITY, SOCIAL } from './roles.ts';
import type { Telltale } from './types.ts';

type Text = Omit<Telltale, 'id' | 'kind' | 'role' | 'sure'>;
const numbersOf = (role: string, texts: Readonly<Record<string, Text>>, sure = true): Telltale[] =>
  Object.entries(texts).map(([id, text]) => ({ id: `metric.${id}`, kind: 'metric', role, sure, ...text }));

/** Numbers that say whether an audience grows and reacts, and numbers that say whether members stay and help each other. */
export const metrics: readonly Telltale[] = [
  ...numbersOf(SOCIAL, {
    followers: {
      name: 'how many people follow',
      patterns: [
        'follower growth|count|number|base|acquisition',
        'subscriber growth|count|number',
        'number|growth of|in ~2 follower|subscriber|fan',
        'grow|increase|gain|add|win|attract ~3 follower|subscriber|:following',
        'audience growth|size',
        ':followers',
      ],
    },
    reach: {
      name: 'how many people are reached',
      patterns: [
        'our|its|their|organic|audience|social|post|content|total|monthly|channel|brand|paid :reach',
        ':reach and|or ~1 engagement|impressions|follower|view|click|frequency ?count|growth|rate',
        ':reach impressions|engagement|follower|view|click ?count|growth|rate',
        'impressions|engagement|follower|view|click|growth|count|rate ?and|or :reach',
        'measure|track|report|grow|increase|extend|own ?on ?our|the|its|total :reach',
      ],
    },
    impressions: { name: 'how often posts are seen', patterns: [':impressions'] },
    reactions: {
      name: 'how often people react to posts',
      patterns: [
        'engagement rate',
        ':likes|:shares|:saves|:comments ?and|or :likes|:shares|:saves|:comments',
        'number of ~1 like|share|mention',
      ],
    },
    views: {
      name: 'how long people watch',
      patterns: ['video|reel|story|post|page|content view', 'view count|through', 'watch time|rate'],
    },
    clicks: {
      name: 'how many people click',
      patterns: [
        'click through',
        'click rate',
        'link click',
        '=CTR|=CPM|=CPC|=CPA|=ROAS',
        'cost per click|mille|acquisition',
        'website|web|site|referral traffic',
      ],
    },
    voice: {
      name: 'how much of the talk is about the brand',
      patterns: ['share of voice', 'brand lift|recall', 'earned media value'],
    },
  }),
  ...numbersOf(
    SOCIAL,
    {
      channel: {
        name: 'how channels and content do',
        patterns: [
          '@publicNetwork|@channel',
          'content|post|campaign|channel|social ~2 performance|metric|kpi|result|analytics|engagement',
          'performance of ~3 content|post|campaign|channel',
          '@audience',
          'brand awareness|sentiment',
        ],
      },
    },
    false,
  ),
  ...numbersOf(COMMUNITY, {
    activity: {
      name: 'how many members are active',
      patterns: [
        'active member|contributor|participant',
        'daily|weekly|monthly active member|user|contributor',
        '=DAU|=WAU|=MAU',
        'member activity|participation|contribution|engagement',
        'participation|contribution rate',
      ],
    },
    retention: {
      name: 'how many members stay',
      patterns: [
        'member|membership|community|cohort retention|churn|renewal',
        'retention|churn of|among ~2 member',
        'member ?who stay|renew|return',
      ],
    },
    answers: {
      name: 'how many questions get an answer',
      patterns: [
        'accepted|marked :solution|:solutions|:answer|:answers',
        ':unanswered|:answered|:solved|:unsolved question|thread|topic',
        'question ?that ?are ?get :answered|:solved',
        'time to ~1 first response|reply|answer',
        'peer|member response|reply|answer rate|time',
      ],
    },
    deflection: {
      name: 'how many questions never reach support',
      patterns: ['case|ticket|support|call deflection', 'self service rate'],
    },
    health: {
      name: 'how members feel about the place',
      patterns: ['community|member health|satisfaction|nps'],
    },
  }),
  ...numbersOf(
    COMMUNITY,
    {
      members: {
        name: 'how members do',
        patterns: [
          '@insider|membership|attendance|participation|retention|belonging|health|satisfaction|nps|deflection|churn',
          'net promoter',
          'community metric|kpi|health|growth|activity|engagement|sentiment|okr',
          'user|developer|customer engagement|activity|adoption|feedback',
        ],
      },
    },
    false,
  ),
];
