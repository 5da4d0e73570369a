import type { Taxonomy } from '../taxonomy/index.ts';
import { trained } from './numbers.gen.ts';
import type { VerdictNumbers } from './verdict.ts';

/** All numbers of the judgement. Learned from labelled postings for our taxonomy; the defaults serve any other. */
export interface Numbers {
  /** The taxonomy they were learned for. */
  readonly taxonomy: string;
  /** Log-odds towards the first role before anything is read. */
  readonly prior: number;
  /** Log-odds of a clause without signals, against another job's: first role, second role, both alike. */
  readonly bias: readonly [number, number, number];
  /** Log-odds of each signal for its role, by id: never negative. */
  readonly signals: Readonly<Record<string, number>>;
  /** Log-odds of a statement for being a duty, by cue. */
  readonly duty: Readonly<Record<string, number>>;
  readonly dutyBias: number;
  /** How much of the signals in a statement's other clauses counts in a clause. */
  readonly spread: number;
  /** Clauses of one statement count as their number to this power. */
  readonly clausePower: number;
  /** Log-odds that a posting all of one role lends to each of its clauses. */
  readonly context: number;
  /** How much of a duty of both alike is left out when duties are counted, 0 to 1: it decides nothing. */
  readonly sharedLeftOut: number;
  /** When a duty is given the name of a responsibility: how much the signals of each say, and a start. */
  readonly entries: Readonly<Record<string, readonly [scale: number, bias: number]>>;
  readonly verdict: VerdictNumbers;
}

/** What a taxonomy without learned numbers is judged by, and where training starts. */
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
    enough: 0.8,
  },
};

/** The learned numbers of a taxonomy, or the defaults with the weights that its signals bring along. */
export function numbersFor(taxonomy: Taxonomy): Numbers {
  return trained?.taxonomy === taxonomy.id ? trained : { ...untrained, taxonomy: taxonomy.id };
}
