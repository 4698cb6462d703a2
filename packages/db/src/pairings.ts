import type { OfferId, PairingId, ProgramId, RequestId, RoundId } from '@trellis/domain/ids';
import type { PairingOrigin, PairingStatus } from '@trellis/domain/pairings/statuses';
import type { Instant } from '@trellis/domain/time';
import type { Tx } from './client.ts';
import { pairing } from './schema/pairings.ts';
import { inChunks } from './sets.ts';

/** A pairing as it begins: suggested, or decided by hand, or brought along from elsewhere. */
export interface NewPairing {
  readonly id: PairingId;
  readonly programId: ProgramId;
  readonly roundId: RoundId | null;
  readonly requestId: RequestId;
  readonly requestSeat: number;
  readonly offerId: OfferId;
  readonly offerSeat: number;
  readonly status: PairingStatus;
  readonly origin: PairingOrigin;
  /** Ten-thousandths, 0 … 10000; null where nobody computed it. */
  readonly fit: number | null;
  readonly trust: number | null;
  readonly reach: number | null;
  readonly evidence: number | null;
  /** As domain's `ReasonsForAll`. */
  readonly reasons: unknown;
}

/**
 * Inserts pairings, which take their seats where they are live.
 * Broken rules: `pairing_request_seat_key`, `pairing_offer_seat_key`, `pairing_couple_key`, `pairing_capacity`,
 * `pairing_capacity_unknown`, `pairing_request_seats`, `pairing_separated`, `pairing_member_gone`, `pairing_self`.
 */
export const insertPairings = (tx: Tx, pairings: readonly NewPairing[], now: Instant): Promise<void> =>
  inChunks(pairings, (chunk) =>
    tx.orm
      .insert(pairing)
      .values(chunk.map((row) => ({ agencyId: tx.agencyId, ...row, createdAt: now, updatedAt: now }))),
  );
