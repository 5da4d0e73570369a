import { COMMUNITY } from '../roles.ts';
import type { Signal } from '../types.ts';
import { signalsOf } from './define.ts';

/** What betrays community work, by responsibility. Weights are log-odds before training. */
export const communitySignals: readonly Signal[] = [
  ...signalsOf('member-welcome', COMMUNITY, {
    'welcome.members': [
      2.2,
      'welcome|onboard|greet|acclimate|orient|onboarding|orientation|integrate|welcoming ~5 @member',
      '@member ~2 onboarding|orientation|welcome',
    ],
    'welcome.new': [1.8, 'new ~1 @member', 'newcomer', 'prospective|first ~1 member|contributor'],
    'welcome.onboarding': [
      1.3,
      'community onboarding',
      'welcome email|thread|message|journey|call|process|flow',
      'onboarding ~2 journey|flow|experience ~4 @member',
    ],
    'welcome.recruit': [
      1,
      'recruit|invite|enroll|attract|grow ~4 member|membership|contributor|mentor',
      'member|membership recruitment|growth|retention|renewal|drive|enrollment|sign',
    ],
    'welcome.help': [
      1.2,
      'help|support|assist ~3 newcomer|beginner|@member',
      'help ~3 find ~3 way|place|resource',
    ],
  }),

  ...signalsOf('key-relationships', COMMUNITY, {
    'relations.members': [
      1.8,
      '@nurture ~4 relationship|relation|tie|rapport|connection|trust ~6 @insider',
      'relationship|relation|rapport|contact with|among|between ~3 @insider',
    ],
    'relations.community': [
      1.2,
      '@nurture ~3 relationship|tie|relation|connection ~5 community|leader|user|developer|participant',
    ],
    'relations.champions': [
      1.8,
      'superuser|super user|power user|top contributor',
      'community leader|champion|hero|expert|mvp|ambassador|advocate|organizer|contributor|volunteer',
      'ambassador|champion|advocacy|mvp|superuser ~1 program|programme|network|scheme',
    ],
    'relations.empower': [
      1.3,
      'identify|recruit|support|mentor|recognize|reward|empower|train|coach|engage|manage ~4 @insider',
      'volunteer ~2 management|coordination|team|network|program|leader',
    ],
    'relations.chapters': [1.4, 'chapter', 'local group', 'regional ~2 leader|group|organizer'],
    'relations.support': [
      1.2,
      'support|assist|help|serve|guide|mentor ~4 @member',
      'point of contact ~5 @member|@insider|community|user',
      'liaison ~5 @member',
      'needs of ~3 @member',
    ],
    'relations.engage-members': [
      1.2,
      'engage|communicate|interact|talk|listen|chat|meet|touch ~4 @member',
      'member ~1 engagement|experience|success|relation|communication|support|service|need|inquiry',
    ],
  }),

  ...signalsOf('moderation', COMMUNITY, {
    'moderation.place': [1.8, 'moderate|moderation|moderating ~5 @place', '@place ~3 moderation|moderator'],
    'moderation.moderate': [1, 'moderate', 'moderation'],
    'moderation.moderators': [1.5, 'moderator', 'mod team'],
    'moderation.talk': [
      1.3,
      'moderate|facilitate|seed|spark|encourage|stimulate|foster|initiate|guide|prompt|nurture ~4 @talk',
      'discussion|conversation ~3 among|between|topic|prompt|thread|group|board',
    ],
    'moderation.lead-talk': [
      0.6,
      'lead|start|drive|host|join|participate ~4 discussion|conversation|dialogue|debate',
    ],
    'moderation.topics': [
      1.1,
      'unanswered ~2 thread|post|question',
      'keep ~4 conversation|discussion|chat',
      'discussion prompt|topic|starter',
      'on topic',
      'thread',
    ],
    'moderation.answers': [
      0.9,
      '@answer ~4 question|issue|concern|thread ~5 @place|@member|community|forum',
      'question|questions ~3 @member|@place|community|forum',
    ],
    'moderation.activity': [
      1,
      'active|lively|:engaged|vibrant|healthy|thriving|positive|strong ~3 online|user|developer|our|the|member ~1 community|membership',
      'active|lively|:engaged|vibrant|thriving ~1 community',
      'community ~2 active|:engaged|vibrant|healthy|alive|lively',
    ],
    'moderation.participation': [
      1,
      'participation',
      'drive|raise|increase|encourage|boost ~3 participation|activity|involvement|contribution',
      'user|member activity',
    ],
  }),

  ...signalsOf('member-connection', COMMUNITY, {
    'connection.each-other': [
      2.4,
      'connect|introduce|link|match|bring together ~5 @member ~5 @each',
      'with|from|to|help|support|know each other|another',
      'peer to peer',
      'member to member',
      'among|between themselves|peers',
    ],
    'connection.connect': [
      1.4,
      'connect|introduce|match|pair|link|unite ~3 @member|people|user|participant|practitioner|developer|volunteer|customer|like',
      'connect ~2 community',
    ],
    'connection.among': [
      1.6,
      'connection|relationship|interaction|collaboration|networking|exchange|tie|communication|dialogue|trust ~2 among|between|amongst ~4 @member|participant|user',
      'among|between|amongst ~3 member|participant|peer|fellow|contributor|user|practitioner|player',
    ],
    'connection.collaborate': [
      1.1,
      '@member ~3 collaborate|share|exchange|interact|network|connect|participate',
      'foster|facilitate|enable|encourage|promote ~3 collaboration|networking|exchange|connection|sharing|knowledge',
    ],
    'connection.peer': [
      1.6,
      'peer support|learning|network|mentoring|mentorship|connection|exchange|group|engagement',
      'knowledge|experience|resource sharing|exchange',
    ],
    'connection.spotlight': [
      1.6,
      '@member spotlight|story|profile|highlight|recognition|award',
      'spotlight|celebrate|highlight|showcase|recognize|recognise|promote ~4 @member',
      'celebrate ~3 community|contribution',
    ],
    'connection.mentoring': [
      1,
      'buddy|mentor|mentorship|mentoring program|programme|relationship|scheme|network',
    ],
    'connection.belonging': [
      1.6,
      'sense of belonging|community',
      'belonging',
      'network of ~2 peer|practitioner|member|expert|leader|people|volunteer',
      'bring ~2 people|member|community together',
      'bring together',
    ],
    'connection.inclusive': [
      1,
      'inclusive|:welcoming|safe|supportive|friendly|collaborative ~4 community|space|environment|atmosphere|culture ~4 @member',
      'inclusive|:welcoming|supportive|friendly|diverse ~3 community',
    ],
  }),

  ...signalsOf('programming', COMMUNITY, {
    'program.member-events': [
      1.5,
      '@hold ~5 ama|meetup|community|member|hackathon|call|roundtable|gathering|user group|office hours|unconference|fellowship',
      'community|member|chapter|membership|networking|user ~1 event|call|:meeting|:meetings|gathering|meetup|webinar|workshop|conference',
    ],
    'program.community-program': [
      1.2,
      'community|member|membership|engagement|user ~1 program|programme|programming|initiative|activity|project',
    ],
    'program.rituals': [
      1.5,
      'ama',
      'ask me anything',
      'office hours',
      'town hall',
      'book club',
      'user group',
      'hackathon',
      'meetup',
      'coworking session',
      'working group',
      'community of practice',
      'communities of practice',
      'unconference',
      'game night',
      'study group',
      'cohort',
      'roundtable',
    ],
    'program.regular': [
      0.9,
      '@regular ~3 @gathering',
      '@gathering ~3 for ~3 @member',
      'series of ~2 @gathering',
    ],
    'program.hold': [
      0.6,
      '@hold ~4 event|workshop|webinar|:meeting|:meetings|session|program|activity|conference',
      'event ~1 planning|management|coordination|series|production',
    ],
    'program.events': [0.3, 'event'],
    'program.webinar': [0.4, 'webinar', 'workshop', 'virtual|online|person ~2 event'],
    'program.challenges': [
      0.8,
      'challenge|contest|quest|activity ~3 for ~2 @member|community|player|user',
      'in game event',
      'community challenge|quest',
    ],
  }),

  ...signalsOf('internal-resources', COMMUNITY, {
    'inside.route': [
      1.1,
      'bring|route|connect|escalate|triage|direct|loop|involve|pass ~5 @inside',
      'escalate|triage|route ~4 question|issue|request|thread|discussion|bug|report|ticket',
    ],
    'inside.voice': [
      1.5,
      'voice of ?the community|member|user|developer|player|contributor',
      'advocate ~3 for|behalf|of ~3 community|member|user|developer|player|contributor|practitioner',
      'represent ~4 community|member|contributor|player|user',
    ],
    'inside.bridge': [
      1.4,
      'liaison|bridge|link|conduit|intermediary|contact|interface between|with|for|to ~3 community|member|user|developer|player|team|contributor',
      'between ~3 community|player|user|member ~3 and|team|developer',
    ],
    'inside.feedback': [
      0.9,
      'community|member|user|player|developer|contributor ~1 feedback|insight|need|input|concern|sentiment|suggestion',
      'feedback ~4 community|member|user|player|contributor',
    ],
    'inside.experts': [
      0.9,
      'expert|engineer|developer|leader ~4 answer|speak|participate ~4 community|member|forum|question',
    ],
  }),

  ...signalsOf('guidelines', COMMUNITY, {
    'guidelines.community': [
      2,
      'community guideline|rule|standard|policy|norm|governance|principle|value|process',
      'forum|group|server|chat|moderation|member|discussion|house rule|guideline|policy|standard',
    ],
    'guidelines.conduct': [2, 'code of conduct|honor|honour|ethics', 'terms of use|participation|service'],
    'guidelines.enforce': [
      1.2,
      'enforce|uphold|apply|enforcement ~4 @rules',
      'enforce',
      'set|keep|maintain|establish ~2 @rules',
    ],
    'guidelines.safety': [
      1.3,
      'trust and safety',
      'safe|respectful|civil|healthy ~3 space|atmosphere|place|discussion|dialogue',
      'safe|respectful ~3 environment|community',
      'safeguarding',
      'harmful ~2 content|behavior',
    ],
    'guidelines.conflict': [
      1.2,
      'conflict ~1 resolution|mediation',
      'resolve|mediate|handle|manage ~4 conflict|dispute|quarrel',
      'deescalate|de-escalate',
      'mediate',
      'dispute',
    ],
    'guidelines.spam': [
      1.5,
      'spam|troll|toxicity|ban|spammer|scam|abuse|abusive|harassment',
      'ban ~2 user|process',
      'remove|flag ~4 content|post|user|comment',
      'violation',
    ],
  }),

  ...signalsOf('community-tools', COMMUNITY, {
    'place.run': [1.7, '@care ~4 @place', '@place ~2 management|administration|moderation|activity|growth'],
    'place.space': [
      1.4,
      '@place ~1 server|community|workspace|channel|group|space',
      'slack ~2 community|workspace|group|channel',
      'community|member ~1 platform|space|portal|hub|channel|forum|site|website',
    ],
    'place.forum': [
      1.2,
      'forum',
      'discussion|message board|forum|group',
      'mailing list',
      'listserv',
      'facebook|linkedin|online|discussion group',
      'subreddit',
    ],
    'place.chat': [0.9, 'discord', 'telegram', 'slack', 'reddit', 'irc|zulip|matrix|discourse'],
    'place.suite': [1.3, '@communitySuite'],
    'place.members-data': [
      1,
      '@member ~1 database|directory|list|record|information|data|account',
      'membership ~2 database|directory|record|management|system|platform',
    ],
    'place.online-community': [1.3, 'online|virtual|digital ~1 community'],
    'place.contribute': [
      0.9,
      'github|gitlab|pull|repository ~5 contributor|community|issue',
      'contributor|maintainer',
      'open source ~1 community|contributor',
    ],
  }),

  ...signalsOf('reporting', COMMUNITY, {
    'metrics.members': [
      1.2,
      'active member|contributor|user',
      '@member|user|volunteer ~1 retention|satisfaction|health|growth|participation|survey|sentiment|engagement|activity',
      'community ~1 retention|satisfaction|growth|participation|survey|sentiment',
      'retention',
    ],
    'metrics.community': [
      1.1,
      'community ~1 health|metric|kpi|data|analytics|performance|insight|report',
      'health of ~2 community',
    ],
    'metrics.service': [
      0.7,
      'response|reply time',
      'ticket|case deflection',
      'churn',
      'attendance',
      'moderation ~2 figure|statistic|report|result',
    ],
  }),

  ...signalsOf('trait-member-ties', COMMUNITY, {
    'ties.care': [1.1, '@care ~4 community', 'community ~2 growth|management'],
    'ties.building': [
      0.9,
      'community building|builder|strategy|operation|growth|development|management|team|manager|need|roadmap',
    ],
    'ties.engagement': [0.5, 'community engagement|involvement', 'engage ~4 community', 'engaged community'],
    'ties.kind': [
      1,
      'developer|user|customer|contributor|alumni|practitioner|creator|player|gaming|learner|partner|source|member|research|technical|science|student|founder|volunteer ~1 community',
      'community of ~4 developer|practitioner|people|researcher|user|engineer|leader|practice|professional|scientist|contributor|member|player|maintainer|educator',
    ],
    'ties.our': [0.5, 'our|the|this ~2 community', 'community member|participant'],
    'ties.community': [0.3, 'community'],
    'ties.members': [0.7, '@member'],
    'ties.participants': [0.5, 'participant|user|player|fan ~2 community|group|forum', 'player'],
  }),
  ...signalsOf('trait-shared-purpose', COMMUNITY, {
    'purpose.shared': [
      0.7,
      'shared|common|collective ~1 purpose|goal|interest|value|identity|mission|focus|cause',
    ],
  }),
  ...signalsOf('trait-spread-leadership', COMMUNITY, {
    'leadership.spread': [
      1,
      'community|member|volunteer|peer|user led|driven|owned|run',
      'self organizing',
      'steering|advisory committee|group|council',
      'community governance',
      'volunteer ~2 leader|committee',
    ],
  }),
  ...signalsOf('trait-stable-core', COMMUNITY, {
    'core.lasting': [
      0.8,
      'core member|contributor|group|community|team of volunteer',
      'long|term ~2 member|contributor|relationship',
      'active ~2 contributor|member|volunteer',
    ],
  }),
  ...signalsOf('trait-wide-conversation', COMMUNITY, {
    'conversation.wide': [
      0.6,
      'member ~3 discuss|talk|share',
      'conversation ~3 among|between ~2 @member',
      'off topic',
    ],
  }),
];
