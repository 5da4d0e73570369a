import { COMMUNITY, SOCIAL } from './roles.ts';
import type { Telltale } from './types.ts';

/** Tools that one role lives in. The networks and places themselves may be anybody's, so they never say enough alone. */
export const tools: readonly Telltale[] = [
  {
    id: 'tool.suite',
    kind: 'tool',
    role: SOCIAL,
    name: 'a tool that plans posts',
    sure: true,
    patterns: [
      '@suite',
      'planable|metricool|publer',
      'meta|facebook|tiktok|linkedin|instagram ads manager',
      'meta|facebook business manager|suite',
      'tiktok|instagram|youtube shop|studio',
    ],
  },
  {
    id: 'tool.craft',
    kind: 'tool',
    role: SOCIAL,
    name: 'a tool that makes pictures or videos',
    sure: false,
    patterns: ['@craft', 'adobe express|suite|premiere', 'da vinci|davinci resolve', 'final cut'],
  },
  {
    id: 'tool.network',
    kind: 'tool',
    role: SOCIAL,
    name: 'a social network',
    sure: false,
    patterns: ['@publicNetwork'],
  },
  {
    id: 'tool.platform',
    kind: 'tool',
    role: COMMUNITY,
    name: 'the platform where members meet',
    sure: true,
    patterns: ['@communityPlatform', 'lithium|zulip'],
  },
  {
    id: 'tool.place',
    kind: 'tool',
    role: COMMUNITY,
    name: 'a forum or chat of members',
    sure: false,
    patterns: [
      '@place',
      'group|whatsapp|meetup|github|matrix|irc|wiki',
      'knowledge base',
      'member ~1 database|directory|portal',
    ],
  },
];
