import { z } from 'zod';
import { OfferId, ProgramId, RequestId } from '../ids.ts';
import { requiredText, text } from '../text.ts';
import { ConsentOrder, Objective, ProgramKind } from './kinds.ts';
import { RuleSettings, Weights } from './settings.ts';

export const ProgramRef = z.strictObject({ programId: ProgramId });
export type ProgramRef = z.infer<typeof ProgramRef>;

export const ProgramName = requiredText(120);

/** Begins a program as a draft, with settings that work for most. */
export const StartProgram = z.strictObject({ name: ProgramName, kind: ProgramKind });
export type StartProgram = z.infer<typeof StartProgram>;

/** What the setup page saves as one types: each part by itself, the others stay. */
export const ProgramChange = z.strictObject({
  name: ProgramName.optional(),
  description: text(2000).nullable().optional(),
  objective: Objective.optional(),
  weights: Weights.optional(),
  rules: RuleSettings.optional(),
  consentOrder: ConsentOrder.optional(),
  agreementText: text(20_000).nullable().optional(),
});
export type ProgramChange = z.infer<typeof ProgramChange>;

export const SaveProgram = z.strictObject({ programId: ProgramId, change: ProgramChange });
export type SaveProgram = z.infer<typeof SaveProgram>;

/** open: people may ask and offer, and rounds run · closed: nothing new begins, running pairings go on. */
export const PROGRAM_MOVES = ['open', 'closed'] as const;
export const MoveProgram = z.strictObject({ programId: ProgramId, to: z.enum(PROGRAM_MOVES) });
export type MoveProgram = z.infer<typeof MoveProgram>;

/** Two people of the program to try weights on; who is not named is chosen. */
export const ExamplePairInput = z.strictObject({
  programId: ProgramId,
  requestId: RequestId.nullable(),
  offerId: OfferId.nullable(),
});
export type ExamplePairInput = z.infer<typeof ExamplePairInput>;
