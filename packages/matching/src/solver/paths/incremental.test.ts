import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignBestTotal, assignMostServed } from '../assign.ts';
import { verifyAssignment } from '../certificate.ts';
import { anyMarket, seededMarket, seededNumbers } from '../testing/markets.ts';
import {
  addOffer,
  addRequest,
  changeCapacity,
  changeOffer,
  changeRequest,
  marketOf,
  openLiveMarket,
  planOf,
  removeOffer,
  removeRequest,
} from './incremental.ts';
import type { LivePair } from './live-lists.ts';
import type { LiveMarket } from './live-market.ts';

function drawPairs(random: () => number, others: number, most: number): LivePair[] {
  const pairs = new Map<number, number>();
  for (let k = 0; k < most && others > 0; k++) {
    pairs.set(Math.floor(random() * others), Math.floor(random() * 12));
  }
  return [...pairs].map(([id, score]) => ({ id, score }));
}

function changeAtRandom(live: LiveMarket, random: () => number): void {
  const i = Math.floor(random() * live.requests);
  const j = Math.floor(random() * live.offers);
  const kind = Math.floor(random() * 7);
  const seats = Math.floor(random() * 4);
  if (kind === 0) addRequest(live, drawPairs(random, live.offers, 4));
  else if (kind === 1) addOffer(live, seats, drawPairs(random, live.requests, 5));
  else if (kind === 2 && live.requests > 0) removeRequest(live, i);
  else if (kind === 3 && live.offers > 0) removeOffer(live, j);
  else if (kind === 4 && live.requests > 0) changeRequest(live, i, drawPairs(random, live.offers, 4));
  else if (kind === 5 && live.offers > 0) changeOffer(live, j, seats, drawPairs(random, live.requests, 5));
  else if (kind === 6 && live.offers > 0) changeCapacity(live, j, seats);
}

test('after every change the plan equals a fresh solve and proves itself', () => {
  const shape = { requests: 7, offers: 6, lowest: 0, highest: 12, capacity: 3, slotStep: 3 };
  fc.assert(
    fc.property(anyMarket(shape), fc.nat(), fc.boolean(), (market, seed, total) => {
      const solve = total ? assignBestTotal : assignMostServed;
      const random = seededNumbers(seed);
      const live = openLiveMarket(market, solve(market));
      for (let step = 0; step < 12; step++) {
        changeAtRandom(live, random);
        const [now, plan] = [marketOf(live), planOf(live)];
        const fresh = solve(now);
        expect(plan.score).toBe(fresh.score);
        if (!total) expect(plan.served).toBe(fresh.served);
        expect(verifyAssignment(now, plan).faults).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
});

test('holds on a larger market through 300 changes', () => {
  const shape = { requests: 300, offers: 80, perRow: 6, lowest: 0, highest: 50, capacity: 4, slotStep: 0 };
  const market = seededMarket(7, shape);
  const live = openLiveMarket(market, assignMostServed(market));
  const random = seededNumbers(3);
  for (let step = 0; step < 300; step++) {
    changeAtRandom(live, random);
    if (step % 20 !== 0) continue;
    const [now, plan] = [marketOf(live), planOf(live)];
    const fresh = assignMostServed(now);
    expect([plan.served, plan.score]).toEqual([fresh.served, fresh.score]);
    expect(verifyAssignment(now, plan).faults).toEqual([]);
  }
});
