import type { OfferId, RequestId, RoundId } from '@trellis/domain/ids';
import { and, asc, eq } from 'drizzle-orm';
import type { Read } from '../client.ts';
import { pairing } from '../schema/pairings.ts';

export interface RoundPair {
  readonly requestId: RequestId;
  readonly requestSeat: number;
  readonly offerId: OfferId;
  readonly offerSeat: number;
  readonly fit: number | null;
}

/** The pairings a round suggested, whatever became of them since, in the order of their ids on both sides. */
export const loadRoundPairs = (read: Read, id: RoundId): Promise<readonly RoundPair[]> =>
  read.orm
    .select({
      requestId: pairing.requestId,
      requestSeat: pairing.requestSeat,
      offerId: pairing.offerId,
      offerSeat: pairing.offerSeat,
      fit: pairing.fit,
    })
    .from(pairing)
    .where(and(eq(pairing.agencyId, read.agencyId), eq(pairing.roundId, id), eq(pairing.origin, 'round')))
    .orderBy(asc(pairing.requestId), asc(pairing.offerId));
