import { z } from 'zod';
import { PairingId } from '../ids.ts';
import { text } from '../text.ts';
import { Day } from '../time.ts';
import { Answer } from './answer.ts';

/** What one of the two says; the words stay with staff. */
export const AnswerPairing = z.strictObject({
  pairingId: PairingId,
  answer: Answer,
  words: text(1000).nullable(),
});
export type AnswerPairing = z.infer<typeof AnswerPairing>;

/** What either of the two may do with a pairing that runs. */
export const OWN_MOVES = ['paused', 'active', 'closing', 'closed', 'kept'] as const;

export const MoveOwnPairing = z
  .strictObject({ pairingId: PairingId, to: z.enum(OWN_MOVES), resumeOn: Day.nullable() })
  .refine(({ to, resumeOn }) => to === 'paused' || resumeOn === null, {
    path: ['resumeOn'],
    error: 'only_when_pausing',
  });
export type MoveOwnPairing = z.infer<typeof MoveOwnPairing>;
