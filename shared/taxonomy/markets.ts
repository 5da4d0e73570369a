import { COMMUNITY, SOCIAL } from './roles.ts';
import type { Telltale } from './types.ts';

type Text = Omit<Telltale, 'id' | 'kind' | 'role' | 'sure'>;
const marksOf = (role: string, texts: Readonly<Record<string, Text>>, sure = true): Telltale[] =>
  Object.entries(texts).map(([id, text]) => ({ id: `market.${id}`, kind: 'market', role, sure, ...text }));

/** What the article calls markets of low and of high complexity, by what companies say of themselves. */
export const markets: readonly Telltale[] = [
  ...marksOf(SOCIAL, {
    cheap: {
      name: 'a low price',
      patterns: [
        'low|small|pocket price',
        'affordable|inexpensive|cheap ~3 product|price|snack|shoe|accessory|gift|everyone|everybody',
        'price|cost ~3 under|below',
        'for under|below ~1 dollar|euro|pound',
        'everyday low price',
        'budget friendly',
        'costs ~2 less than',
      ],
    },
    everyday: {
      name: 'goods for every day',
      patterns: [
        '=CPG|=FMCG',
        'consumer packaged|goods|staples',
        'packaged goods',
        'fast moving consumer',
        'household name|goods|staple|brand',
        'make|sell|produce|brew|bake|maker|offer ~4 @everyday',
        '@everyday brand|company|maker',
        'fast food|fashion',
      ],
    },
    quick: {
      name: 'a choice made in a moment',
      patterns: [
        'impulse ?buy|purchase|product',
        'pick|grab|toss|throw ~3 checkout|basket|cart',
        'no|without ~2 second thought',
        'easy to choose',
      ],
    },
    mass: {
      name: 'very many buyers',
      patterns: [
        'mass market',
        'every|any|all ~1 supermarket|household|kitchen|kiosk|drugstore|grocer',
        'sold|stocked|available|shelf|shelves ~3 supermarket|grocery|convenience|drugstore|kiosk',
        'million of ~3 consumer|shopper|fan|household|buyer',
        'million ~2 consumer|shopper|household|buyer',
        '=D2C|=DTC',
        'direct to consumer',
      ],
    },
  }),
  ...marksOf(
    SOCIAL,
    {
      consumer: {
        name: 'consumers',
        patterns: [
          'consumer|shopper|fan|retail|ecommerce|fashion|beauty|food|drink|restaurant|lifestyle|travel|entertainment|music|sport|festival|apparel|game',
        ],
      },
    },
    false,
  ),
  ...marksOf(COMMUNITY, {
    long: {
      name: 'a decision that takes long',
      patterns: [
        'long|lengthy|complex ~1 sales|buying|purchase|purchasing|procurement|decision cycle|process|decision',
        'take|need ~3 month|year to ~1 introduce|implement|choose|decide|deploy|roll|adopt|buy',
        'month|months of ~2 evaluation|trial|procurement',
        'multi year contract|license',
      ],
    },
    costly: {
      name: 'a high price',
      patterns: [
        'six|seven figure deal|contract|price|purchase|sale|investment',
        'high price|priced|ticket|value contract|deal|product|purchase|investment|machine',
        'major|big|large|serious investment',
        'annual|enterprise contract|license|licence',
      ],
    },
    helping: {
      name: 'customers who gain from each other',
      patterns: [
        'customer|user|client|practitioner|developer ~4 each|one other|another',
        'our|the|a|yearly|annual customer|user|client group|conference|forum|community|council',
        'customer advisory',
        'share ~3 best practice ~4 customer|user|peer',
      ],
    },
    partners: {
      name: 'partners around the product',
      patterns: [
        'integration|implementation|certified|channel|solution|consulting partner',
        'partner ecosystem|network|program',
        'ecosystem of ~3 partner|developer|integrator',
        'system integrator',
        'reseller',
      ],
    },
  }),
  ...marksOf(
    COMMUNITY,
    {
      together: {
        name: 'people who belong together',
        patterns: [
          'member|membership|volunteer|contributor|association|nonprofit|charity|society|player|gaming|game|hobby|collector|alumni|club|cooperative|coop',
          'enterprise|technology|solution|platform|professional',
          'mission critical',
          '=ERP|=PLM|=CAD',
          'certified|certification',
          'open source',
          'non profit',
          'software|developer|technical|professional|practitioner|researcher|scientist|engineer|b2b|saas|api',
        ],
      },
    },
    false,
  ),
];
