import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** All rooms in one run. Each also runs alone: `npx vitest run` in its folder. */
export default defineConfig({
  test: {
    // Tests wait for the database as much as they compute: as many at a time as there are cores, not one less.
    maxWorkers: availableParallelism(),
    projects: [
      'packages/*/vitest.config.ts',
      'apps/{server,web}/vitest.config.ts',
      { test: { name: 'scripts', root: 'scripts', include: ['**/*.test.mjs'] } },
    ],
  },
});
