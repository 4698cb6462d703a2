import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'server',
    include: ['src/**/*.test.ts'],
    globalSetup: ['../../packages/db/src/testing-cluster.ts'],
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
