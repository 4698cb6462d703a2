import { describe, expect, it } from 'vitest';
import { offerReadiness, requestReadiness } from './readiness.ts';

describe('offerReadiness', () => {
  it('tells unknown, none and full apart', () => {
    const capacity = (n: number | null, held = 0) =>
      offerReadiness({ status: 'open', capacity: n }, 'active', held);
    expect(capacity(null)).toEqual({ ready: false, reason: 'capacity_unknown' });
    expect(capacity(0)).toEqual({ ready: false, reason: 'capacity_zero' });
    expect(capacity(2, 2)).toEqual({ ready: false, reason: 'capacity_full' });
    expect(capacity(1, 2)).toEqual({ ready: false, reason: 'capacity_full' });
    expect(capacity(3, 1)).toEqual({ ready: true, room: 2 });
  });

  it('names the offer first and the member second', () => {
    expect(offerReadiness({ status: 'draft', capacity: null }, 'paused', 0)).toMatchObject({
      reason: 'offer_draft',
    });
    expect(offerReadiness({ status: 'open', capacity: 1 }, 'paused', 0)).toMatchObject({
      reason: 'member_paused',
    });
    expect(offerReadiness({ status: 'open', capacity: 1 }, 'erased', 0)).toMatchObject({
      reason: 'member_withdrawn',
    });
  });
});

describe('requestReadiness', () => {
  it('counts the seats still to fill', () => {
    expect(requestReadiness({ status: 'open', seats: 3 }, 'active', 1)).toEqual({ ready: true, seats: 2 });
    expect(requestReadiness({ status: 'open', seats: 1 }, 'active', 1)).toMatchObject({
      reason: 'seats_taken',
    });
    expect(requestReadiness({ status: 'served', seats: 1 }, 'active', 1)).toMatchObject({
      reason: 'request_served',
    });
    expect(requestReadiness({ status: 'open', seats: 0 }, 'active', 0)).toMatchObject({ reason: 'no_seats' });
  });
});
