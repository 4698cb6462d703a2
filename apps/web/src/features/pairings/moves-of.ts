import type { Move } from '@trellis/domain/pairings/inputs';
import type { AlternativeView, BoardPairing } from '@trellis/domain/pairings/views';

type Changes = NonNullable<AlternativeView['trade']>['changes'];

/**
 * The moves that make a trade come true on the board as it stands; null when the board has moved on since the round, so
 * that a seat the trade leaves is no longer held as it says, or is published already.
 */
export const movesOf = (changes: Changes, pairings: readonly BoardPairing[]): Move[] | null => {
  const moves: Move[] = [];
  for (const { requestId, fromOfferId, toOfferId } of changes) {
    if (fromOfferId === null) {
      moves.push({ requestId, leaves: null, offerId: toOfferId });
      continue;
    }
    const held = pairings.find((one) => one.requestId === requestId && one.offerId === fromOfferId);
    if (!held || (held.status !== 'suggested' && held.status !== 'approved')) return null;
    moves.push({ requestId, leaves: { pairingId: held.id, version: held.version }, offerId: toOfferId });
  }
  return moves.length > 0 ? moves : null;
};
