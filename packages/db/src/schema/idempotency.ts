import type { MemberId } from '@trellis/domain/ids';
import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { agencyColumn, instant } from './columns.ts';
import { member } from './members.ts';

/** What a call with this key answered, so that a retry has the same effect once and hears the same. */
export const idempotencyKey = pgTable(
  'idempotency_key',
  {
    agencyId: agencyColumn(),
    actorId: uuid('actor_id').$type<MemberId>().notNull(),
    key: text('key').notNull(),
    /** Of procedure and input; the same key with another hash is refused. */
    requestHash: text('request_hash').notNull(),
    /** JSON text of the answer; null only inside the transaction that is still making it. */
    response: text('response'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'idempotency_key_pkey', columns: [t.agencyId, t.actorId, t.key] }),
    foreignKey({
      name: 'idempotency_key_actor_fkey',
      columns: [t.agencyId, t.actorId],
      foreignColumns: [member.agencyId, member.id],
    }),
    index('idempotency_key_age_idx').on(t.agencyId, t.createdAt),
  ],
);
