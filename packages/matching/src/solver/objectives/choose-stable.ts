import { acceptDeferred, type Proposer } from './deferred-acceptance.ts';
import type { RichMarket } from './rich-market.ts';
import { freeSeats, seatsToFill } from './seat-network.ts';

/** A stable plan and the offers it leaves out because their minimum would not be met. */
export interface StableChoice {
  readonly taken: Int32Array | null;
  readonly closed: Uint8Array;
  /** Offers short of their minimum when nothing is left out. */
  readonly short: readonly number[];
  /** Whether every set of offers that could be left out was tried. */
  readonly isExhausted: boolean;
}

const TRIALS = 2_000;

/**
 * Deferred acceptance with minima: the plan that leaves out the fewest offers, such that every offer still
 * in meets its minimum and no pair among the rest blocks. Sets are tried from small to large.
 */
export function chooseStable(market: RichMarket, proposer: Proposer): StableChoice {
  const free = freeSeats(market);
  const first = new Uint8Array(market.offers);
  for (let j = 0; j < market.offers; j++) {
    if (market.minimum[j]! > market.capacity[j]! && market.required[j] === 0) first[j] = 1;
  }
  const queue = [first];
  const seen = new Set([first.join('')]);
  let short: readonly number[] = [];
  for (let trial = 0; trial < queue.length; trial++) {
    if (trial === TRIALS) return { taken: null, closed: first, short, isExhausted: false };
    const closed = queue[trial]!;
    const taken = acceptDeferred(market, proposer, closed);
    const lacking = shortOffers(market, taken);
    if (lacking.length === 0) return { taken, closed, short, isExhausted: true };
    if (trial === 0) short = lacking;
    for (let j = 0; j < market.offers; j++) {
      if (closed[j] === 1 || seatsToFill(market, j) < 2) continue;
      if (market.required[j] === 1 || free.fixedAtOffer[j]! > 0) continue;
      const more = closed.slice();
      more[j] = 1;
      if (!seen.has(more.join(''))) queue.push(more);
      seen.add(more.join(''));
    }
  }
  return { taken: null, closed: first, short, isExhausted: true };
}

/** Offers used but not filled to their minimum, and required ones not used. */
function shortOffers(market: RichMarket, taken: Int32Array): number[] {
  const filled = new Int32Array(market.offers);
  for (const pair of taken) filled[market.pairOffer[pair]!] = filled[market.pairOffer[pair]!]! + 1;
  const short: number[] = [];
  for (let j = 0; j < market.offers; j++) {
    const isAsked = filled[j]! > 0 || market.required[j] === 1;
    if (isAsked && filled[j]! < seatsToFill(market, j)) short.push(j);
  }
  return short;
}
