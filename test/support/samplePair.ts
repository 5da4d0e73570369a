import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readTaxonomy, type Taxonomy, worded } from '../../shared/index.ts';
import type { Model } from './renderings.ts';

/** Where the sample pair of roles is, with its postings. */
export const pairFolder = path.resolve(import.meta.dirname, '../pairs');

/** The sample pair as a team would hand it in. */
export const samplePair: Taxonomy = (() => {
  const file = path.join(pairFolder, 'product-or-project.json');
  const reading = readTaxonomy(JSON.parse(readFileSync(file, 'utf8')));
  if ('taxonomy' in reading) return reading.taxonomy;
  const problems = reading.problems.map(({ path, message }) => `${path.join('.')}: ${worded(message)}`);
  throw new Error(`The sample pair cannot be read:\n${problems.join('\n')}`);
})();

/** A posting of the sample pair that breaks two rules, as `reference` does for our own. */
export const sampleReference: Model = {
  title: 'Senior Product Manager (m/f/d)',
  intro: [
    'Halloway & Sons moves tea from old stores to new ones. As our Product Manager you will see it through.',
  ],
  sections: [
    {
      heading: 'What you’ll do',
      items: [
        'Build the project plan & keep its milestones',
        'Control the budget and forecast costs',
        'Keep the risk register in our “war room”',
        'Keep our team of fitters to its deadlines',
        'Present to the steering group every month',
      ],
    },
    {
      heading: 'What you bring',
      items: ['Three years of experience with moves of this size', 'A good eye < a good ear'],
    },
    { heading: 'How to apply', items: ['Send us a page on a move that went wrong'] },
  ],
};
