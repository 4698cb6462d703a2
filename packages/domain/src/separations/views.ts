import { z } from 'zod';
import { MemberId, ProgramId, SeparationId } from '../ids.ts';
import { SeparationKind } from '../pairings/separations.ts';
import { Instant } from '../time.ts';

const Person = z.strictObject({ memberId: MemberId, name: z.string() });

/** Two members who are kept apart, for staff. */
export const SeparationView = z.strictObject({
  id: SeparationId,
  a: Person,
  b: Person,
  kind: SeparationKind,
  why: z.string().nullable(),
  createdAt: Instant,
});
export type SeparationView = z.infer<typeof SeparationView>;

/** Two are kept apart from now on; the suggestions of the two that were taken off a board with it. */
export const SeparatedView = z.strictObject({
  separationId: SeparationId,
  takenOff: z.array(
    z.strictObject({
      programId: ProgramId,
      program: z.string(),
      mentee: z.string(),
      mentor: z.string(),
    }),
  ),
});
export type SeparatedView = z.infer<typeof SeparatedView>;
