import type { Settings } from './model.ts';

/** What is set by hand for training; chosen by the cross-validated fit of shares, see the commit that last changed it. */
export const settings: Settings = {
  spread: 0.7,
  clausePower: 0.15,
  context: 2,
  sharedLeftOut: 0.6,
  statement: 0.1,
  ridge: 0.05,
  ridgeWords: 0.3,
  ridgeDuty: 0.1,
};

/** How often the parameters are moved. */
export const steps = 120;

/** How much a posting of the corpus and one of another job count beside a labelled posting. */
export const corpusWeight = 0.2;
export const unrelatedWeight = 0.1;

/** Of the postings of other jobs every so-manieth is read, and those most like ours are trained on. */
export const unrelatedEvery = 4;
export const unrelatedKept = 200;

/** Folds inside a training set, for the numbers that read the shares. */
export const innerFolds = 4;

/** Two jobs in one posting: by the guide of the labels. */
/** Duties that a posting has too few of, half of the time: the fewer it has, the less its shares say. */
export const thin = 0.25;

export const both = { share: 0.25, ratio: 1.6 } as const;
