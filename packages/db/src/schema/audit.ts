import type { MemberId } from '@trellis/domain/ids';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';
import { agencyColumn, instant } from './columns.ts';
import { member } from './members.ts';

/** Where an agency's chain ends. Only the audit triggers write it; its row is the lock entries queue behind. */
export const auditHead = pgTable(
  'audit_head',
  {
    agencyId: agencyColumn(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ name: 'audit_head_pkey', columns: [t.agencyId] }),
    foreignKey({ name: 'audit_head_agency_fkey', columns: [t.agencyId], foreignColumns: [agency.id] }),
  ],
);

/**
 * One line per change of state. `seq`, `prevHash` and `hash` are set by a trigger whatever the insert says:
 * gapless per agency, each hash over the one before. The app role may insert and select, nothing else; words
 * about somebody who is erased leave through the function `audit_remove_words`.
 */
export const auditEntry = pgTable(
  'audit_entry',
  {
    agencyId: agencyColumn(),
    seq: bigint('seq', { mode: 'number' }).notNull().default(0),
    at: instant('at').notNull(),
    /** Null: the system itself (a schedule, the terminal). */
    actorId: uuid('actor_id').$type<MemberId>(),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    why: text('why'),
    /** JSON text, not jsonb: the hash is over these very bytes. */
    body: text('body').notNull(),
    /** Goes into `wordsDigest` and is removed with the words: without it nobody can guess them from the digest. */
    wordsSalt: text('words_salt'),
    /** Stands for `why` and `body` in the chain; null in entries from before it did, whose hash is over the words. */
    wordsDigest: text('words_digest'),
    /** True once `why` and `body` were removed because a person was erased; a later entry names this one. */
    wordsRemoved: boolean('words_removed').notNull().default(false),
    prevHash: text('prev_hash').notNull().default(''),
    hash: text('hash').notNull().default(''),
  },
  (t) => [
    primaryKey({ name: 'audit_entry_pkey', columns: [t.agencyId, t.seq] }),
    foreignKey({ name: 'audit_entry_agency_fkey', columns: [t.agencyId], foreignColumns: [agency.id] }),
    foreignKey({
      name: 'audit_entry_actor_fkey',
      columns: [t.agencyId, t.actorId],
      foreignColumns: [member.agencyId, member.id],
    }),
    index('audit_entry_subject_idx').on(t.agencyId, t.subjectKind, t.subjectId, t.seq),
    index('audit_entry_actor_idx').on(t.agencyId, t.actorId, t.seq),
    // One-word fields keep the hashed lines unambiguous.
    check(
      'audit_entry_words_check',
      sql`${t.action} ~ '^[a-z][a-z_.-]*$' and ${t.subjectKind} ~ '^[a-z][a-z_]*$' and ${t.subjectId} ~ '^[A-Za-z0-9_:.-]+$'`,
    ),
  ],
);
