import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,suites,protocol,package,clients}/**/*.test.ts'],
    // Suites over hostile text take their time on a machine that does something else, too.
    testTimeout: 90_000,
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    reporters: ['default'],
    // `npm run coverage`: of the core, without what is data or generated.
    coverage: {
      include: ['shared/**/*.ts'],
      exclude: [
        '**/*.{gen,d}.ts',
        'shared/posting/functionWords.ts',
        'shared/taxonomy/{article,fields,markets,masks,metrics,misnomers,responsibilities,roles,sample}.ts',
        'shared/taxonomy/{titles,tools,traits,vocabulary}.ts',
        'shared/taxonomy/signals/{community,otherWork,shared,social}.ts',
      ],
      reporter: ['text-summary', 'html'],
      reportsDirectory: 'out/coverage',
      thresholds: { lines: 90 },
    },
  },
});
