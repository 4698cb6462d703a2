import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';
import { agencyColumn, instant } from './columns.ts';

/** Effects to have once the change is committed. The dedup key is the row's identity: it takes effect once. */
export const outbox = pgTable(
  'outbox',
  {
    agencyId: agencyColumn(),
    dedupKey: text('dedup_key').notNull(),
    topic: text('topic').notNull(),
    payload: jsonb('payload').$type<unknown>().notNull(),
    createdAt: instant('created_at').notNull(),
    /** Not before; moved into the future after a failure. */
    dueAt: instant('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    doneAt: instant('done_at'),
    /** Given up after too many attempts: staff must look. */
    deadAt: instant('dead_at'),
  },
  (t) => [
    primaryKey({ name: 'outbox_pkey', columns: [t.agencyId, t.dedupKey] }),
    foreignKey({ name: 'outbox_agency_fkey', columns: [t.agencyId], foreignColumns: [agency.id] }),
    index('outbox_due_idx').on(t.agencyId, t.dueAt).where(sql`${t.doneAt} is null and ${t.deadAt} is null`),
  ],
);
