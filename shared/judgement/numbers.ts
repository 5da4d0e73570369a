import { trained } from '../taxonomy/numbers.gen.ts';
import type { Numbers } from '../taxonomy/numbers.ts';
import type { Taxonomy } from '../taxonomy/index.ts';

/** Where training starts. */
export const untrained: Omit<Numbers, 'taxonomy'> = {
  prior: 0,
  bias: [-1.6, -1.6, -2],
  signals: {},
  duty: {
    'section.duties': 2.2,
    'section.requirements': -1.6,
    'section.about': -2,
    'section.benefits': -4,
    'section.apply': -4,
    'section.equal-opportunity': -4,
    'section.works-with': -4,
    'section.intro': -0.4,
    'opens.base': 1.2,
    'opens.gerund': 0.8,
    'opens.third': 1,
    'says.announces': 1.2,
    'says.we': -1,
    'says.about-us': -0.8,
    'says.you-have': -1,
    'says.opens-with-skills': -1.5,
    'says.skills': -0.6,
    'says.pay': -1.2,
    'says.terms': -0.5,
    'says.apply': -1,
    'says.equal': -2,
    'says.question': -1,
    'says.leads-in': -1,
    'list.verbs': 1,
    'list.duties': 1,
    'list.requirements': -1,
    short: -0.5,
  },
  dutyBias: -1,
  spread: 0.4,
  clausePower: 0.6,
  context: 2,
  sharedLeftOut: 0.5,
  entries: {},
  verdict: {
    role: { bias: [1.2, 1.2], own: 2.4, other: -0.8, thin: 0.7 },
    bothShare: 0.25,
    bothRatio: 1.6,
    enough: 0.35,
  },
};

/**
 * The learned numbers of a taxonomy. One that has none is judged by the weights its signals bring along and by what was
 * learned of postings in general: what makes a statement a duty, how duties are counted and how large a share makes a job.
 * What belongs to the roles, signals and entries of the learned taxonomy is left out, and no role has a head start.
 */
export function numbersFor(taxonomy: Taxonomy): Numbers {
  if (trained?.taxonomy === taxonomy.id) return trained;
  const general = trained ?? untrained;
  const { role } = general.verdict;
  const bias = (role.bias[0] + role.bias[1]) / 2;
  return {
    ...general,
    taxonomy: taxonomy.id,
    prior: taxonomy.prior,
    // Weights that a person sets are nearer to each other than learned ones, and so is the line that they must cross.
    bias: untrained.bias,
    signals: {},
    entries: {},
    verdict: { ...general.verdict, role: { ...role, bias: [bias, bias] } },
  };
}
