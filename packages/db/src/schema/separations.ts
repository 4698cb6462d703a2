import type { MemberId, PairingId, SeparationId } from '@trellis/domain/ids';
import { SEPARATION_KINDS, type SeparationKind } from '@trellis/domain/pairings/separations';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { agencyColumn, instant, oneOf } from './columns.ts';
import { member } from './members.ts';
import { pairing } from './pairings.ts';

/** Two members who are never proposed to each other. Kept once per pair: the lower id first. */
export const separation = pgTable(
  'separation',
  {
    agencyId: agencyColumn(),
    id: uuid('id').$type<SeparationId>().notNull(),
    lowMemberId: uuid('low_member_id').$type<MemberId>().notNull(),
    highMemberId: uuid('high_member_id').$type<MemberId>().notNull(),
    kind: text('kind').$type<SeparationKind>().notNull(),
    /** Staff only. */
    why: text('why'),
    /** The pairing that was ruled out, where there was one. */
    pairingId: uuid('pairing_id').$type<PairingId>(),
    createdBy: uuid('created_by').$type<MemberId>(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'separation_pkey', columns: [t.agencyId, t.id] }),
    uniqueIndex('separation_pair_key').on(t.agencyId, t.lowMemberId, t.highMemberId, t.kind),
    foreignKey({
      name: 'separation_low_fkey',
      columns: [t.agencyId, t.lowMemberId],
      foreignColumns: [member.agencyId, member.id],
    }),
    foreignKey({
      name: 'separation_high_fkey',
      columns: [t.agencyId, t.highMemberId],
      foreignColumns: [member.agencyId, member.id],
    }),
    foreignKey({
      name: 'separation_pairing_fkey',
      columns: [t.agencyId, t.pairingId],
      foreignColumns: [pairing.agencyId, pairing.id],
    }),
    foreignKey({
      name: 'separation_created_by_fkey',
      columns: [t.agencyId, t.createdBy],
      foreignColumns: [member.agencyId, member.id],
    }),
    index('separation_high_idx').on(t.agencyId, t.highMemberId),
    oneOf('separation_kind_check', t.kind, SEPARATION_KINDS),
    check('separation_order_check', sql`${t.lowMemberId} < ${t.highMemberId}`),
  ],
);
