import type { RichMarket } from '../solver/objectives/rich-market.ts';
import { count, listed } from './infeasible-causes.ts';
import type { NumberedMarket } from './rich-market-of.ts';

/** A request that is left with empty seats, and why. */
export interface WaitingRequest {
  readonly request: string;
  readonly seats: number;
  readonly filled: number;
  readonly causes: readonly string[];
}

/** Everybody who has fewer pairings than seats, in order of their ids. */
export function waitingRequests(numbered: NumberedMarket, taken: Int32Array): WaitingRequest[] {
  const { market, requestIds } = numbered;
  const plan = seatingOf(market, taken);
  const waiting: WaitingRequest[] = [];
  let pair = 0;
  for (let request = 0; request < market.requests; request++) {
    const left: number[] = [];
    let filled = 0;
    for (; pair < market.pairRequest.length && market.pairRequest[pair] === request; pair++) {
      if (plan.isTaken[pair] === 1) filled++;
      else left.push(pair);
    }
    const seats = market.seats[request]!;
    if (filled >= seats) continue;
    waiting.push({
      request: requestIds[request]!,
      seats,
      filled,
      causes: causesOf(numbered, plan, left, filled),
    });
  }
  return waiting;
}

interface Seating {
  readonly isTaken: Uint8Array;
  readonly atOffer: readonly number[][];
  readonly atOwner: Int32Array;
}

function seatingOf(market: RichMarket, taken: Int32Array): Seating {
  const isTaken = new Uint8Array(market.pairRequest.length);
  const atOffer: number[][] = Array.from({ length: market.offers }, () => []);
  const atOwner = new Int32Array(market.owners);
  for (const pair of taken) {
    const j = market.pairOffer[pair]!;
    isTaken[pair] = 1;
    atOffer[j]!.push(market.pairRequest[pair]!);
    if (market.owner[j]! >= 0) atOwner[market.owner[j]!] = atOwner[market.owner[j]!]! + 1;
  }
  return { isTaken, atOffer, atOwner };
}

const MOST_OFFERS = 12;

function causesOf(
  numbered: NumberedMarket,
  plan: Seating,
  left: readonly number[],
  filled: number,
): string[] {
  if (left.length === 0) {
    return [
      filled === 0
        ? 'No pair is allowed for this request.'
        : `Only ${count(filled, 'pair')} is allowed for this request.`,
    ];
  }
  const causes = left.slice(0, MOST_OFFERS).map((pair) => causeAt(numbered, plan, pair));
  const more = left.length - causes.length;
  return more > 0
    ? [...causes, `And ${count(more, 'more allowed offer')}, likewise without a seat to give.`]
    : causes;
}

/** Why one allowed pair was not taken although the request has an empty seat. */
function causeAt(numbered: NumberedMarket, plan: Seating, pair: number): string {
  const { market, requestIds, offerIds, ownerIds } = numbered;
  const j = market.pairOffer[pair]!;
  const s = market.owner[j]!;
  const offer = offerIds[j]!;
  const inside = plan.atOffer[j]!;
  if (numbered.unknownOffers.has(j)) return `${offer}: its capacity is not known.`;
  if (market.capacity[j] === 0) return `${offer}: its capacity is 0.`;
  if (inside.length >= market.capacity[j]!) return `${offer} is full, with ${listed(inside, requestIds)}.`;
  if (s >= 0 && numbered.unknownOwners.has(s))
    return `${offer}: the capacity of its owner ${ownerIds[s]} is not known.`;
  if (s >= 0 && plan.atOwner[s]! >= market.ownerCapacity[s]!) {
    const elsewhere = [...plan.atOffer.keys()].filter(
      (at) => market.owner[at] === s && plan.atOffer[at]!.length > 0,
    );
    const where = elsewhere.length > 0 ? `, taken at ${listed(elsewhere, offerIds)}` : '';
    return `${offer}: its owner ${ownerIds[s]} carries ${market.ownerCapacity[s]} in all${where}.`;
  }
  const least = market.minimum[j]!;
  if (least > market.capacity[j]!) {
    return `${offer}: it needs at least ${least} but has ${count(market.capacity[j]!, 'seat')}.`;
  }
  if (inside.length === 0 && least > 1) return `${offer} is not used: it needs at least ${least} together.`;
  const cost = BigInt(market.gain[pair]!) - BigInt(market.loadStep) * BigInt(inside.length);
  if (cost < 0n) return `${offer} has room, but this pair would lower the total.`;
  return `${offer} has room, but taking it would cost more elsewhere.`;
}
