import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,suites,protocol}/**/*.test.ts'],
    testTimeout: 20_000,
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    reporters: ['default'],
  },
});
