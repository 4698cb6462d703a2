import type { OfferId } from '@trellis/domain/ids';
import type { Capacity } from '@trellis/domain/offers/offer';
import { LIVE_STATUSES } from '@trellis/domain/pairings/statuses';
import type { Instant } from '@trellis/domain/time';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { offer } from './schema/offers.ts';
import { pairing } from './schema/pairings.ts';

export type CapacityAnswer =
  | { readonly outcome: 'set' }
  | { readonly outcome: 'missing' }
  /** More pairings hold a seat than the new capacity has. Nothing was changed. */
  | { readonly outcome: 'held'; readonly held: number };

/**
 * Sets an offer's capacity. Held seats with numbers above the new capacity move down into free ones first, so
 * the only thing that counts is how many are held. Pairings and other changes of this offer wait meanwhile.
 */
export const setCapacity = async (
  tx: Tx,
  id: OfferId,
  capacity: Capacity,
  now: Instant,
): Promise<CapacityAnswer> => {
  const locked = await tx.orm
    .select({ id: offer.id })
    .from(offer)
    .where(and(eq(offer.agencyId, tx.agencyId), eq(offer.id, id)))
    .for('no key update');
  if (locked.length === 0) return { outcome: 'missing' };
  if (capacity !== null) {
    const held = await tx.orm
      .select({ id: pairing.id, seat: pairing.offerSeat })
      .from(pairing)
      .where(
        and(
          eq(pairing.agencyId, tx.agencyId),
          eq(pairing.offerId, id),
          inArray(pairing.status, [...LIVE_STATUSES]),
        ),
      )
      .orderBy(asc(pairing.offerSeat));
    if (held.length > capacity) return { outcome: 'held', held: held.length };
    const taken = new Set(held.map(({ seat }) => seat));
    let free = 1;
    for (const { id: pairingId, seat } of held.filter((row) => row.seat > capacity)) {
      while (taken.has(free)) free++;
      taken.add(free);
      taken.delete(seat);
      await tx.orm
        .update(pairing)
        .set({ offerSeat: free })
        .where(and(eq(pairing.agencyId, tx.agencyId), eq(pairing.id, pairingId)));
    }
  }
  await tx.orm
    .update(offer)
    .set({ capacity, updatedAt: now })
    .where(and(eq(offer.agencyId, tx.agencyId), eq(offer.id, id)));
  return { outcome: 'set' };
};
