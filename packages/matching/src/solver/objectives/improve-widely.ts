import { improve } from './network-simplex.ts';
import type { SeatNetwork } from './seat-network.ts';

/** Networks with fewer arcs left to decide are improved at once. */
const WIDE = 150_000;
/** Pairs of each request to begin with, and to be added at most in one round. */
const FIRST_PAIRS = 24;
const MORE_PAIRS = 6;

/**
 * Like `improve`, for networks with very many pairs: begins with the cheapest few of each request, adds those
 * that would lower the cost at the prices found, and so on. The last run looks at all arcs, so the result is
 * as exact.
 * @returns the number of pivots made
 */
export function improveWidely(
  net: SeatNetwork,
  cost: Float64Array,
  active: Int32Array,
  count: number,
): number {
  if (count < WIDE) return improve(net, cost, active, count);
  const { seatArcs, pairEnd, source } = net;
  const isIn = new Uint8Array(net.arcs);
  const work = new Int32Array(count);
  let size = 0;
  let pivots = 0;
  const rows = rowsOf(net, active, count);
  for (let k = 0; k < count; k++) {
    const arc = active[k]!;
    const isPair = arc >= seatArcs && arc < pairEnd;
    if (isPair && net.state[arc]! > 0) continue;
    isIn[arc] = 1;
    work[size++] = arc;
  }
  for (const row of rows) size = addCheapest(row, cost, isIn, work, size);
  for (;;) {
    pivots += improve(net, cost, work, size);
    const before = size;
    const price = net.tree.price;
    for (const row of rows) {
      const from = price[source[row[0]!]!]!;
      size = addViolated(net, row, cost, from, isIn, work, size);
    }
    if (size === before) return pivots + improve(net, cost, active, count);
  }
}

/** The active pair arcs of each request that has any; they stand together. */
function rowsOf({ seatArcs, pairEnd, source }: SeatNetwork, active: Int32Array, count: number): Int32Array[] {
  const rows: Int32Array[] = [];
  let start = 0;
  while (start < count && active[start]! < seatArcs) start++;
  for (let k = start; k < count && active[k]! < pairEnd; ) {
    let end = k + 1;
    while (end < count && active[end]! < pairEnd && source[active[end]!] === source[active[k]!]) end++;
    rows.push(active.subarray(k, end));
    k = end;
  }
  return rows;
}

/** Adds the cheapest pairs of a row; of equally cheap ones each row begins elsewhere. */
function addCheapest(
  row: Int32Array,
  cost: Float64Array,
  isIn: Uint8Array,
  work: Int32Array,
  size: number,
): number {
  const costs = Float64Array.from(row, (arc) => cost[arc]!).sort();
  const limit = costs[Math.min(FIRST_PAIRS, costs.length) - 1]!;
  let end = size;
  let left = FIRST_PAIRS;
  const offset = (row[0]! * 7919) % row.length;
  for (let k = 0; k < row.length && left > 0; k++) {
    const arc = row[(k + offset) % row.length]!;
    if (cost[arc]! > limit || isIn[arc] === 1) continue;
    isIn[arc] = 1;
    work[end++] = arc;
    left--;
  }
  return end;
}

/** Adds the pairs of a row that would lower the cost most. */
function addViolated(
  net: SeatNetwork,
  row: Int32Array,
  cost: Float64Array,
  from: number,
  isIn: Uint8Array,
  work: Int32Array,
  size: number,
): number {
  const { target, state } = net;
  const price = net.tree.price;
  const gap = (arc: number) => cost[arc]! + from - price[target[arc]!]!;
  let end = size;
  for (let k = 0; k < row.length; k++) {
    const arc = row[k]!;
    if (isIn[arc] === 1 || state[arc]! < 0 || gap(arc) >= 0) continue;
    let at = end;
    if (end - size === MORE_PAIRS) {
      if (gap(arc) >= gap(work[end - 1]!)) continue;
      isIn[work[--at]!] = 0;
    } else end++;
    for (; at > size && gap(work[at - 1]!) > gap(arc); at--) work[at] = work[at - 1]!;
    work[at] = arc;
    isIn[arc] = 1;
  }
  return end;
}
