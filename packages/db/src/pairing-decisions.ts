import type { PairingId } from '@trellis/domain/ids';
import type { PairingStatus } from '@trellis/domain/pairings/statuses';
import type { Day, Instant } from '@trellis/domain/time';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { pairing } from './schema/pairings.ts';
import { amongIds } from './sets.ts';

/** A pairing as a screen saw it. */
export interface SeenPairing {
  readonly pairingId: PairingId;
  readonly version: number;
}

export interface Moved {
  readonly pairingId: PairingId;
  readonly version: number;
}

/**
 * Moves those pairings that are still what the screen saw and may come from where they are, in one statement; of two
 * who decide at once exactly one finds a row. Those that are missing from the answer were somebody else's.
 * Coming back to `suggested` takes the seats again: `pairing_request_seat_key`, `pairing_offer_seat_key`.
 */
export const decidePairings = async (
  tx: Tx,
  seen: readonly SeenPairing[],
  step: {
    readonly from: readonly PairingStatus[];
    readonly to: PairingStatus;
    readonly reasonCode?: string | null;
    readonly why?: string | null;
    /** While it rests: the day it is to go on. */
    readonly resumeOn?: Day | null;
  },
  now: Instant,
): Promise<readonly Moved[]> => {
  if (seen.length === 0) return [];
  const rows = await tx.orm
    .update(pairing)
    .set({
      status: step.to,
      decidedBy: tx.actorId,
      decidedAt: now,
      endReasonCode: step.reasonCode ?? null,
      endReasonNote: step.why ?? null,
      resumeOn: step.resumeOn ?? null,
      updatedAt: now,
    })
    .where(
      and(
        eq(pairing.agencyId, tx.agencyId),
        inArray(pairing.status, [...step.from]),
        sql`(${pairing.id}, ${pairing.version}) in (
          select (seen->>'pairingId')::uuid, (seen->>'version')::integer
          from jsonb_array_elements(${JSON.stringify(seen)}::jsonb) as seen)`,
      ),
    )
    .returning({ pairingId: pairing.id, version: pairing.version });
  return rows;
};

/** Brings an ended suggestion back on seats that are free now; null when it is no longer what the screen saw. */
export const bringBackPairing = async (
  tx: Tx,
  seen: SeenPairing,
  seats: { readonly requestSeat: number; readonly offerSeat: number },
  now: Instant,
): Promise<Moved | null> => {
  const [row] = await tx.orm
    .update(pairing)
    .set({
      status: 'suggested',
      ...seats,
      decidedBy: tx.actorId,
      decidedAt: now,
      endReasonCode: null,
      endReasonNote: null,
      updatedAt: now,
    })
    .where(
      and(
        eq(pairing.agencyId, tx.agencyId),
        eq(pairing.id, seen.pairingId),
        eq(pairing.version, seen.version),
        inArray(pairing.status, ['dismissed', 'ruled_out']),
      ),
    )
    .returning({ pairingId: pairing.id, version: pairing.version });
  return row ?? null;
};

/** Tells the first people asked: approved pairings become invited. Returns those that were still approved. */
export const publishPairings = async (
  tx: Tx,
  ids: readonly PairingId[],
  dates: { readonly reminderAt: Instant; readonly expiresAt: Instant },
  now: Instant,
): Promise<readonly PairingId[]> => {
  const rows = await tx.orm
    .update(pairing)
    .set({ status: 'invited', publishedAt: now, ...dates, updatedAt: now })
    .where(and(eq(pairing.agencyId, tx.agencyId), amongIds(pairing.id, ids), eq(pairing.status, 'approved')))
    .returning({ id: pairing.id });
  return rows.map((row) => row.id);
};
