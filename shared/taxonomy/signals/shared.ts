import { COMMUNITY, SOCIAL } from '../roles.ts';
import type { Signal } from '../types.ts';

/** Signals of duties that stand in both lists, and of the markets: they weigh nothing or little. */
export const sharedSignals: readonly Signal[] = [
  {
    id: 'both.reporting',
    entry: 'reporting',
    role: null,
    weight: 0,
    patterns: [
      'report|track|measure|analyze|monitor ~5 metric|kpi|performance|result|insight|progress|data|analytics|engagement|success',
      'dashboard',
      'analytics',
      'kpi',
    ],
  },
  {
    id: 'both.feedback',
    entry: 'feedback',
    role: null,
    weight: 0,
    patterns: [
      'collect|gather|share|relay|channel|communicate|pass|provide|surface|synthesize ~5 feedback|insight',
      'feedback loop',
      'feedback',
      'voice of ?the customer',
    ],
  },
  {
    id: 'both.strategy',
    entry: 'strategy',
    role: null,
    weight: 0,
    patterns: ['strategy', 'strategic plan', 'increase|drive|boost|raise ~3 engagement|conversion'],
  },
  {
    id: 'market.simple',
    entry: 'context-low-complexity',
    role: SOCIAL,
    weight: 0.3,
    patterns: [
      'cpg',
      'fmcg',
      'consumer goods|brand|product',
      'ecommerce',
      'e commerce',
      'fashion',
      'cosmetics',
      'beverage',
    ],
  },
  {
    id: 'market.complex',
    entry: 'context-high-complexity',
    role: COMMUNITY,
    weight: 0.3,
    patterns: [
      'saas',
      'enterprise software',
      'open source',
      'professional association',
      'certification program',
      'developer tool',
    ],
  },
];
