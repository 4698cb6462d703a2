import { z } from 'zod';
import { MemberId, SeparationId } from '../ids.ts';
import { text } from '../text.ts';

/** Two members are never to be proposed to each other. */
export const SeparateMembers = z
  .strictObject({ memberA: MemberId, memberB: MemberId, why: text(500).nullable() })
  .refine(({ memberA, memberB }) => memberA !== memberB, { error: 'same_member' });
export type SeparateMembers = z.infer<typeof SeparateMembers>;

export const SeparationRef = z.strictObject({ separationId: SeparationId });
export type SeparationRef = z.infer<typeof SeparationRef>;
