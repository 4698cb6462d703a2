import { z } from 'zod';
import { OfferId, PairingId, RequestId } from '../ids.ts';
import type { OfferStatus } from '../offers/offer.ts';
import { type Answer, type Asked, isAsked, mayKnow, type Place } from '../pairings/answer.ts';
import { LIVE_STATUSES } from '../pairings/statuses.ts';
import type { RequestStatus } from '../requests/request.ts';
import { Day, Instant } from '../time.ts';
import { NextStepKind } from './next-step.ts';

/** What happens next, as a code with a sentence in the catalogs. Never "pending", never a refusal. */
export const HAPPENINGS = [
  'finish_request',
  'request_resting',
  'request_withdrawn',
  'next_round',
  'being_looked_at',
  'promised',
  'ended_well',
  'finish_offer',
  'say_capacity',
  'no_room_wished',
  'offer_resting',
  'offer_closed',
  'waiting_for_someone_who_fits',
  'asked',
  'said_yes',
  'meet',
  'said_go_on',
  'going_on',
  'pairing_resting',
  'winding_up',
  'kept',
] as const;

export const Happening = z.strictObject({
  code: z.enum(HAPPENINGS),
  program: z.string(),
  requestId: RequestId.nullable(),
  offerId: OfferId.nullable(),
  pairingId: PairingId.nullable(),
  /** The other person, once this one may know of them. */
  withWhom: z.string().nullable(),
  /** Until when an answer is asked for. */
  until: Instant.nullable(),
  /** A promise made by staff: what, by whom, until when. */
  step: z
    .strictObject({ kind: NextStepKind, words: z.string().nullable(), owner: z.string(), due: Day })
    .nullable(),
});
export type Happening = z.infer<typeof Happening>;

export interface PairingAtHand extends Asked {
  readonly id: PairingId;
  readonly place: Place;
  readonly other: string;
  readonly expiresAt: Instant | null;
}

const pairingCode = (pairing: PairingAtHand): Happening['code'] | null => {
  if (!mayKnow(pairing, pairing.place)) return null;
  const turn = isAsked(pairing, pairing.place);
  const own: Answer | null = pairing.place === 'mentor' ? pairing.mentorAnswer : pairing.menteeAnswer;
  switch (pairing.status) {
    case 'invited':
      return turn ? 'asked' : 'said_yes';
    case 'meeting':
      return own === 'go_on' ? 'said_go_on' : 'meet';
    case 'active':
      return 'going_on';
    case 'paused':
      return 'pairing_resting';
    case 'closing':
      return 'winding_up';
    case 'kept':
      return 'kept';
    default:
      return null;
  }
};

const blank = { requestId: null, offerId: null, pairingId: null, withWhom: null, until: null, step: null };

/** What happens next with the pairings this member may know of. */
export const happeningsOfPairings = (
  program: string,
  pairings: readonly PairingAtHand[],
): readonly Happening[] =>
  pairings.flatMap((pairing) => {
    const code = pairingCode(pairing);
    return code === null
      ? []
      : [
          {
            ...blank,
            code,
            program,
            pairingId: pairing.id,
            withWhom: pairing.other,
            until: code === 'asked' ? pairing.expiresAt : null,
          },
        ];
  });

/**
 * What happens next with a request; null once a pairing the member knows of says it better. It follows the request's own
 * status and never the suggestions on the board, so that nothing can be read from it before publishing; while somebody else
 * is being asked, the mentee hears only that they are being looked after.
 */
export const happeningOfRequest = (facts: {
  readonly requestId: RequestId;
  readonly program: string;
  readonly status: RequestStatus;
  readonly pairings: readonly PairingAtHand[];
  readonly step: Happening['step'];
}): Happening | null => {
  const { pairings, status, step, program, requestId } = facts;
  const of = (code: Happening['code']): Happening => ({ ...blank, code, program, requestId });
  if (happeningsOfPairings(program, pairings).some(({ code }) => code !== 'kept')) return null;
  if (status === 'draft') return of('finish_request');
  if (status === 'paused') return of('request_resting');
  if (status === 'withdrawn') return of('request_withdrawn');
  if (status === 'served') {
    const ended = pairings.some((pairing) => pairing.status === 'closed' || pairing.status === 'kept');
    const goesOn = pairings.some((pairing) => (LIVE_STATUSES as readonly string[]).includes(pairing.status));
    return of(ended && !goesOn ? 'ended_well' : 'being_looked_at');
  }
  if (step) return { ...of('promised'), step };
  return of('next_round');
};

/** What happens next with an offer; null once a pairing the member knows of says it better. */
export const happeningOfOffer = (facts: {
  readonly offerId: OfferId;
  readonly program: string;
  readonly status: OfferStatus;
  readonly capacity: number | null;
  readonly pairings: readonly PairingAtHand[];
}): Happening | null => {
  const of = (code: Happening['code']): Happening => ({
    ...blank,
    code,
    program: facts.program,
    offerId: facts.offerId,
  });
  if (facts.status === 'draft') return of('finish_offer');
  if (facts.status === 'open' && facts.capacity === null) return of('say_capacity');
  if (happeningsOfPairings(facts.program, facts.pairings).some(({ code }) => code !== 'kept')) return null;
  if (facts.status === 'paused') return of('offer_resting');
  if (facts.status === 'closed') return of('offer_closed');
  return of(facts.capacity === 0 ? 'no_room_wished' : 'waiting_for_someone_who_fits');
};
