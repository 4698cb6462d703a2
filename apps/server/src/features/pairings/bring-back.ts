import type { Tx } from '@trellis/db/client';
import { bringBackPairing, type Moved, type SeenPairing } from '@trellis/db/pairing-decisions';
import type { Couple, Pairing } from '@trellis/db/pairings';
import { lockOfferSeats, lockRequestSeats } from '@trellis/db/seats';
import { deleteSeparation, listSeparations, type Separation } from '@trellis/db/separations';
import type { PairingId } from '@trellis/domain/ids';
import type { Instant } from '@trellis/domain/time';

/**
 * Each comes back on the lowest seats that are free by now, and a ruling out is lifted with it. One whose seats were given
 * away, that somebody else moved, or whose two are kept apart for another reason, stays where it is.
 */
export const bringBack = async (
  tx: Tx,
  pairings: readonly Pairing[],
  seen: readonly SeenPairing[],
  now: Instant,
): Promise<{ readonly moved: readonly Moved[]; readonly apart: ReadonlySet<PairingId> }> => {
  const moved: Moved[] = [];
  const apart = new Set<PairingId>();
  const separations = await separationsByCouple(tx, seen.length > 0);
  for (const one of seen) {
    const pairing = pairings.find(({ id }) => id === one.pairingId)!;
    const between = separations.get(coupleOf({ memberA: pairing.menteeId, memberB: pairing.mentorId })) ?? [];
    if (between.some(({ pairingId }) => pairingId !== pairing.id)) {
      apart.add(pairing.id);
      continue;
    }
    if (one.version !== pairing.version) continue;
    const requestSeats = await lockRequestSeats(tx, pairing.requestId);
    const offerSeats = await lockOfferSeats(tx, pairing.offerId);
    if (!requestSeats?.free || !offerSeats?.free) continue;
    for (const { id } of between) await deleteSeparation(tx, id);
    const seats = { requestSeat: requestSeats.free, offerSeat: offerSeats.free };
    const back = await bringBackPairing(tx, one, seats, now);
    if (back) moved.push(back);
  }
  return { moved, apart };
};

const separationsByCouple = async (
  tx: Tx,
  needed: boolean,
): Promise<ReadonlyMap<string, readonly Separation[]>> => {
  const found = new Map<string, Separation[]>();
  for (const one of needed ? await listSeparations(tx) : []) {
    const couple = coupleOf(one);
    found.set(couple, [...(found.get(couple) ?? []), one]);
  }
  return found;
};

const coupleOf = ({ memberA, memberB }: Couple): string => [memberA, memberB].sort().join(' ');
