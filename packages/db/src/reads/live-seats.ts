import type { OfferId, ProgramId, RequestId } from '@trellis/domain/ids';
import { LIVE_STATUSES } from '@trellis/domain/pairings/statuses';
import { and, eq, inArray } from 'drizzle-orm';
import type { Read } from '../client.ts';
import { pairing } from '../schema/pairings.ts';

export interface LiveSeat {
  readonly requestId: RequestId;
  readonly requestSeat: number;
  readonly offerId: OfferId;
  readonly offerSeat: number;
}

/** Every seat that a live pairing of the program holds, undecided suggestions included. */
export const loadLiveSeats = (read: Read, programId: ProgramId): Promise<readonly LiveSeat[]> =>
  read.orm
    .select({
      requestId: pairing.requestId,
      requestSeat: pairing.requestSeat,
      offerId: pairing.offerId,
      offerSeat: pairing.offerSeat,
    })
    .from(pairing)
    .where(
      and(
        eq(pairing.agencyId, read.agencyId),
        eq(pairing.programId, programId),
        inArray(pairing.status, [...LIVE_STATUSES]),
      ),
    );

/** Who was ever paired with whom in the program, whatever came of it. */
export const loadCouples = (
  read: Read,
  programId: ProgramId,
): Promise<readonly Pick<LiveSeat, 'requestId' | 'offerId'>[]> =>
  read.orm
    .selectDistinct({ requestId: pairing.requestId, offerId: pairing.offerId })
    .from(pairing)
    .where(and(eq(pairing.agencyId, read.agencyId), eq(pairing.programId, programId)));
