import { COMMUNITY } from './roles.ts';
import type { Misnomer } from './types.ts';

/** “Community” said of the people who follow an account: they know the account, not each other. */
export const misnomers: readonly Misnomer[] = [
  {
    word: 'community',
    plural: 'communities',
    belongsTo: COMMUNITY,
    entry: 'trait-hub-and-spoke',
    meant: ['followers', 'audience'],
    meantName: 'the followers of a channel, who know the channel and not each other',
    patterns: [
      'community|communities ~3 on|across|via|through ~3 @publicNetwork',
      'community|communities ~3 on|across|via|through ~2 social media|network|networks|channel|platform',
      'our|the|a|your @publicNetwork ?and ?media community|communities',
      'social media community|communities',
      'follower community|communities',
      'community of ~2 follower|fan|subscriber|viewer',
    ],
  },
];
