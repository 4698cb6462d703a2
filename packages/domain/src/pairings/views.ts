import { z } from 'zod';
import { WeeklyHoursView } from '../availability/views.ts';
import { OFFER_NOT_READY, REQUEST_NOT_READY } from '../fit/readiness.ts';
import type { Reason } from '../fit/reason.ts';
import {
  MemberId,
  OfferId,
  PairingId,
  PairingNoteId,
  ProgramId,
  RequestId,
  RoundId,
  TermId,
} from '../ids.ts';
import { NextStepKind } from '../next-steps/next-step.ts';
import { Capacity } from '../offers/offer.ts';
import { ConsentOrder, ProgramStatus } from '../programs/kinds.ts';
import { Criterion, Rule } from '../programs/settings.ts';
import { WaitingCause } from '../rounds/report.ts';
import { Day, Instant, TimeZone } from '../time.ts';
import { Ask } from './asks.ts';
import { PairingOrigin, PairingStatus } from './statuses.ts';

/** A reason as domain makes it; its sentence is made where the reader's language is known. */
const ReasonValue = z.custom<Reason>(
  (value) => typeof value === 'object' && value !== null && 'code' in value && 'facts' in value,
);

const share = z.number().int().min(0).max(10_000);

export const NoteView = z.strictObject({
  id: PairingNoteId,
  author: z.string(),
  body: z.string(),
  at: Instant,
});
export type NoteView = z.infer<typeof NoteView>;

/** One line of the board. Reasons are staff's, best first. */
export const BoardPairing = z.strictObject({
  id: PairingId,
  version: z.number().int(),
  status: PairingStatus,
  origin: PairingOrigin,
  requestId: RequestId,
  offerId: OfferId,
  menteeId: MemberId,
  mentee: z.string(),
  menteeHeadline: z.string().nullable(),
  mentorId: MemberId,
  mentor: z.string(),
  mentorHeadline: z.string().nullable(),
  fit: share.nullable(),
  trust: share.nullable(),
  reach: share.nullable(),
  evidence: share.nullable(),
  bridge: z.boolean(),
  reasons: z.array(ReasonValue),
  missedRounds: z.number().int(),
  waitingSince: Instant.nullable(),
  decidedById: MemberId.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  /** Who was asked, in the order it happened; empty before publishing and for pairs brought along. */
  asks: z.array(Ask),
  /** When those asked are reminded; null when that is over. */
  reminderAt: Instant.nullable(),
  /** Why and when it ended after publishing. `words` are those of whoever ended it, for staff. */
  ended: z.strictObject({ at: Instant, words: z.string().nullable() }).nullable(),
  /** While it rests: the day it is to go on. */
  resumeOn: Day.nullable(),
  /** What was promised to the mentee, while that is open. */
  nextStep: z
    .strictObject({ kind: NextStepKind, words: z.string().nullable(), owner: z.string(), dueOn: Day })
    .nullable(),
  notes: z.array(NoteView),
});
export type BoardPairing = z.infer<typeof BoardPairing>;

/** A term a reason names, for its sentence. */
const NamedTerm = z.strictObject({ id: TermId, name: z.string() });
export type NamedTerm = z.infer<typeof NamedTerm>;

/** Somebody with an empty seat, and what was promised to them. */
export const BoardWaiting = z.strictObject({
  requestId: RequestId,
  memberId: MemberId,
  name: z.string(),
  headline: z.string().nullable(),
  missedRounds: z.number().int(),
  causes: z.array(WaitingCause),
  hasNextStep: z.boolean(),
});
export type BoardWaiting = z.infer<typeof BoardWaiting>;

export const BoardView = z.strictObject({
  program: z.strictObject({
    id: ProgramId,
    name: z.string(),
    status: ProgramStatus,
    consentOrder: ConsentOrder,
  }),
  round: z.strictObject({ id: RoundId, number: z.number().int() }).nullable(),
  pairings: z.array(BoardPairing),
  waiting: z.array(BoardWaiting),
  terms: z.array(NamedTerm),
  /** Mentors with a free seat, for pairing by hand. */
  free: z.array(
    z.strictObject({
      offerId: OfferId,
      memberId: MemberId,
      name: z.string(),
      headline: z.string().nullable(),
      free: z.number().int(),
    }),
  ),
});
export type BoardView = z.infer<typeof BoardView>;

/** One of the two people, as staff see them beside the other. `shared` marks what both have. */
export const PersonSide = z.strictObject({
  memberId: MemberId,
  name: z.string(),
  headline: z.string().nullable(),
  about: z.string().nullable(),
  note: z.string().nullable(),
  country: z.string().nullable(),
  employer: z.string().nullable(),
  timeZone: z.string().nullable(),
  capacity: Capacity.optional(),
  towards: z.string().nullable(),
  goals: z.array(z.strictObject({ ...NamedTerm.shape, shared: z.boolean() })),
  skills: z.array(
    z.strictObject({
      ...NamedTerm.shape,
      shared: z.boolean(),
      level: z.number().int().nullable(),
      wanted: z.boolean(),
    }),
  ),
  industries: z.array(
    z.strictObject({ ...NamedTerm.shape, shared: z.boolean(), years: z.number().int().nullable() }),
  ),
  languages: z.array(z.strictObject({ tag: z.string(), shared: z.boolean() })),
  career: z.array(
    z.strictObject({
      occupation: z.string().nullable(),
      industry: z.string().nullable(),
      fromYear: z.number().int().nullable(),
      toYear: z.number().int().nullable(),
    }),
  ),
});
export type PersonSide = z.infer<typeof PersonSide>;

/** The usual weeks of both on one clock, and what they share; `whose` clock it is. */
export const SharedWeek = z.strictObject({
  whose: z.enum(['viewer', 'mentee', 'mentor']),
  timeZone: TimeZone,
  mentee: WeeklyHoursView,
  mentor: WeeklyHoursView,
  shared: WeeklyHoursView,
});
export type SharedWeek = z.infer<typeof SharedWeek>;

/** Both people side by side, and where the numbers come from. */
export const SideBySideView = z.strictObject({
  pairingId: PairingId,
  mentee: PersonSide,
  mentor: PersonSide,
  /** Free minutes a week both have; null when one did not say. */
  sharedMinutes: z.number().int().nullable(),
  /** This week on the clock of whoever looks and of either of the two, each clock once; empty when both said nothing. */
  weeks: z.array(SharedWeek),
  parts: z.array(z.strictObject({ criterion: Criterion, value: share.nullable(), share })),
});
export type SideBySideView = z.infer<typeof SideBySideView>;

/** Another pair, and exactly what choosing it would change. */
export const AlternativeView = z.strictObject({
  requestId: RequestId,
  offerId: OfferId,
  mentee: z.string(),
  mentor: z.string(),
  fit: share,
  bridge: z.boolean(),
  planned: z.boolean(),
  reasons: z.array(ReasonValue),
  /** Null: a seat it needs is promised, or the pool is too large to find out while one waits. */
  noTrade: z.enum(['promised', 'too_large']).nullable(),
  /** In very large pools the trade is one that can be had, and a better one may exist. */
  exact: z.boolean(),
  trade: z
    .strictObject({
      served: z.number().int(),
      total: z.number().int(),
      changes: z.array(
        z.strictObject({
          requestId: RequestId,
          mentee: z.string(),
          fromOfferId: OfferId.nullable(),
          from: z.string().nullable(),
          toOfferId: OfferId.nullable(),
          to: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
});
export type AlternativeView = z.infer<typeof AlternativeView>;

/** Other mentors for this mentee, other mentees for this mentor. Empty lists when the round has no snapshot. */
export const AlternativesView = z.strictObject({
  mentors: z.array(AlternativeView),
  mentees: z.array(AlternativeView),
  terms: z.array(NamedTerm),
});
export type AlternativesView = z.infer<typeof AlternativesView>;

/**
 * Why a round did not pair two people: it did; one of them took no part (null: nothing is known of it); rules; a seat it needs
 * is promised; or what it would have cost. `too_slow`: the pool is too large to find out while one waits.
 */
export const WhyNotView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('planned') }),
  z.strictObject({ kind: z.literal('request_not_ready'), reason: z.enum(REQUEST_NOT_READY).nullable() }),
  z.strictObject({ kind: z.literal('offer_not_ready'), reason: z.enum(OFFER_NOT_READY).nullable() }),
  z.strictObject({ kind: z.literal('rules'), broken: z.array(Rule) }),
  z.strictObject({ kind: z.literal('promised') }),
  z.strictObject({ kind: z.literal('trade'), alternative: AlternativeView, terms: z.array(NamedTerm) }),
  z.strictObject({ kind: z.literal('too_slow') }),
]);
export type WhyNotView = z.infer<typeof WhyNotView>;

/**
 * Why a decision did not go through: somebody was faster · its seats are given away · the two are kept apart · it cannot go
 * there from where it is.
 */
const LostBecause = z.enum(['changed', 'seats_taken', 'kept_apart', 'not_possible']);
export type LostBecause = z.infer<typeof LostBecause>;

/** What came of a decision: those that moved, with their new versions, and those somebody else was faster with. */
export const DecidedView = z.strictObject({
  moved: z.array(z.strictObject({ pairingId: PairingId, version: z.number().int() })),
  lost: z.array(
    z.strictObject({
      pairingId: PairingId,
      mentee: z.string(),
      mentor: z.string(),
      because: LostBecause,
      now: PairingStatus,
      by: z.string().nullable(),
    }),
  ),
});
export type DecidedView = z.infer<typeof DecidedView>;

/**
 * Before publishing: what could be, who is told first, and who would then be left with nothing to expect. That is the same for
 * a part of the approved as for all of them: whose pairing stays on the board is being looked after.
 */
export const PublishPreview = z.strictObject({
  approved: z.array(z.strictObject({ pairingId: PairingId, mentee: z.string(), mentor: z.string() })),
  undecided: z.number().int(),
  consentOrder: ConsentOrder,
  withoutNextStep: z.array(z.strictObject({ requestId: RequestId, memberId: MemberId, name: z.string() })),
});
export type PublishPreview = z.infer<typeof PublishPreview>;

export const PublishedView = z.strictObject({ published: z.array(PairingId) });
export type PublishedView = z.infer<typeof PublishedView>;

/** Pairing two by hand needs a yes: which rules it breaks. */
export const HandCheck = z.strictObject({
  broken: z.array(Rule),
  waivable: z.boolean(),
  fit: share,
  reasons: z.array(ReasonValue),
  terms: z.array(NamedTerm),
});
export type HandCheck = z.infer<typeof HandCheck>;
