import { COMMUNITY, SOCIAL } from '../roles.ts';
import type { Signal } from '../types.ts';
import { signalsOf } from './define.ts';

/** Signals of duties that stand in both lists, and of the markets: they weigh nothing or little. */
export const sharedSignals: readonly Signal[] = [
  ...signalsOf('reporting', null, {
    'both.reporting': [
      0.4,
      'report|track|measure|analyze|monitor|evaluate|assess|define ~5 metric|kpi|performance|result|insight|progress|data|analytics|engagement|success|effectiveness|impact',
      'dashboard',
      'analytics',
      'kpi',
      'metrics',
      'okr',
      'report to|on|regularly|weekly|monthly',
    ],
  }),
  ...signalsOf('feedback', null, {
    'both.feedback': [
      0.4,
      'collect|gather|share|relay|channel|communicate|pass|provide|surface|synthesize|solicit|report|turn ~5 feedback|insight|suggestion',
      'feedback loop',
      'feedback',
      'voice of ?the customer',
    ],
  }),
  ...signalsOf('strategy', null, {
    'both.strategy': [
      0.3,
      'strategy',
      'strategic plan',
      'increase|drive|boost|raise ~3 engagement|conversion',
      'best practice',
    ],
  }),
  ...signalsOf('context-low-complexity', SOCIAL, {
    'market.simple': [
      0.2,
      'cpg',
      'fmcg',
      'consumer goods|brand|product',
      'ecommerce',
      'e commerce',
      'fashion',
      'cosmetics',
      'beverage',
    ],
  }),
  ...signalsOf('context-high-complexity', COMMUNITY, {
    'market.complex': [
      0.2,
      'saas',
      'enterprise software',
      'open source',
      'professional association',
      'certification program',
      'developer tool',
    ],
  }),
];
