import type { RichMarket } from './rich-market.ts';

/**
 * Pairs that block a plan: both sides would strictly gain by meeting, each within its limits and giving up
 * at most one pair that is not fixed. Offers in `closed` are not part of the market. Shares no code with
 * the solvers.
 * @returns the blocking pairs, ascending; none for a stable plan
 */
export function blockingPairs(market: RichMarket, taken: Int32Array, closed: Uint8Array): number[] {
  const isTaken = new Uint8Array(market.pairRequest.length);
  const atRequest = lists(market.requests);
  const atOffer = lists(market.offers);
  const atOwner = lists(market.owners);
  for (const pair of taken) {
    isTaken[pair] = 1;
    const j = market.pairOffer[pair]!;
    atRequest[market.pairRequest[pair]!]!.push(pair);
    atOffer[j]!.push(pair);
    if (market.owner[j]! >= 0) atOwner[market.owner[j]!]!.push(pair);
  }
  const fixed = new Set(market.fixed);
  /** Whether somebody with these pairs and seats would take `pair`: into a free seat, or for a worse one. */
  const wants = (pair: number, held: readonly number[], seats: number, rank: Int32Array): boolean =>
    held.length < seats || held.some((other) => !fixed.has(other) && prefers(market, rank, pair, other));
  const blocking: number[] = [];
  for (let pair = 0; pair < isTaken.length; pair++) {
    const i = market.pairRequest[pair]!;
    const j = market.pairOffer[pair]!;
    const s = market.owner[j]!;
    if (isTaken[pair] === 1 || closed[j] === 1) continue;
    if (!wants(pair, atRequest[i]!, market.seats[i]!, market.requestRank)) continue;
    if (!wants(pair, atOffer[j]!, market.capacity[j]!, market.offerRank)) continue;
    const hasRoom = atOffer[j]!.length < market.capacity[j]!;
    if (hasRoom && s >= 0 && !wants(pair, atOwner[s]!, market.ownerCapacity[s]!, market.offerRank)) continue;
    blocking.push(pair);
  }
  return blocking;
}

/** Whether a side with these ranks strictly prefers pair `a` to pair `b`: wishes first, then the gain. */
function prefers(market: RichMarket, rank: Int32Array, a: number, b: number): boolean {
  const rankA = rank[a]! || Number.POSITIVE_INFINITY;
  const rankB = rank[b]! || Number.POSITIVE_INFINITY;
  return rankA < rankB || (rankA === rankB && market.gain[a]! > market.gain[b]!);
}

const lists = (length: number): number[][] => Array.from({ length }, () => []);
