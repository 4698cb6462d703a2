import { z } from 'zod';
import { MemberId, SeparationId } from '../ids.ts';
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
