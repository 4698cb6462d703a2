import type { Db } from '@trellis/db/client';
import { signInStore } from '@trellis/db/sign-in';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Logger } from 'pino';
import type { Env } from '../env.ts';

const WEEK_SECONDS = 7 * 24 * 3600;

/**
 * Sign-in by e-mail and password (better-auth, scrypt). Accounts are made by staff, an import or the demo, so
 * signing up by oneself is off: an agency decides who its members are.
 */
export const createAuth = (db: Db, env: Env, log: Logger) => {
  const store = signInStore(db);
  const secure = env.PUBLIC_URL?.startsWith('https:') ?? false;
  return betterAuth({
    appName: 'Trellis',
    secret: env.TRELLIS_AUTH_SECRET,
    basePath: '/api/auth',
    ...(env.PUBLIC_URL ? { baseURL: env.PUBLIC_URL } : {}),
    // Without a public address the one the browser used is the only one trusted.
    trustedOrigins: (request) => {
      if (env.PUBLIC_URL || !request) return [];
      const host = request.headers.get('host');
      return host ? [`http://${host}`] : [];
    },
    database: drizzleAdapter(store.orm, { provider: 'pg', schema: store.schema }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: { expiresIn: WEEK_SECONDS, updateAge: WEEK_SECONDS / 7 },
    rateLimit: { enabled: env.TRELLIS_RATE_LIMIT === 'on', window: 60, max: 60 },
    telemetry: { enabled: false },
    advanced: {
      // Said aloud, since the library leaves them off in tests.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
      cookies: secure
        ? { session_token: { name: '__Host-trellis' } }
        : { session_token: { name: 'trellis' } },
      ipAddress: { ipAddressHeaders: ['x-trellis-client-address'] },
    },
    // Its own would print whatever it is given, values of queries and all.
    logger: {
      level: 'error',
      log: (level, message, ...facts) => {
        const err = facts.find((fact) => fact instanceof Error);
        log[level]({ err }, message.split('\n')[0]);
      },
    },
  });
};

export type Auth = ReturnType<typeof createAuth>;
