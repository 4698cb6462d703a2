import type { RichMarket } from './rich-market.ts';
import { freeSeats } from './seat-network.ts';

/** Who proposes: the side that proposes gets the stable plan it likes best. */
export type Proposer = 'requests' | 'offers';

/**
 * A stable plan by deferred acceptance with capacities (Gale & Shapley 1962; Roth & Peranson 1999). Each
 * side prefers by its wishes, then (for pairs it did not name) by gain, equal ones by the seeded draw. An
 * owner of several offers chooses over all of them in the same order, within each offer's own capacity:
 * a choice over a laminar matroid, which is substitutable, so a stable plan exists (Fleiner 2003).
 * Fixed pairs stay and use their seats. `closed` offers take nobody.
 * @returns pairs taken, ascending, fixed ones included
 */
export function acceptDeferred(market: RichMarket, proposer: Proposer, closed: Uint8Array): Int32Array {
  const free = freeSeats(market);
  const pairs: number[] = [];
  for (let pair = 0; pair < market.pairRequest.length; pair++) {
    if (free.isFixed[pair] === 0 && closed[market.pairOffer[pair]!] === 0) pairs.push(pair);
  }
  const likes = {
    request: preferenceOrder(market, pairs, market.requestRank),
    offer: preferenceOrder(market, pairs, market.offerRank),
  };
  const requestRoom: Room = {
    group: market.pairRequest,
    groupSeats: free.request,
    part: market.pairRequest,
    partSeats: free.request,
  };
  const groups = market.offers + market.owners;
  const groupOf = Int32Array.from(market.pairOffer, (j) =>
    market.owner[j]! >= 0 ? market.offers + market.owner[j]! : j,
  );
  const groupSeats = new Int32Array(groups);
  groupSeats.set(free.offer);
  groupSeats.set(free.owner, market.offers);
  const offerRoom: Room = { group: groupOf, groupSeats, part: market.pairOffer, partSeats: free.offer };
  const held =
    proposer === 'requests'
      ? propose(pairs, likes.request, requestRoom, likes.offer, offerRoom)
      : propose(pairs, likes.offer, offerRoom, likes.request, requestRoom);
  return Int32Array.from([...market.fixed, ...held]).sort();
}

/** Seats in groups (owners, or offers on their own) and in their parts (offers). */
interface Room {
  readonly group: Int32Array;
  readonly groupSeats: Int32Array;
  readonly part: Int32Array;
  readonly partSeats: Int32Array;
}

/** The place of each pair in the common order: better is smaller. Only places within one side compare. */
function preferenceOrder(market: RichMarket, pairs: readonly number[], rank: Int32Array): Int32Array {
  const { gain, tie } = market;
  const sorted = [...pairs].sort((a, b) => {
    const byRank = (rank[a]! || Infinity) - (rank[b]! || Infinity);
    if (byRank < 0 || byRank > 0) return byRank;
    if (gain[a]! !== gain[b]!) return gain[a]! > gain[b]! ? -1 : 1;
    return tie[b]! - tie[a]! || a - b;
  });
  const place = new Int32Array(market.pairRequest.length);
  sorted.forEach((pair, k) => {
    place[pair] = k;
  });
  return place;
}

/**
 * Deferred acceptance between two sides that both choose greedily within their rooms. Each proposing
 * group proposes the best set it can still hope for; the other side keeps the best it has room for.
 */
function propose(
  pairs: readonly number[],
  proposerLikes: Int32Array,
  proposerRoom: Room,
  receiverLikes: Int32Array,
  receiverRoom: Room,
): number[] {
  const lists = new Map<number, number[]>();
  for (const pair of [...pairs].sort((a, b) => proposerLikes[a]! - proposerLikes[b]!)) {
    const group = proposerRoom.group[pair]!;
    const list = lists.get(group);
    if (list === undefined) lists.set(group, [pair]);
    else list.push(pair);
  }
  const rejected = new Set<number>();
  const held = new Map<number, number[]>();
  const isHeld = new Set<number>();
  const waiting = [...lists.keys()];
  while (waiting.length > 0) {
    const group = waiting.pop()!;
    const chosen = chooseBest(lists.get(group)!, rejected, group, proposerRoom);
    for (const pair of chosen) {
      if (isHeld.has(pair)) continue;
      isHeld.add(pair);
      const dropped = receive(held, pair, receiverLikes, receiverRoom);
      if (dropped === null) continue;
      isHeld.delete(dropped);
      rejected.add(dropped);
      waiting.push(proposerRoom.group[dropped]!);
    }
  }
  return [...isHeld];
}

/** The best pairs of a list (best first) that are not rejected and fit the rooms together. */
function chooseBest(
  list: readonly number[],
  rejected: ReadonlySet<number>,
  group: number,
  room: Room,
): number[] {
  const inPart = new Map<number, number>();
  const chosen: number[] = [];
  const seats = room.groupSeats[group]!;
  for (const pair of list) {
    if (chosen.length >= seats) break;
    const part = room.part[pair]!;
    const used = inPart.get(part) ?? 0;
    if (rejected.has(pair) || used >= room.partSeats[part]!) continue;
    inPart.set(part, used + 1);
    chosen.push(pair);
  }
  return chosen;
}

/** Takes a proposal in; where that is one too many for the part or the group, the worst there is dropped. */
function receive(held: Map<number, number[]>, pair: number, likes: Int32Array, room: Room): number | null {
  const group = room.group[pair]!;
  const all = held.get(group) ?? [];
  all.push(pair);
  held.set(group, all);
  const part = room.part[pair]!;
  const inPart = all.filter((other) => room.part[other] === part);
  const crowded =
    inPart.length > room.partSeats[part]! ? inPart : all.length > room.groupSeats[group]! ? all : null;
  if (crowded === null) return null;
  const worst = crowded.reduce((a, b) => (likes[a]! > likes[b]! ? a : b));
  all.splice(all.indexOf(worst), 1);
  return worst;
}
