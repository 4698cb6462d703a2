import { describe, expect, test } from 'vitest';
import type { OfferId, PairingId, RequestId } from '../ids.ts';
import { PAIRING_STATUSES } from '../pairings/statuses.ts';
import { REQUEST_STATUSES } from '../requests/request.ts';
import {
  happeningOfOffer,
  happeningOfRequest,
  happeningsOfPairings,
  type PairingAtHand,
} from './happening.ts';

const pairing = (fields: Partial<PairingAtHand>): PairingAtHand => ({
  id: 'p' as PairingId,
  place: 'mentee',
  other: 'Tomasz',
  status: 'invited',
  consentOrder: 'mentor_first',
  mentorAnswer: null,
  menteeAnswer: null,
  expiresAt: null,
  ...fields,
});
const request = {
  requestId: 'r' as RequestId,
  program: 'Autumn',
  status: 'open',
  pairings: [],
  step: null,
} as const;
const offer = {
  offerId: 'o' as OfferId,
  program: 'Autumn',
  status: 'open',
  capacity: 2,
  pairings: [],
} as const;

describe('a mentee always has a next sentence', () => {
  for (const status of REQUEST_STATUSES) {
    for (const at of [null, ...PAIRING_STATUSES]) {
      test(`request ${status}, pairing ${at ?? 'none'}`, () => {
        const pairings = at === null ? [] : [pairing({ status: at })];
        const own = happeningOfRequest({ ...request, status, pairings });
        expect([own, ...happeningsOfPairings('Autumn', pairings)].filter(Boolean).length).toBeGreaterThan(0);
      });
    }
  }
});

test('before publishing nothing can be read from what happens next', () => {
  const quiet = happeningOfRequest(request);
  for (const status of ['suggested', 'approved', 'dismissed', 'ruled_out'] as const) {
    const pairings = [pairing({ status })];
    expect(happeningsOfPairings('Autumn', pairings)).toEqual([]);
    expect(happeningOfRequest({ ...request, pairings })).toEqual(quiet);
  }
});

test('while the mentor is asked, the mentee hears that they are looked after, and no name', () => {
  const pairings = [pairing({ status: 'invited' })];
  expect(happeningsOfPairings('Autumn', pairings)).toEqual([]);
  const own = happeningOfRequest({ ...request, status: 'served', pairings });
  expect(own).toMatchObject({ code: 'being_looked_at', withWhom: null });
});

test('a pairing that came to a good end is not told as the next round', () => {
  for (const status of ['closed', 'kept'] as const) {
    const own = happeningOfRequest({ ...request, status: 'served', pairings: [pairing({ status })] });
    expect(own?.code).toBe('ended_well');
  }
});

test('a refusal is told as the promise that follows it', () => {
  const step = { kind: 'next_round', words: null, owner: 'Carla', due: '2026-12-01' as never } as const;
  for (const status of ['declined', 'expired', 'not_now'] as const) {
    expect(happeningOfRequest({ ...request, pairings: [pairing({ status })], step })).toMatchObject({
      code: 'promised',
      step,
    });
  }
});

test('an offer: unknown, none and some are three sentences', () => {
  expect(happeningOfOffer({ ...offer, capacity: null })?.code).toBe('say_capacity');
  expect(happeningOfOffer({ ...offer, capacity: 0 })?.code).toBe('no_room_wished');
  expect(happeningOfOffer(offer)?.code).toBe('waiting_for_someone_who_fits');
});

test('a mentor who is asked hears who, and until when', () => {
  const until = '2026-12-08T00:00:00.000Z' as never;
  const [heard] = happeningsOfPairings('Autumn', [
    pairing({ place: 'mentor', other: 'Maya', expiresAt: until }),
  ]);
  expect(heard).toMatchObject({ code: 'asked', withWhom: 'Maya', until });
});
