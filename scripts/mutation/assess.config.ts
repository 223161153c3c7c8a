import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants of the application of rules are run against: those of the room. Left out are the properties over
 * any world and the embedded city, which take seconds each and would make every mutant as slow.
 */
export default defineConfig({
  test: {
    allowOnly: false,
    environment: 'node',
    testTimeout: 60_000,
    include: ['test/assess/**/*.test.ts'],
    exclude: ['test/assess/law-properties.test.ts', 'test/assess/three-cities.test.ts'],
  },
});
