import { z } from 'zod';
import { OfferId, PairingId, ProgramId, RequestId } from '../ids.ts';
import { requiredText, text } from '../text.ts';
import { Day } from '../time.ts';

export const MOST_AT_ONCE = 2000;

export const BoardRef = z.strictObject({ programId: ProgramId });
export type BoardRef = z.infer<typeof BoardRef>;

export const PairingRef = z.strictObject({ pairingId: PairingId });
export type PairingRef = z.infer<typeof PairingRef>;

/** Two people who could be paired. */
export const TwoSides = z.strictObject({ programId: ProgramId, requestId: RequestId, offerId: OfferId });
export type TwoSides = z.infer<typeof TwoSides>;

/** What a screen saw: the decision holds only while the pairing is still as it was. */
const Seen = z.strictObject({ pairingId: PairingId, version: z.number().int().min(1) });

/** suggested: takes a decision back · dismissed: may come back · ruled_out: these two, never again. */
export const DECISIONS = ['approved', 'dismissed', 'ruled_out', 'suggested'] as const;

/** One decision for one or many pairings of a program. */
export const DecidePairings = z.strictObject({
  programId: ProgramId,
  pairings: z.array(Seen).min(1).max(MOST_AT_ONCE),
  to: z.enum(DECISIONS),
  why: text(1000).nullable(),
});
export type DecidePairings = z.infer<typeof DecidePairings>;

/** A request leaves one mentor, or none, for another, or none. */
const Move = z.strictObject({ requestId: RequestId, leaves: Seen.nullable(), offerId: OfferId.nullable() });
export type Move = z.infer<typeof Move>;

/** Swaps sides as shown: all moves happen, or none. */
export const SwapPairings = z.strictObject({ programId: ProgramId, moves: z.array(Move).min(1).max(200) });
export type SwapPairings = z.infer<typeof SwapPairings>;

/** Pairs two people by hand. `waive` accepts broken rules that staff may waive; separations never. */
export const PairByHand = TwoSides.extend({ waive: z.boolean() });
export type PairByHand = z.infer<typeof PairByHand>;

/** Moves approved pairings on to the people. Cannot be undone: somebody may have read it. */
export const PublishPairings = z.strictObject({
  programId: ProgramId,
  pairingIds: z.array(PairingId).min(1).max(MOST_AT_ONCE),
});
export type PublishPairings = z.infer<typeof PublishPairings>;

export const AddNote = z.strictObject({ pairingId: PairingId, body: requiredText(2000) });
export type AddNote = z.infer<typeof AddNote>;

/** Ends a published pairing for both, with a reason that stays with staff. */
export const WithdrawPairing = z.strictObject({ pairingId: PairingId, why: requiredText(1000) });
export type WithdrawPairing = z.infer<typeof WithdrawPairing>;

/** What staff may do with a pairing that runs, on the wish of one of the two. */
export const STAFF_MOVES = ['paused', 'active', 'closing', 'closed'] as const;

/** Rests a running pairing until a day, takes it up again, winds it up or closes it, for both. */
export const MovePairing = z
  .strictObject({ ...Seen.shape, to: z.enum(STAFF_MOVES), resumeOn: Day.nullable() })
  .refine(({ to, resumeOn }) => to === 'paused' || resumeOn === null, {
    path: ['resumeOn'],
    error: 'only_when_pausing',
  });
export type MovePairing = z.infer<typeof MovePairing>;
