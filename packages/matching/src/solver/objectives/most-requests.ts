import type { RichMarket } from './rich-market.ts';
import { buildSeatNetwork, freeSeats } from './seat-network.ts';
import { readRows } from './seat-rows.ts';
import { serveByPriority } from './serve-by-priority.ts';

/** How many requests can have at least one pair in the same plan, at most; minima are not looked at. */
export function mostRequestsServed(market: RichMarket): number {
  const { fixed, pairRequest, pairOffer, offers } = market;
  const isServed = new Uint8Array(market.requests);
  const capacity = market.capacity.slice();
  const ownerCapacity = market.ownerCapacity.slice();
  for (const pair of fixed) {
    const j = pairOffer[pair]!;
    isServed[pairRequest[pair]!] = 1;
    capacity[j]!--;
    if (market.owner[j]! >= 0) ownerCapacity[market.owner[j]!]!--;
  }
  const seats = market.seats.map((wanted, i) => (isServed[i] === 1 ? 0 : Math.min(1, wanted)));
  const single: RichMarket = { ...market, seats, capacity, ownerCapacity, fixed: new Int32Array(0) };
  const open = new Uint8Array(offers).fill(1);
  const net = buildSeatNetwork(single, freeSeats(single), open, new Uint8Array(offers));
  const classOf = new Int32Array(net.pairOf.length);
  serveByPriority(readRows(net, single, classOf, new Uint8Array(net.arcs).fill(1)), single);
  let served = 0;
  for (let i = 0; i < isServed.length; i++) served += isServed[i]!;
  for (let arc = 0; arc < net.seatArcs; arc++) served += net.flow[arc]!;
  return served;
}
