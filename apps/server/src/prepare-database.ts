import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { migrate } from '@trellis/db/migrate';
import type { Env } from './env.ts';

/** Brings the schema up to date when the owner's URL is known; the app role gets the password we sign in with. */
export const prepareDatabase = async (env: Env): Promise<void> => {
  if (!env.DATABASE_OWNER_URL) return;
  const app = new URL(env.DATABASE_URL);
  const bundled = fileURLToPath(new URL('./migrations', import.meta.url));
  await migrate(env.DATABASE_OWNER_URL, {
    appPassword: app.username === 'trellis_app' ? decodeURIComponent(app.password) : null,
    ...(existsSync(bundled) ? { folder: bundled } : {}),
  });
};
