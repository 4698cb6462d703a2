import { z } from 'zod';

/**
 * Branded identifiers: a member's id cannot be passed where a pairing's is expected.
 * All are UUIDv7 (RFC 9562), so that rows made one after the other lie side by side.
 */
const id = <B extends string>(_brand: B) => z.uuid().brand<B>();

export const AgencyId = id('AgencyId');
export type AgencyId = z.infer<typeof AgencyId>;
export const AccountId = z.string().min(1).max(64).brand<'AccountId'>();
export type AccountId = z.infer<typeof AccountId>;
export const MemberId = id('MemberId');
export type MemberId = z.infer<typeof MemberId>;
export const TermId = id('TermId');
export type TermId = z.infer<typeof TermId>;
export const CareerStepId = id('CareerStepId');
export type CareerStepId = z.infer<typeof CareerStepId>;
export const ProgramId = id('ProgramId');
export type ProgramId = z.infer<typeof ProgramId>;
export const RequestId = id('RequestId');
export type RequestId = z.infer<typeof RequestId>;
export const OfferId = id('OfferId');
export type OfferId = z.infer<typeof OfferId>;
export const RoundId = id('RoundId');
export type RoundId = z.infer<typeof RoundId>;
export const PairingId = id('PairingId');
export type PairingId = z.infer<typeof PairingId>;
export const PairingNoteId = id('PairingNoteId');
export type PairingNoteId = z.infer<typeof PairingNoteId>;
export const SeparationId = id('SeparationId');
export type SeparationId = z.infer<typeof SeparationId>;
export const NextStepId = id('NextStepId');
export type NextStepId = z.infer<typeof NextStepId>;
export const ImportId = id('ImportId');
export type ImportId = z.infer<typeof ImportId>;
