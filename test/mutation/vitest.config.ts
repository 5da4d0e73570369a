import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const beside = (name: string) => path.join(import.meta.dirname, name);

/** Most mutants die in these. */
const first = ['rules', 'snapshot', 'judgement', 'titles', 'formats', 'posting', 'editsInStyle'];

class DeadliestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = first.indexOf(path.basename(moduleId, '.test.ts'));
      return at < 0 ? first.length : at;
    };
    return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1)));
  }
}

/** Unit tests of what the core does, fast enough to be run once a mutant. */
export default defineConfig({
  resolve: { alias: { 'fast-check': beside('fewRuns.ts') } },
  test: {
    include: ['test/unit/**/*.test.ts'],
    exclude: [
      // Of what is shipped, documentation, translations and our own tools: no mutant changes them.
      'test/unit/{boundaries,evaluation,grammar,links,messages,pages,skill,translations,visibleTexts,waysOut}.test.ts',
      // Long, and true of nearly any mutant, for other tests hold what the reader, the judge and the fixes do.
      'test/unit/{broken,hostile,hostileWords,pseudo,shelf}.test.ts',
    ],
    // Stryker ends what never ends; a test that is slow because of others kills no mutant.
    testTimeout: 90_000,
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
    runner: beside('runner.ts'),
    sequence: { sequencer: DeadliestFirst },
  },
});
