import type { OfferId, RequestId } from '@trellis/domain/ids';
import { LIVE_STATUSES } from '@trellis/domain/pairings/statuses';
import { and, eq, inArray } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Tx } from './client.ts';
import { offer } from './schema/offers.ts';
import { pairing } from './schema/pairings.ts';
import { request } from './schema/requests.ts';

export interface Seats {
  /** All seats; null is unknown, which is no seat. */
  readonly seats: number | null;
  readonly held: number;
  /** The lowest free number, or null. */
  readonly free: number | null;
}

/** The seats of a request, locked until this transaction ends; null when there is no such request. */
export const lockRequestSeats = async (tx: Tx, id: RequestId): Promise<Seats | null> => {
  const [row] = await tx.orm
    .select({ seats: request.seats })
    .from(request)
    .where(and(eq(request.agencyId, tx.agencyId), eq(request.id, id)))
    .for('no key update');
  return row ? freeAmong(tx, row.seats, pairing.requestId, pairing.requestSeat, id) : null;
};

/** The seats of an offer, locked until this transaction ends; null when there is no such offer. */
export const lockOfferSeats = async (tx: Tx, id: OfferId): Promise<Seats | null> => {
  const [row] = await tx.orm
    .select({ seats: offer.capacity })
    .from(offer)
    .where(and(eq(offer.agencyId, tx.agencyId), eq(offer.id, id)))
    .for('no key update');
  return row ? freeAmong(tx, row.seats, pairing.offerId, pairing.offerSeat, id) : null;
};

const freeAmong = async (
  tx: Tx,
  seats: number | null,
  owner: AnyPgColumn,
  number: AnyPgColumn,
  id: string,
): Promise<Seats> => {
  const rows = await tx.orm
    .select({ seat: number })
    .from(pairing)
    .where(
      and(eq(pairing.agencyId, tx.agencyId), eq(owner, id), inArray(pairing.status, [...LIVE_STATUSES])),
    );
  const held = new Set(rows.map((row) => Number(row.seat)));
  let free: number | null = null;
  for (let seat = 1; seat <= (seats ?? 0) && free === null; seat++) if (!held.has(seat)) free = seat;
  return { seats, held: held.size, free };
};
