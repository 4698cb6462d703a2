import { z } from 'zod';
import { OFFER_NOT_READY, REQUEST_NOT_READY } from '../fit/readiness.ts';
import { OfferId, RequestId, TermId } from '../ids.ts';
import { Objective } from '../programs/kinds.ts';
import { Rule } from '../programs/settings.ts';
import { TimeZone } from '../time.ts';
import { DayPart } from './mentor-kinds.ts';

const count = z.number().int().min(0);
/** Sums of fit; load costs may pull one below 0. */
const total = z.number().int();

/** Why a request was left over, the binding cause first. */
export const WaitingCause = z.discriminatedUnion('code', [
  z.object({ code: z.literal('no_offers'), facts: z.object({}) }),
  z.object({
    code: z.literal('rules'),
    facts: z.object({
      offers: count,
      ready: count,
      broken: z.array(z.object({ rule: Rule, alone: count, all: count })),
    }),
  }),
  z.object({
    code: z.literal('contested'),
    facts: z.object({ allowed: count, seats: count, rivals: count }),
  }),
  z.object({ code: z.literal('few_mentors'), facts: z.object({ seats: count }) }),
  z.object({ code: z.literal('total_first'), facts: z.object({ free: count }) }),
]);
export type WaitingCause = z.infer<typeof WaitingCause>;

/** The proof of a round, as it was checked before saving. */
export const RoundCertificate = z.object({
  kind: z.enum(['prices', 'levels']),
  ok: z.literal(true),
  served: count,
  total,
  bound: total,
  requests: count,
  offers: count,
  pairs: count,
});
export type RoundCertificate = z.infer<typeof RoundCertificate>;

/** What a round came to, kept with it. Fits and shares are 0…10000. */
export const RoundReport = z.object({
  objective: Objective,
  /** Seats that wanted filling, and seats there were to give. */
  seats: count,
  room: count,
  served: count,
  total,
  worst: count.nullable(),
  evidence: count,
  bridges: count,
  prices: z.array(z.object({ objective: Objective, served: count, total, worst: count.nullable() })),
  scarcity: z.array(
    z.object({
      kind: z.enum(['any', 'skill', 'industry', 'language', 'hours', 'zone']),
      termId: TermId.nullable(),
      language: z.string().nullable().default(null),
      dayPart: DayPart.nullable().default(null),
      timeZone: TimeZone.nullable().default(null),
      mentors: count,
      seats: count,
      more: count,
      asking: count,
    }),
  ),
  stability: z.object({
    blocking: count,
    examples: z.array(z.object({ requestId: RequestId, offerId: OfferId })),
  }),
  /** How many took no part, by reason. */
  notReady: z.object({
    requests: z.partialRecord(z.enum(REQUEST_NOT_READY), count),
    offers: z.partialRecord(z.enum(OFFER_NOT_READY), count),
  }),
});
export type RoundReport = z.infer<typeof RoundReport>;
