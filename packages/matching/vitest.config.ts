import { defineConfig } from 'vitest/config';

// Random rounds are solved by the hundred; a busy machine takes its time.
export default defineConfig({
  test: { name: 'matching', include: ['src/**/*.test.ts'], testTimeout: 60_000 },
});
