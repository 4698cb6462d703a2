/** The two searches that repair a live market: where a new request goes, and who takes a seat set free. */
import { type LiveMarket, seatLive, unseatLive } from './live-market.ts';
import { clearHeap, lowerKey, popLeast } from './offer-heap.ts';

/**
 * Seats request i (which has no seat yet) along the cheapest chain of moves, or leaves it or somebody else out
 * when that is best. One Dijkstra over the rows.
 */
export function insertRequest(live: LiveMarket, i: number): void {
  const { price, profit, seated, mate, capacity, load, slotStep } = live;
  const { start, count: length, id, score } = live.rows;
  const { heap, viaRequest, settled } = live.search;
  clearHeap(heap);
  profit[i] = bestOf(live, i);
  let cost = profit[i]!;
  let endRequest = i;
  let endOffer = -1;
  let count = 0;
  let current = -1;
  let waiting: readonly number[] = [i];
  let distance = 0;
  for (;;) {
    for (const k of waiting) {
      if (current >= 0 && distance + profit[k]! < cost) {
        cost = distance + profit[k]!;
        endRequest = k;
        endOffer = -1;
      }
      const base = distance + profit[k]! - live.bonus;
      for (let e = start[k]!, end = e + length[k]!; e < end; e++) {
        const j = id[e]!;
        const reached = base - score[e]! + price[j]!;
        if (reached >= cost || capacity[j] === 0) continue;
        if (heap.mark[j] === heap.round && reached >= heap.key[j]!) continue;
        viaRequest[j] = k;
        lowerKey(heap, j, reached);
        if (load[j]! >= capacity[j]!) continue;
        const seatCost = reached + slotStep * load[j]! - price[j]!;
        if (seatCost >= cost) continue;
        cost = seatCost;
        endOffer = j;
        endRequest = -1;
      }
    }
    current = popLeast(heap);
    if (current < 0) break;
    distance = heap.key[current]!;
    if (distance >= cost) break;
    settled[count++] = current;
    waiting = seated[current]!;
  }
  profit[i] = profit[i]! - cost;
  shiftPrices(live, count, cost, 1);
  if (endRequest === i) return;
  let j = endOffer >= 0 ? endOffer : mate[endRequest]!;
  if (endOffer < 0) unseatLive(live, endRequest);
  for (;;) {
    const k = viaRequest[j]!;
    const left = mate[k]!;
    if (left >= 0) unseatLive(live, k);
    seatLive(live, k, j);
    if (k === i) return;
    j = left;
  }
}

/**
 * Repairs an offer with a free seat that costs more than it may: the price falls until the seat is worth
 * nothing, or somebody moves in along the cheapest chain. One Dijkstra over the columns.
 */
export function fillFreeSeat(live: LiveMarket, from: number): void {
  const { price, profit, mate, load, slotStep, capacity } = live;
  const { start, count: length, id, score } = live.columns;
  const { heap, viaRequest, viaOffer, settled } = live.search;
  clearHeap(heap);
  let cost = Number.POSITIVE_INFINITY;
  let endRequest = -1;
  let endOffer = -1;
  let count = 0;
  lowerKey(heap, from, 0);
  for (let j = popLeast(heap); j >= 0; j = popLeast(heap)) {
    const distance = heap.key[j]!;
    if (distance >= cost) break;
    settled[count++] = j;
    const floor = slotStep * (j === from ? load[j]! : load[j]! - 1);
    if (distance + price[j]! - floor < cost) {
      cost = distance + price[j]! - floor;
      endOffer = j;
      endRequest = -1;
    }
    const base = distance + price[j]! - live.bonus;
    for (let e = start[j]!, end = e + length[j]!; e < end; e++) {
      const i = id[e]!;
      const k = mate[i]!;
      if (k === j) continue;
      const reached = base + profit[i]! - score[e]!;
      if (reached >= cost) continue;
      if (k < 0) {
        cost = reached;
        endRequest = i;
        endOffer = j;
      } else if ((heap.mark[k] !== heap.round || reached < heap.key[k]!) && capacity[k]! > 0) {
        viaRequest[k] = i;
        viaOffer[k] = j;
        lowerKey(heap, k, reached);
      }
    }
  }
  shiftPrices(live, count, cost, -1);
  if (endRequest >= 0) seatLive(live, endRequest, endOffer);
  for (let k = endOffer; k !== from; ) {
    const i = viaRequest[k]!;
    unseatLive(live, i);
    k = viaOffer[k]!;
    seatLive(live, i, k);
  }
}

function shiftPrices(live: LiveMarket, count: number, cost: number, direction: 1 | -1): void {
  const { price, profit, seated } = live;
  const { heap, settled } = live.search;
  for (let s = 0; s < count; s++) {
    const j = settled[s]!;
    const shift = direction * (cost - heap.key[j]!);
    price[j] = price[j]! + shift;
    if (shift !== 0) live.repriced?.push(j);
    for (const k of seated[j]!) profit[k] = profit[k]! - shift;
  }
}

function bestOf(live: LiveMarket, i: number): number {
  const { start, count, id, score } = live.rows;
  let best = 0;
  for (let e = start[i]!, end = e + count[i]!; e < end; e++) {
    const j = id[e]!;
    const value = live.bonus + score[e]! - live.price[j]!;
    if (value > best && live.capacity[j]! > 0) best = value;
  }
  return best;
}
