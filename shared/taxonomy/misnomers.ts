import { COMMUNITY } from './roles.ts';
import type { Misnomer } from './types.ts';

/** “Community” said of the people who follow an account: they know the account, not each other. */
export const misnomers: readonly Misnomer[] = [
  {
    word: { one: 'community', many: 'communities' },
    member: { one: 'member', many: 'members' },
    belongsTo: COMMUNITY,
    entry: 'trait-hub-and-spoke',
    people: { one: 'follower', many: 'followers' },
    group: { one: 'audience', many: 'audiences' },
    meantName: 'the followers of a channel',
    difference: 'who know the channel and not each other',
    patterns: [
      'follower community|communities',
      'community|communities of ~3 follower',
      'community|communities of ~2 on|across ~2 @publicNetwork follower',
    ],
    hints: [
      // our loyal community on Instagram, the communities across our socials
      '@whose ?@warm ?@warm community|communities on|across|via|through|over ~2 @publicNetwork|@channel',
      '@nurture|engage|manage ?@warm ?@warm community|communities on|across|via|through|over ~2 @publicNetwork|@channel',
      'community|communities of ~2 on|across ~2 @publicNetwork|@channel',
      // our 40k-strong Instagram community, the brand's Instagram and TikTok communities
      '@whose ~3 @publicNetwork ?media community|communities',
      '@nurture|engage|manage ~2 @publicNetwork ?media community|communities',
      '@whose ~2 social ?media community|communities',
      '@nurture|engage|manage ?@warm social ?media community|communities',
      // an online community of fans
      'community|communities of ?@warm ?@warm fan|subscriber|viewer',
      'community|communities of ~1 million|thousand|000 ?@warm fan|subscriber|viewer',
      // engage our community by answering comments
      'engage|interact|connect ?with ?@whose ?@warm community|communities by|through respond|reply|answer ~2 comment|message|dm|mention',
    ],
    exceptions: [
      'community|communities manager|management|lead|leader|specialist|coordinator|associate|director|executive|moderator|strategist|builder|building|team|intern|officer|assistant|ambassador|champion',
      'community|communities guideline|standard|rule|note|tab|group|forum|server|space|platform|hub|portal|center|event|meetup|college|partner|outreach|relation',
      'head|director|vp|lead of ~2 community|communities',
      'moderate|moderation|moderator ~5 community|communities',
      'group|forum|discord|slack|subreddit|reddit|discourse|server|telegram|whatsapp|patreon ~4 community|communities',
      'community|communities ~8 group|forum|discord|slack|subreddit|reddit|discourse|server|telegram|whatsapp|patreon|meetup|chapter',
      'community|communities ~8 @each',
      'member|connect|introduce ~6 community|communities',
      'no|not|never|without|than|instead|nor|isnt|arent|dont ~4 community|communities',
      'community of practice',
    ],
  },
];
