import type { PairingId } from '@trellis/domain/ids';
import type { Answer, Place } from '@trellis/domain/pairings/answer';
import type { PairingStatus } from '@trellis/domain/pairings/statuses';
import type { Day, Instant } from '@trellis/domain/time';
import { and, eq } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { pairing } from './schema/pairings.ts';

/**
 * Saves what one side said and what it makes of the pairing, if it is still in the status the answer was given to.
 * @param words in the person's own words; staff only
 * @returns false when somebody was faster
 */
export const saveAnswer = async (
  tx: Tx,
  id: PairingId,
  step: {
    readonly place: Place;
    readonly answer: Answer;
    readonly from: PairingStatus;
    readonly to: PairingStatus;
    readonly words: string | null;
    /** A fresh term for whoever is asked next; null leaves the dates alone. */
    readonly term: { readonly reminderAt: Instant; readonly expiresAt: Instant } | null;
  },
  now: Instant,
): Promise<boolean> => {
  const rows = await tx.orm
    .update(pairing)
    .set({
      status: step.to,
      ...(step.place === 'mentor'
        ? { mentorAnswer: step.answer, mentorAnsweredAt: now }
        : { menteeAnswer: step.answer, menteeAnsweredAt: now }),
      ...(step.term ?? {}),
      ...(step.to === 'declined' || step.to === 'not_now'
        ? { endReasonCode: `${step.place}_${step.answer}`, endReasonNote: step.words }
        : {}),
      updatedAt: now,
    })
    .where(and(eq(pairing.agencyId, tx.agencyId), eq(pairing.id, id), eq(pairing.status, step.from)))
    .returning({ id: pairing.id });
  return rows.length > 0;
};

/** Moves a pairing that runs, if it is still where it was seen; false when somebody was faster. */
export const moveOwnPairing = async (
  tx: Tx,
  id: PairingId,
  step: { readonly from: PairingStatus; readonly to: PairingStatus; readonly resumeOn: Day | null },
  now: Instant,
): Promise<boolean> => {
  const rows = await tx.orm
    .update(pairing)
    .set({ status: step.to, resumeOn: step.resumeOn, updatedAt: now })
    .where(and(eq(pairing.agencyId, tx.agencyId), eq(pairing.id, id), eq(pairing.status, step.from)))
    .returning({ id: pairing.id });
  return rows.length > 0;
};
