import { getAgency } from '@trellis/db/agencies';
import type { ActsIn } from '@trellis/db/client';
import { inTx } from '@trellis/db/client';
import { findMember, linkAccount } from '@trellis/db/members';
import { openTestDatabase, type TestDatabase } from '@trellis/db/testing';
import type { Actor } from '@trellis/domain/members/actor';
import type { EmailAddress } from '@trellis/domain/text';
import type { Instant } from '@trellis/domain/time';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { buildApp } from './app.ts';
import { createDeps, type Deps } from './deps.ts';
import { readEnv } from './env.ts';
import { createAccount } from './sign-in/create-account.ts';
import { createCallerFactory } from './trpc/init.ts';
import { appRouter } from './trpc/router.ts';

const callerOf = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof callerOf>;

export const TEST_PASSWORD = 'correct horse battery';

export interface TestServer {
  readonly database: TestDatabase;
  readonly deps: Deps;
  readonly app: FastifyInstance;
  /** Gives a member a way to sign in, signs in over HTTP, and returns the `cookie` header. */
  signIn(member: ActsIn & { readonly memberId: Actor['memberId'] }, email: string): Promise<string>;
  /** The router, called as this member: every middleware but HTTP's own. Mutations get a fresh key each. */
  callAs(actor: Actor): Promise<Caller>;
  close(): Promise<void>;
}

/** The whole server on a database of its own, not listening: tests inject requests or call procedures. */
export const openTestServer = async (
  settings: { readonly rateLimit?: 'on' | 'off' } = {},
): Promise<TestServer> => {
  const database = await openTestDatabase();
  const env = readEnv({
    NODE_ENV: 'test',
    DATABASE_URL: database.appUrl,
    TRELLIS_AUTH_SECRET: 'only-for-tests-0123456789-0123456789',
    TRELLIS_RATE_LIMIT: settings.rateLimit ?? 'off',
    LOG_LEVEL: 'silent',
  });
  const deps = await createDeps(env);
  const app = await buildApp(deps, env);
  return {
    database,
    deps,
    app,
    async signIn(member, email) {
      const accountId = await createAccount(deps.auth, {
        email: email as EmailAddress,
        name: email,
        password: TEST_PASSWORD,
      });
      await inTx(deps.db, member, (tx) => linkAccount(tx, member.memberId, accountId, now()));
      const response = await app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        headers: { origin: 'http://localhost' },
        payload: { email, password: TEST_PASSWORD },
      });
      return response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
    },
    async callAs(actor) {
      const visitor = await inTx(deps.db, actor, async (tx) => {
        const member = await findMember(tx, actor.memberId);
        if (!member) throw new Error('no such member');
        const account = { id: 'test' as never, email: 'test@example.org', name: member.displayName };
        return { account, membership: { member, agency: await getAgency(tx) } };
      });
      return callerOf(() => ({
        deps,
        request: {
          headers: { 'x-idempotency-key': deps.ids.next() } as Record<string, string>,
        } as FastifyRequest,
        visitor: async () => visitor,
        withinLimit: async () => true,
      }));
    },
    async close() {
      await app.close();
      await deps.close();
      await database.close();
    },
  };
};

const now = (): Instant => new Date().toISOString() as Instant;
