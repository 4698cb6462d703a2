import { defineConfig } from 'vitest/config';

/** All rooms in one run. Each also runs alone: `npx vitest run` in its folder. */
export default defineConfig({
  test: {
    projects: [
      'packages/*/vitest.config.ts',
      'apps/{server,web}/vitest.config.ts',
      { test: { name: 'scripts', root: 'scripts', include: ['**/*.test.mjs'] } },
    ],
  },
});
