import { createRequire } from 'node:module';
import type { default as fastCheck, IRawProperty, Parameters } from 'fast-check';

// `vitest.config.ts` sends every import of fast-check here, so that only `require` finds the library itself.
const fc = createRequire(import.meta.url)('fast-check') as typeof fastCheck;

/** A tenth of the runs, and the same ones each time, so that all mutants meet the same documents. */
const assert = <Ts>(property: IRawProperty<Ts>, parameters: Parameters<Ts> = {}) =>
  fc.assert(property, { ...parameters, numRuns: Math.ceil((parameters.numRuns ?? 100) / 10), seed: 1 });

export default { ...fc, assert };
