import { z } from 'zod';
import { ProgramId } from '../ids.ts';

/** `program`: this program's pairings · `agency`: those of all programs, beside this program's weights. */
export const OUTCOME_SCOPES = ['program', 'agency'] as const;
export const OutcomeScope = z.enum(OUTCOME_SCOPES);
export type OutcomeScope = z.infer<typeof OutcomeScope>;

export const ReadOutcomes = z.strictObject({ programId: ProgramId, scope: OutcomeScope });
export type ReadOutcomes = z.infer<typeof ReadOutcomes>;
