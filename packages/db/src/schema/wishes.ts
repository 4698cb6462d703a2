import type { OfferId, ProgramId, RequestId } from '@trellis/domain/ids';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { agencyColumn } from './columns.ts';
import { offer } from './offers.ts';
import { request } from './requests.ts';

/** A ranked wish of a request for an offer of the same program, with a line why. */
export const wish = pgTable(
  'wish',
  {
    agencyId: agencyColumn(),
    programId: uuid('program_id').$type<ProgramId>().notNull(),
    requestId: uuid('request_id').$type<RequestId>().notNull(),
    offerId: uuid('offer_id').$type<OfferId>().notNull(),
    rank: smallint('rank').notNull(),
    line: text('line'),
  },
  (t) => [
    primaryKey({ name: 'wish_pkey', columns: [t.agencyId, t.requestId, t.offerId] }),
    uniqueIndex('wish_rank_key').on(t.agencyId, t.requestId, t.rank),
    foreignKey({
      name: 'wish_request_fkey',
      columns: [t.agencyId, t.programId, t.requestId],
      foreignColumns: [request.agencyId, request.programId, request.id],
    }),
    foreignKey({
      name: 'wish_offer_fkey',
      columns: [t.agencyId, t.programId, t.offerId],
      foreignColumns: [offer.agencyId, offer.programId, offer.id],
    }),
    index('wish_offer_idx').on(t.agencyId, t.offerId),
    index('wish_program_idx').on(t.agencyId, t.programId),
    check('wish_rank_check', sql`${t.rank} between 1 and 5`),
  ],
);
