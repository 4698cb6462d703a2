import { z } from 'zod';
import { OfferId, ProgramId, RequestId } from '../ids.ts';
import { Happening } from './happening.ts';

const ProgramChoice = z.strictObject({ programId: ProgramId, name: z.string() });

/** A member's first page: what happens next, what is theirs, and what they could begin. */
export const HomeView = z.strictObject({
  happenings: z.array(Happening),
  requests: z.array(z.strictObject({ requestId: RequestId, program: z.string() })),
  offers: z.array(z.strictObject({ offerId: OfferId, program: z.string() })),
  mayAskIn: z.array(ProgramChoice),
  mayOfferIn: z.array(ProgramChoice),
});
export type HomeView = z.infer<typeof HomeView>;
