import type { Circulation } from './network-simplex.ts';
import type { OpenOffers, RichMarket } from './rich-market.ts';
import { emptyTree, hang } from './spanning-tree.ts';

/**
 * A market as a circulation: root → request (its free seats) → offer (each pair once) → its seats → owner
 * → root. The pairs fixed by hand are taken out first: they use seats and count towards minima.
 */
export interface SeatNetwork extends Circulation {
  readonly nodes: number;
  readonly arcs: number;
  /** Arcs [0, seatArcs) leave the root, one per request with free seats. */
  readonly seatArcs: number;
  /** Arcs [seatArcs, pairEnd) are pairs; `pairOf[arc - seatArcs]` is the pair. */
  readonly pairEnd: number;
  readonly pairOf: Int32Array;
  /** Arcs [pairEnd, slotEnd) are seats of offers; the rest are owners. */
  readonly slotEnd: number;
  /** Of each seat arc: how many seats of its offer are filled before it, fixed ones included. */
  readonly slotFirst: Int32Array;
  /** 1 where the seat arc belongs to the minimum of its offer. */
  readonly slotMust: Uint8Array;
  /** Seats that minima of open offers still ask for. */
  readonly mustSeats: number;
}

/** Seats left after the fixed pairs. Negative where more pairs are fixed than there is room for. */
export interface FreeSeats {
  readonly request: Int32Array;
  readonly offer: Int32Array;
  readonly owner: Int32Array;
  /** Fixed pairs per offer. */
  readonly fixedAtOffer: Int32Array;
  readonly isFixed: Uint8Array;
}

/** Counts what the fixed pairs leave free. */
export function freeSeats(market: RichMarket): FreeSeats {
  const request = market.seats.slice();
  const offer = market.capacity.slice();
  const owner = market.ownerCapacity.slice();
  const fixedAtOffer = new Int32Array(market.offers);
  const isFixed = new Uint8Array(market.pairRequest.length);
  for (const pair of market.fixed) {
    const j = market.pairOffer[pair]!;
    const i = market.pairRequest[pair]!;
    isFixed[pair] = 1;
    request[i] = request[i]! - 1;
    offer[j] = offer[j]! - 1;
    fixedAtOffer[j] = fixedAtOffer[j]! + 1;
    const s = market.owner[j]!;
    if (s >= 0) owner[s] = owner[s]! - 1;
  }
  return { request, offer, owner, fixedAtOffer, isFixed };
}

/** Seats an open offer must fill in all: its minimum, at least one if it is required. */
export function seatsToFill(market: RichMarket, offer: number): number {
  return Math.max(market.minimum[offer]!, market.required[offer]!);
}

/**
 * Builds the network of the offers in `open`. `must` says of which offers the minimum has to be met;
 * the others may be filled in part (the relaxation used while searching).
 */
export function buildSeatNetwork(
  market: RichMarket,
  free: FreeSeats,
  open: OpenOffers,
  must: OpenOffers,
  pause?: () => void,
): SeatNetwork {
  const { requests, offers, owners } = market;
  const nodes = 1 + requests + offers + owners;
  const offerNode = 1 + requests;
  const ownerNode = offerNode + offers;
  const usable = usablePairs(market, free, open);
  const load = new Int32Array(offers);
  for (const pair of usable) load[market.pairOffer[pair]!] = load[market.pairOffer[pair]!]! + 1;

  const seatList: number[] = [];
  const hasPair = new Uint8Array(requests);
  for (const pair of usable) {
    const i = market.pairRequest[pair]!;
    if (hasPair[i] === 0) seatList.push(i);
    hasPair[i] = 1;
  }
  const slots = listSlots(market, free, must, load);
  const ownerList: number[] = [];
  const ownerUsed = new Uint8Array(owners);
  for (let j = 0; j < offers; j++) {
    const s = market.owner[j]!;
    if (load[j]! > 0 && s >= 0 && ownerUsed[s] === 0) {
      ownerUsed[s] = 1;
      ownerList.push(s);
    }
  }

  const seatArcs = seatList.length;
  const pairEnd = seatArcs + usable.length;
  const slotEnd = pairEnd + slots.length;
  const arcs = slotEnd + ownerList.length;
  const source = new Int32Array(arcs);
  const target = new Int32Array(arcs);
  const upper = new Int32Array(arcs);
  const state = new Int8Array(arcs).fill(1);
  const tree = emptyTree(nodes);

  ownerList.forEach((s, k) => {
    const arc = slotEnd + k;
    source[arc] = ownerNode + s;
    upper[arc] = free.owner[s]!;
    state[arc] = 0;
    hang(tree, ownerNode + s, 0, arc, 1);
  });
  slots.forEach((slot, k) => {
    const arc = pairEnd + k;
    const node = offerNode + slot.offer;
    const s = market.owner[slot.offer]!;
    source[arc] = node;
    target[arc] = s >= 0 ? ownerNode + s : 0;
    upper[arc] = slot.seats;
    if (tree.parent[node]! < 0) {
      state[arc] = 0;
      hang(tree, node, target[arc]!, arc, 1);
    }
  });
  seatList.forEach((i, arc) => {
    target[arc] = 1 + i;
    upper[arc] = free.request[i]!;
  });
  usable.forEach((pair, k) => {
    const arc = seatArcs + k;
    const node = 1 + market.pairRequest[pair]!;
    source[arc] = node;
    target[arc] = offerNode + market.pairOffer[pair]!;
    upper[arc] = 1;
    if (tree.parent[node]! < 0) {
      state[arc] = 0;
      hang(tree, node, target[arc]!, arc, 1);
    }
  });
  return {
    nodes,
    arcs,
    seatArcs,
    pairEnd,
    pairOf: usable,
    slotEnd,
    slotFirst: Int32Array.from(slots, (slot) => slot.first),
    slotMust: Uint8Array.from(slots, (slot) => slot.must),
    mustSeats: countMustSeats(market, free, must),
    source,
    target,
    upper,
    flow: new Int32Array(arcs),
    state,
    tree,
    pause,
  };
}

function usablePairs(market: RichMarket, free: FreeSeats, open: OpenOffers): Int32Array {
  const usable = new Int32Array(market.pairRequest.length);
  let count = 0;
  for (let pair = 0; pair < market.pairRequest.length; pair++) {
    const j = market.pairOffer[pair]!;
    const s = market.owner[j]!;
    const room = open[j] === 1 && free.offer[j]! > 0 && (s < 0 || free.owner[s]! > 0);
    if (room && free.isFixed[pair] === 0 && free.request[market.pairRequest[pair]!]! > 0)
      usable[count++] = pair;
  }
  return usable.slice(0, count);
}

function countMustSeats(market: RichMarket, free: FreeSeats, must: OpenOffers): number {
  let seats = 0;
  for (let j = 0; j < market.offers; j++) {
    if (must[j] === 1) seats += Math.max(0, seatsToFill(market, j) - free.fixedAtOffer[j]!);
  }
  return seats;
}

interface Slot {
  readonly offer: number;
  readonly first: number;
  readonly seats: number;
  readonly must: number;
}

/** The seats of each offer: one arc per seat where seats differ in cost, else at most two per offer. */
function listSlots(market: RichMarket, free: FreeSeats, must: OpenOffers, load: Int32Array): Slot[] {
  const slots: Slot[] = [];
  const single = market.loadStep > 0;
  for (let offer = 0; offer < market.offers; offer++) {
    const room = Math.min(free.offer[offer]!, load[offer]!);
    const fixed = free.fixedAtOffer[offer]!;
    const lower = must[offer] === 1 ? Math.max(0, seatsToFill(market, offer) - fixed) : 0;
    if (load[offer] === 0) continue;
    if (single) {
      for (let k = 0; k < room; k++) {
        slots.push({ offer, first: fixed + k, seats: 1, must: k < lower ? 1 : 0 });
      }
    } else {
      const inside = Math.min(lower, room);
      if (inside > 0) slots.push({ offer, first: fixed, seats: inside, must: 1 });
      if (room > inside) slots.push({ offer, first: fixed + inside, seats: room - inside, must: 0 });
    }
  }
  return slots;
}
