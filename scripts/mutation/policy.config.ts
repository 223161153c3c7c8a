import { defineConfig } from 'vitest/config';

/** The tests that mutants of the format of law are run against: those of the room that are about code, not about documents. */
export default defineConfig({
  test: {
    allowOnly: false,
    environment: 'node',
    testTimeout: 60_000,
    include: ['test/policy/{conditions,in-force,pack-problems,parse-rule-pack,phrase-numbers}.test.ts'],
  },
});
