import type { SeatNetwork } from './seat-network.ts';

/**
 * A seat network as searches for better plans read it: each request's pairs from the best class down, the
 * pairs in use at each offer, and the seats of each offer side by side. Arcs that cannot change are left out.
 */
export interface SeatRows {
  readonly net: SeatNetwork;
  readonly requests: number;
  readonly offers: number;
  readonly owners: number;
  /** 1 for arcs that may change; of pairs, those in the rows. */
  readonly isFree: Uint8Array;
  /** Class of each pair arc, counted from `seatArcs`; larger is better. */
  readonly classOf: Int32Array;
  /** The pair arcs of request i are `rowArc[rowStart[i]] … rowArc[rowEnd[i] − 1]`, best class first. */
  readonly rowStart: Int32Array;
  readonly rowEnd: Int32Array;
  readonly rowArc: Int32Array;
  /** Pair arcs in use at each offer. */
  readonly held: readonly number[][];
  /** The seat arcs of offer j are `slotStart[j] … slotStart[j + 1] − 1`. */
  readonly slotStart: Int32Array;
  /** The arc from the root to each request, and from each owner to the root; −1 where there is none. */
  readonly seatArc: Int32Array;
  readonly ownerArc: Int32Array;
  /** The offers of each owner. */
  readonly ownerOffers: readonly number[][];
}

/** Reads a network with its present flow. `isFree` is kept, not copied. */
export function readRows(
  net: SeatNetwork,
  sides: { readonly requests: number; readonly offers: number; readonly owners: number },
  classOf: Int32Array,
  isFree: Uint8Array,
): SeatRows {
  const { requests, offers, owners } = sides;
  const { source, target, flow, seatArcs, pairEnd, slotEnd } = net;
  const seatArc = new Int32Array(requests).fill(-1);
  for (let arc = 0; arc < seatArcs; arc++) seatArc[target[arc]! - 1] = arc;
  const ownerArc = new Int32Array(owners).fill(-1);
  for (let arc = slotEnd; arc < net.arcs; arc++) ownerArc[source[arc]! - 1 - requests - offers] = arc;
  const slotStart = new Int32Array(offers + 1);
  for (let arc = pairEnd; arc < slotEnd; arc++) {
    const j = source[arc]! - 1 - requests;
    slotStart[j + 1] = slotStart[j + 1]! + 1;
  }
  slotStart[0] = pairEnd;
  for (let j = 0; j < offers; j++) slotStart[j + 1] = slotStart[j + 1]! + slotStart[j]!;
  const ownerOffers: number[][] = Array.from({ length: owners }, () => []);
  for (let j = 0; j < offers; j++) {
    const above = slotStart[j]! < slotStart[j + 1]! ? target[slotStart[j]!]! : 0;
    if (above > 0) ownerOffers[above - 1 - requests - offers]!.push(j);
  }
  const held: number[][] = Array.from({ length: offers }, () => []);
  for (let arc = seatArcs; arc < pairEnd; arc++) {
    if (isFree[arc] === 1 && flow[arc] === 1) held[target[arc]! - 1 - requests]!.push(arc);
  }
  const rows = sortRows(net, requests, classOf, isFree);
  return {
    net,
    ...sides,
    isFree,
    classOf,
    ...rows,
    held,
    slotStart,
    seatArc,
    ownerArc,
    ownerOffers,
  };
}

/** Counting sort: all pairs by class, best first, then dealt out to their requests. */
function sortRows(net: SeatNetwork, requests: number, classOf: Int32Array, isFree: Uint8Array) {
  const { source, seatArcs, pairEnd } = net;
  let top = 0;
  for (let k = 0; k < classOf.length; k++) if (classOf[k]! > top) top = classOf[k]!;
  const at = new Int32Array(top + 2);
  const rowStart = new Int32Array(requests + 1);
  for (let arc = seatArcs; arc < pairEnd; arc++) {
    if (isFree[arc] === 0) continue;
    const i = source[arc]! - 1;
    const place = top - classOf[arc - seatArcs]! + 1;
    rowStart[i + 1] = rowStart[i + 1]! + 1;
    at[place] = at[place]! + 1;
  }
  for (let c = 0; c <= top; c++) at[c + 1] = at[c + 1]! + at[c]!;
  for (let i = 0; i < requests; i++) rowStart[i + 1] = rowStart[i + 1]! + rowStart[i]!;
  const count = rowStart[requests]!;
  const sorted = new Int32Array(count);
  for (let arc = seatArcs; arc < pairEnd; arc++) {
    if (isFree[arc] === 0) continue;
    const place = top - classOf[arc - seatArcs]!;
    sorted[at[place]!] = arc;
    at[place] = at[place]! + 1;
  }
  const rowEnd = rowStart.slice(0, requests);
  const rowArc = new Int32Array(count);
  for (let k = 0; k < count; k++) {
    const arc = sorted[k]!;
    const i = source[arc]! - 1;
    rowArc[rowEnd[i]!] = arc;
    rowEnd[i] = rowEnd[i]! + 1;
  }
  return { rowStart, rowEnd, rowArc };
}

/** The first seat arc of an offer that may change and has room, or −1. */
export function roomySlot(rows: SeatRows, offer: number): number {
  const { flow, upper } = rows.net;
  for (let arc = rows.slotStart[offer]!; arc < rows.slotStart[offer + 1]!; arc++) {
    if (rows.isFree[arc] === 1 && flow[arc]! < upper[arc]!) return arc;
  }
  return -1;
}

/** The last seat arc of an offer that may change and is in use, or −1. */
export function usedSlot(rows: SeatRows, offer: number): number {
  const { flow } = rows.net;
  for (let arc = rows.slotStart[offer + 1]! - 1; arc >= rows.slotStart[offer]!; arc--) {
    if (rows.isFree[arc] === 1 && flow[arc]! > 0) return arc;
  }
  return -1;
}

/** Takes a pair arc into use, or out of it. */
export function setPair(rows: SeatRows, arc: number, isUsed: boolean): void {
  const held = rows.held[rows.net.target[arc]! - 1 - rows.requests]!;
  rows.net.flow[arc] = isUsed ? 1 : 0;
  if (isUsed) held.push(arc);
  else held.splice(held.indexOf(arc), 1);
}

/** Leaves out what can no longer change. `isFree` must free nothing that was not free before. */
export function narrowRows(rows: SeatRows, isFree: Uint8Array): void {
  rows.isFree.set(isFree);
  for (let i = 0; i < rows.requests; i++) {
    let kept = rows.rowStart[i]!;
    for (let e = kept; e < rows.rowEnd[i]!; e++) {
      if (isFree[rows.rowArc[e]!] === 1) rows.rowArc[kept++] = rows.rowArc[e]!;
    }
    rows.rowEnd[i] = kept;
  }
  for (const list of rows.held) {
    const kept = list.filter((arc) => isFree[arc] === 1);
    list.length = 0;
    list.push(...kept);
  }
}
