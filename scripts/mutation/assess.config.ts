import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants of the application of rules are run against: those of the room. Left out are the properties over
 * any world, the embedded city and the comparisons with a city judged anew, which take seconds each and would make every
 * mutant as slow.
 */
export default defineConfig({
  test: {
    allowOnly: false,
    environment: 'node',
    testTimeout: 60_000,
    // One thread a mutant, not one a file: the tests share nothing that they write to.
    isolate: false,
    include: ['test/assess/**/*.test.ts'],
    exclude: ['test/assess/*-properties.test.ts', 'test/assess/three-cities.test.ts', 'test/assess/reassess-zone.test.ts', 'test/assess/compare.test.ts'],
  },
});
