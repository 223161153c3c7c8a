import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants of the law's code are run against. Left out: the properties over any world and the embedded city,
 * which take seconds each and would make every mutant as slow, and the tests of the documents, which are data.
 */
export default defineConfig({
  test: {
    allowOnly: false,
    environment: 'node',
    testTimeout: 60_000,
    include: ['test/policy/**/*.test.ts', 'test/assess/**/*.test.ts'],
    exclude: [
      'test/assess/law-properties.test.ts',
      'test/assess/three-cities.test.ts',
      'test/policy/cases.test.ts',
      'test/policy/requirement-cases.test.ts',
      'test/policy/documents.test.ts',
      'test/policy/quarters.test.ts',
    ],
  },
});
