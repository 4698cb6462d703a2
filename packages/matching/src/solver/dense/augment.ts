/** Shortest augmenting paths over a full table: Dijkstra without a heap, since every row has every column. */
import type { DensePlan } from './reduce.ts';

interface DenseSearch {
  readonly distance: Float64Array;
  /** The row from which a column was reached. */
  readonly via: Int32Array;
  /** Columns: first those done, then those at the least distance (up to `near`), then the others. */
  readonly order: Int32Array;
  near: number;
  /** Rows read so far. */
  scans: number;
}

/** Searches after which the pace tells something about the rest. */
const TRIAL = 8;

/**
 * Gives every free row a column. Calls `tick` before each search.
 * @returns false when it gave up, because at its pace more than `scanLimit` rows would be read in all
 */
export function augmentRows(
  plan: DensePlan,
  free: Int32Array,
  scanLimit: number,
  tick: (done: number) => void,
): boolean {
  const { columns } = plan.table;
  const search: DenseSearch = {
    distance: new Float64Array(columns),
    via: new Int32Array(columns),
    order: Int32Array.from({ length: columns }, (_, c) => c),
    near: 0,
    scans: 0,
  };
  for (let k = 0; k < free.length; k++) {
    tick(k);
    moveAlong(plan, search, free[k]!, findPath(plan, search, free[k]!));
    if (k >= TRIAL && search.scans * free.length > scanLimit * (k + 1)) return false;
  }
  return true;
}

/** Repairs the prices and returns the free column at the end of the cheapest path. */
function findPath(plan: DensePlan, search: DenseSearch, start: number): number {
  const { distance, order } = search;
  reachFrom(plan, search, start);
  let done = 0;
  for (;;) {
    const end = gatherNearest(plan, search, done);
    const first = done;
    const least = distance[order[done]!]!;
    if (end >= 0) return finish(plan, search, first, least, end);
    for (; done < search.near; done++) {
      search.scans++;
      const reached = reachThrough(plan, search, order[done]!, least);
      if (reached >= 0) return finish(plan, search, first, least, reached);
    }
  }
}

function reachFrom(plan: DensePlan, search: DenseSearch, start: number): void {
  const { columns, value } = plan.table;
  const { price } = plan;
  const { distance } = search;
  const row = start * columns;
  for (let c = 0; c < columns; c++) distance[c] = price[c]! - value[row + c]!;
  search.via.fill(start);
}

/** Brings the nearest columns forward, behind those done; a free one among them is returned at once, else −1. */
function gatherNearest(plan: DensePlan, search: DenseSearch, done: number): number {
  const { rowOf } = plan;
  const { distance, order } = search;
  let least = distance[order[done]!]!;
  let near = done + 1;
  for (let k = near; k < order.length; k++) {
    const c = order[k]!;
    if (distance[c]! > least) continue;
    if (distance[c]! < least) {
      least = distance[c]!;
      near = done;
    }
    order[k] = order[near]!;
    order[near++] = c;
  }
  search.near = near;
  for (let k = done; k < near; k++) if (rowOf[order[k]!] === -1) return order[k]!;
  return -1;
}

/** Follows the row that sits on a column at the least distance; returns a free column as near, else −1. */
function reachThrough(plan: DensePlan, search: DenseSearch, from: number, least: number): number {
  const { columns, value } = plan.table;
  const { price, rowOf } = plan;
  const { distance, order, via } = search;
  const r = rowOf[from]!;
  const row = r * columns;
  const base = price[from]! - value[row + from]! - least;
  let near = search.near;
  for (let k = near; k < columns; k++) {
    const c = order[k]!;
    const reached = price[c]! - value[row + c]! - base;
    if (reached >= distance[c]!) continue;
    distance[c] = reached;
    via[c] = r;
    if (reached > least) continue;
    if (rowOf[c] === -1) return c;
    order[k] = order[near]!;
    order[near++] = c;
  }
  search.near = near;
  return -1;
}

/** Columns nearer than the end become dearer by the difference. */
function finish(plan: DensePlan, search: DenseSearch, done: number, least: number, end: number): number {
  const { distance, order } = search;
  for (let k = 0; k < done; k++) {
    const c = order[k]!;
    plan.price[c] = plan.price[c]! + least - distance[c]!;
  }
  return end;
}

function moveAlong(plan: DensePlan, search: DenseSearch, start: number, end: number): void {
  const { columnOf, rowOf } = plan;
  let c = end;
  for (;;) {
    const r = search.via[c]!;
    const left = columnOf[r]!;
    columnOf[r] = c;
    rowOf[c] = r;
    if (r === start) return;
    c = left;
  }
}
