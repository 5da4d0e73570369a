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
  },
});
