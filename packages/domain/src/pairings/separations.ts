import { z } from 'zod';

/** Why two members are never proposed to each other. */
export const SEPARATION_KINDS = ['never_pair', 'ruled_out', 'blocked', 'conflict_of_interest'] as const;
export const SeparationKind = z.enum(SEPARATION_KINDS);
export type SeparationKind = z.infer<typeof SeparationKind>;
