import { costsOf, signOf, type UnitCosts } from './certificate-costs.ts';
import { type Checked, leastOf } from './certificate-tally.ts';
import type { ExactIntegers, Level } from './rich-market.ts';

/** Every unit that may still change: pairs (a list, `count` long), seats wanted, seats offered, owners. */
export interface Units {
  readonly pairs: Int32Array;
  count: number;
  readonly requests: Uint8Array;
  readonly offers: readonly Uint8Array[];
  readonly owners: Uint8Array;
}

/** All units that the choice leaves open: seats count only where a pair could fill them. */
export function freeUnits(checked: Checked): Units {
  const { market, claim, isFixed, seatsLeft, ownerLeft, fixedAtOffer } = checked;
  const pairs = new Int32Array(market.pairRequest.length);
  let count = 0;
  const requests = new Uint8Array(market.requests);
  const reach = new Int32Array(market.offers);
  for (let pair = 0; pair < pairs.length; pair++) {
    const j = market.pairOffer[pair]!;
    const s = market.owner[j]!;
    if (isFixed[pair] === 1 || claim.choice[j]! < 0 || seatsLeft[market.pairRequest[pair]!]! <= 0) continue;
    if (market.capacity[j]! - fixedAtOffer[j]! <= 0 || (s >= 0 && ownerLeft[s]! <= 0)) continue;
    pairs[count++] = pair;
    requests[market.pairRequest[pair]!] = 1;
    reach[j]!++;
  }
  const offers = Array.from(reach, (count, j) => {
    const room = Math.max(0, Math.min(count, market.capacity[j]! - fixedAtOffer[j]!));
    return new Uint8Array(room).fill(1);
  });
  const owners = Uint8Array.from(ownerLeft, (left) => (left > 0 ? 1 : 0));
  return { pairs, count, requests, offers, owners };
}

/**
 * Checks one level whose prices name every node: a unit of positive reduced cost is unused, one of negative
 * reduced cost is used to its limit. Units of reduced cost other than 0 are out of the levels after.
 */
export function checkLevel(
  checked: Checked,
  units: Units,
  level: Level,
  prices: ExactIntegers,
): string | null {
  const { market, isTaken } = checked;
  const offerNode = 1 + market.requests;
  if (prices.length !== offerNode + market.offers + market.owners) return 'prices of the wrong length';
  const cost = costsOf(market, level);
  let kept = 0;
  for (let k = 0; k < units.count; k++) {
    const pair = units.pairs[k]!;
    const sign = signOf(
      cost.pair(pair),
      prices[1 + market.pairRequest[pair]!]!,
      prices[offerNode + market.pairOffer[pair]!]!,
    );
    if (sign > 0 && isTaken[pair] === 1) return `pair ${pair} should not be taken`;
    if (sign < 0 && isTaken[pair] === 0) return `pair ${pair} should be taken`;
    if (sign === 0) units.pairs[kept++] = pair;
  }
  units.count = kept;
  return checkSeats(checked, units, cost, prices);
}

/** Checks the seats of all requests, offers and owners. */
export function checkSeats(
  checked: Checked,
  units: Units,
  cost: UnitCosts,
  prices: ExactIntegers,
): string | null {
  const { requests, offers, owners } = checked.market;
  let flaw: string | null = null;
  for (let i = 0; flaw === null && i < requests; i++) flaw = checkRequest(checked, units, i, cost, prices);
  for (let j = 0; flaw === null && j < offers; j++) flaw = checkOffer(checked, units, j, cost, prices);
  for (let s = 0; flaw === null && s < owners; s++) flaw = checkOwner(checked, units, s, prices);
  return flaw;
}

/** Checks the seats that one request wants. */
export function checkRequest(
  { newAtRequest, seatsLeft }: Checked,
  units: Units,
  i: number,
  cost: UnitCosts,
  prices: ExactIntegers,
): string | null {
  if (units.requests[i] === 0) return null;
  const sign = signOf(cost.seat(i), prices[0]!, prices[1 + i]!);
  if (sign > 0 && newAtRequest[i] !== 0) return `request ${i} should have nobody`;
  if (sign < 0 && newAtRequest[i] !== seatsLeft[i]) return `request ${i} should be filled`;
  if (sign !== 0) units.requests[i] = 0;
  return null;
}

/** Checks the seats of one offer. */
export function checkOffer(
  checked: Checked,
  units: Units,
  j: number,
  cost: UnitCosts,
  prices: ExactIntegers,
): string | null {
  const { market, claim, newAtOffer, fixedAtOffer } = checked;
  const seats = units.offers[j]!;
  const offerNode = 1 + market.requests;
  const s = market.owner[j]!;
  const lower = claim.choice[j]! > 0 ? leastOf(market, j) : 0;
  for (let k = 0; k < seats.length; k++) {
    if (seats[k] === 0) continue;
    const seat = fixedAtOffer[j]! + k;
    const above = s >= 0 ? prices[offerNode + market.offers + s]! : prices[0]!;
    const sign = signOf(cost.slot(seat, seat < lower), prices[offerNode + j]!, above);
    if (sign > 0 && k < newAtOffer[j]!) return `seat ${seat} of offer ${j} should be free`;
    if (sign < 0 && k >= newAtOffer[j]!) return `seat ${seat} of offer ${j} should be filled`;
    if (sign !== 0) seats[k] = 0;
  }
  return null;
}

function checkOwner(checked: Checked, units: Units, s: number, prices: ExactIntegers): string | null {
  const { market, newAtOwner, ownerLeft } = checked;
  if (units.owners[s] === 0) return null;
  const sign = signOf(0, prices[1 + market.requests + market.offers + s]!, prices[0]!);
  if (sign > 0 && newAtOwner[s] !== 0) return `owner ${s} should have nobody`;
  if (sign < 0 && newAtOwner[s] !== ownerLeft[s]) return `owner ${s} should be full`;
  if (sign !== 0) units.owners[s] = 0;
  return null;
}
