import { z } from 'zod';
import { OFFER_NOT_READY, REQUEST_NOT_READY } from '../fit/readiness.ts';
import { MemberId, OfferId, ProgramId, RequestId } from '../ids.ts';
import { Instant } from '../time.ts';
import { ConsentOrder, Objective, ProgramKind, ProgramStatus } from './kinds.ts';
import { RuleSettings, Weights } from './settings.ts';

const count = z.number().int().min(0);

/** A program in the list of all. */
export const ProgramCard = z.strictObject({
  id: ProgramId,
  name: z.string(),
  description: z.string().nullable(),
  kind: ProgramKind,
  status: ProgramStatus,
});
export type ProgramCard = z.infer<typeof ProgramCard>;

/** A program as staff set it up. */
export const ProgramView = z.strictObject({
  id: ProgramId,
  name: z.string(),
  description: z.string().nullable(),
  kind: ProgramKind,
  status: ProgramStatus,
  objective: Objective,
  consentOrder: ConsentOrder,
  weights: Weights,
  rules: RuleSettings,
  agreementText: z.string().nullable(),
  version: z.number().int(),
  updatedAt: Instant,
});
export type ProgramView = z.infer<typeof ProgramView>;

/** Who is ready for the next round, who is not, and why. */
export const ReadinessView = z.strictObject({
  status: ProgramStatus,
  requests: z.array(
    z.strictObject({
      requestId: RequestId,
      memberId: MemberId,
      name: z.string(),
      /** Null: ready. */
      reason: z.enum(REQUEST_NOT_READY).nullable(),
      /** Seats left to fill, 0 for those not ready. */
      seats: count,
    }),
  ),
  offers: z.array(
    z.strictObject({
      offerId: OfferId,
      memberId: MemberId,
      name: z.string(),
      reason: z.enum(OFFER_NOT_READY).nullable(),
      /** Seats left to give, 0 for those not ready. */
      room: count,
    }),
  ),
});
export type ReadinessView = z.infer<typeof ReadinessView>;
