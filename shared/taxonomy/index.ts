import { cite } from './article.ts';
import { fields } from './fields.ts';
import { masks } from './masks.ts';
import { markets } from './markets.ts';
import { metrics } from './metrics.ts';
import { misnomers } from './misnomers.ts';
import { responsibilities } from './responsibilities.ts';
import { roles } from './roles.ts';
import { communitySignals } from './signals/community.ts';
import { otherWork } from './signals/otherWork.ts';
import { sharedSignals } from './signals/shared.ts';
import { isLearned, wordSignals } from './signals/define.ts';
import { words } from './signals/words.gen.ts';
import { socialSignals } from './signals/social.ts';
import { titles } from './titles.ts';
import { tools } from './tools.ts';
import { contexts, traits } from './traits.ts';
import type { Role, RoleId, Taxonomy, TaxonomyEntry } from './types.ts';
import { vocabulary } from './vocabulary.ts';

export type * from './types.ts';
export { isLearned };

/** The article as data: the pair of roles that this product was made for. */
export const taxonomy: Taxonomy = {
  id: 'social-media-or-community',
  citation: cite('the whole article'),
  roles,
  responsibilities,
  traits,
  contexts,
  vocabulary,
  signals: [
    ...socialSignals,
    ...communitySignals,
    ...sharedSignals,
    ...otherWork,
    ...words.flatMap(([entry, role, stems]) => wordSignals(entry, role, stems)),
  ],
  masks,
  fields,
  titles,
  misnomers,
  telltales: [...metrics, ...tools, ...markets],
  prior: 0,
};

/** The role with this id, if the taxonomy has it. */
export function roleOf(source: Taxonomy, id: RoleId): Role | undefined {
  return source.roles.find((role) => role.id === id);
}

/** The other role of the pair. */
export function otherRole(source: Taxonomy, id: RoleId): Role {
  return source.roles[0].id === id ? source.roles[1] : source.roles[0];
}

/** The responsibility, trait or context with this id, if the taxonomy has it. */
export function entryOf(source: Taxonomy, id: string): TaxonomyEntry | undefined {
  return (
    source.responsibilities.find((entry) => entry.id === id) ??
    source.traits.find((entry) => entry.id === id) ??
    source.contexts.find((entry) => entry.id === id)
  );
}
