import type { RichMarket } from './rich-market.ts';
import { freeSeats, seatsToFill } from './seat-network.ts';

/** Why a market has no plan at all, in numbers. */
export type MarketFault =
  | { readonly code: 'fixed_over_seats'; readonly request: number; readonly fixed: number }
  | { readonly code: 'fixed_over_capacity'; readonly offer: number; readonly fixed: number }
  | { readonly code: 'fixed_over_owner'; readonly owner: number; readonly fixed: number }
  | { readonly code: 'minimum_over_capacity'; readonly offer: number; readonly least: number }
  | {
      /** These offers need `needed` seats filled; only these requests may fill them (a Hall violator). */
      readonly code: 'too_few_requests';
      readonly offers: readonly number[];
      readonly requests: readonly number[];
      readonly owners: readonly number[];
      readonly needed: number;
      readonly possible: number;
    }
  | { readonly code: 'no_stable_plan'; readonly offers: readonly number[]; readonly isProved: boolean };

/** Faults that need no search: fixed pairs beyond the room, and used offers too small for their minimum. */
export function findPlainFaults(market: RichMarket): MarketFault[] {
  const free = freeSeats(market);
  const faults: MarketFault[] = [];
  free.request.forEach((left, request) => {
    if (left < 0) faults.push({ code: 'fixed_over_seats', request, fixed: market.seats[request]! - left });
  });
  free.offer.forEach((left, offer) => {
    const fixed = free.fixedAtOffer[offer]!;
    const least = seatsToFill(market, offer);
    if (left < 0) faults.push({ code: 'fixed_over_capacity', offer, fixed });
    else if (least > market.capacity[offer]! && (fixed > 0 || market.required[offer] === 1)) {
      faults.push({ code: 'minimum_over_capacity', offer, least });
    }
  });
  free.owner.forEach((left, owner) => {
    if (left < 0) {
      faults.push({ code: 'fixed_over_owner', owner, fixed: market.ownerCapacity[owner]! - left });
    }
  });
  return faults;
}

/**
 * Names the offers whose minima cannot be met together. `taken` fills as much of the minima as possible;
 * from an offer that is still short, everything that could help it is followed: requests that may meet it,
 * the offers that hold them, and offers of the same full owner. All of those are at or below their minimum.
 */
export function findHallViolator(market: RichMarket, must: Uint8Array, taken: Int32Array): MarketFault {
  const free = freeSeats(market);
  const filled = new Int32Array(market.offers);
  const carried = new Int32Array(market.owners);
  const isTaken = new Uint8Array(market.pairRequest.length);
  for (const pair of taken) {
    const j = market.pairOffer[pair]!;
    isTaken[pair] = 1;
    filled[j] = filled[j]! + 1;
    if (market.owner[j]! >= 0) carried[market.owner[j]!] = carried[market.owner[j]!]! + 1;
  }
  const isShort = (j: number) => must[j] === 1 && filled[j]! < seatsToFill(market, j);
  const offers = new Set(Array.from({ length: market.offers }, (_, j) => j).filter(isShort));
  const requests = new Set<number>();
  const owners = new Set<number>();
  for (const offer of offers) {
    const s = market.owner[offer]!;
    if (s >= 0 && carried[s]! >= market.ownerCapacity[s]!) {
      owners.add(s);
      for (let j = 0; j < market.offers; j++) if (market.owner[j] === s && filled[j]! > 0) offers.add(j);
      continue;
    }
    for (let pair = 0; pair < isTaken.length; pair++) {
      if (market.pairOffer[pair] !== offer || isTaken[pair] === 1) continue;
      requests.add(market.pairRequest[pair]!);
    }
    for (const pair of taken) {
      if (requests.has(market.pairRequest[pair]!) && free.isFixed[pair] === 0)
        offers.add(market.pairOffer[pair]!);
    }
  }
  for (const pair of taken) if (offers.has(market.pairOffer[pair]!)) requests.add(market.pairRequest[pair]!);
  const inOrder = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b);
  return {
    code: 'too_few_requests',
    offers: inOrder(offers),
    requests: inOrder(requests),
    owners: inOrder(owners),
    needed: inOrder(offers).reduce(
      (sum, j) => sum + Math.max(filled[j]!, must[j] === 1 ? seatsToFill(market, j) : 0),
      0,
    ),
    possible: inOrder(offers).reduce((sum, j) => sum + filled[j]!, 0),
  };
}
