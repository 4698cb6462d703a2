import { startTestPostgres } from '../embedded/embedded.mjs';

/**
 * vitest `globalSetup`: one embedded PostgreSQL for the whole run, found by every test file through
 * TRELLIS_TEST_POSTGRES_URL. Does nothing when that is set already.
 */
export const setup = async (): Promise<(() => Promise<void>) | undefined> => {
  if (process.env.TRELLIS_TEST_POSTGRES_URL) return undefined;
  const running = await startTestPostgres();
  process.env.TRELLIS_TEST_POSTGRES_URL = running.ownerUrl;
  return () => running.stop();
};
