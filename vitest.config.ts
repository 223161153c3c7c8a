import { defineConfig } from 'vitest/config';

/** `unit` runs in bare Node: engine, properties, command line. `e2e` drives Chromium over the built page. */
export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        extends: true,
        // A busy machine is slow, not wrong.
        test: { name: 'unit', environment: 'node', include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: ['test/e2e/serve-build.ts'],
          // Software rendering on two cores: a map takes seconds to stand. Files run one after another.
          testTimeout: 120_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
          pool: 'forks',
          fileParallelism: false,
        },
      },
    ],
  },
});
