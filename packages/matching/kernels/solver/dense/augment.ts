/** Shortest augmenting paths over a full table: Dijkstra without a heap, since every row has every column. */
import { PATHS, tick } from '../host';
import { DensePlan } from './reduce';

class DenseSearch {
  distance: StaticArray<f64>;
  /** The row from which a column was reached. */
  via: StaticArray<i32>;
  /** Columns: first those done, then those at the least distance (up to `near`), then the others. */
  order: StaticArray<i32>;
  near: i32 = 0;
  /** Rows read so far. */
  scans: f64 = 0;

  constructor(columns: i32) {
    this.distance = new StaticArray<f64>(columns);
    this.via = new StaticArray<i32>(columns);
    this.order = new StaticArray<i32>(columns);
    for (let c = 0; c < columns; c++) this.order[c] = c;
  }
}

/** Searches after which the pace tells something about the rest. */
const TRIAL: i32 = 8;

/**
 * Gives every free row a column.
 * @returns false when it gave up, because at its pace more than `scanLimit` rows would be read in all
 */
export function augmentRows(plan: DensePlan, free: StaticArray<i32>, count: i32, scanLimit: f64): bool {
  const search = new DenseSearch(plan.table.columns);
  for (let k = 0; k < count; k++) {
    if ((k & 63) === 0) tick(PATHS, k, count);
    moveAlong(plan, search, free[k], findPath(plan, search, free[k]));
    if (k >= TRIAL && search.scans * f64(count) > scanLimit * f64(k + 1)) return false;
  }
  return true;
}

/** Repairs the prices and returns the free column at the end of the cheapest path. */
function findPath(plan: DensePlan, search: DenseSearch, start: i32): i32 {
  reachFrom(plan, search, start);
  let done = 0;
  while (true) {
    const end = gatherNearest(plan, search, done);
    const first = done;
    const least = search.distance[search.order[done]];
    if (end >= 0) return finish(plan, search, first, least, end);
    for (; done < search.near; done++) {
      search.scans += 1;
      const reached = reachThrough(plan, search, search.order[done], least);
      if (reached >= 0) return finish(plan, search, first, least, reached);
    }
  }
}

function reachFrom(plan: DensePlan, search: DenseSearch, start: i32): void {
  const columns = plan.table.columns;
  const value = plan.table.value;
  const price = plan.price;
  const distance = search.distance;
  const row = start * columns;
  for (let c = 0; c < columns; c++) distance[c] = price[c] - f64(value[row + c]);
  search.via.fill(start);
}

/** Brings the nearest columns forward, behind those done; a free one among them is returned at once, else −1. */
function gatherNearest(plan: DensePlan, search: DenseSearch, done: i32): i32 {
  const distance = search.distance;
  const order = search.order;
  let least = distance[order[done]];
  let near = done + 1;
  for (let k = near; k < order.length; k++) {
    const c = order[k];
    if (distance[c] > least) continue;
    if (distance[c] < least) {
      least = distance[c];
      near = done;
    }
    order[k] = order[near];
    order[near++] = c;
  }
  search.near = near;
  for (let k = done; k < near; k++) if (plan.rowOf[order[k]] === -1) return order[k];
  return -1;
}

/** Follows the row that sits on a column at the least distance; returns a free column as near, else −1. */
function reachThrough(plan: DensePlan, search: DenseSearch, from: i32, least: f64): i32 {
  const columns = plan.table.columns;
  const value = plan.table.value;
  const price = plan.price;
  const distance = search.distance;
  const order = search.order;
  const r = plan.rowOf[from];
  const row = r * columns;
  const base = price[from] - f64(value[row + from]) - least;
  let near = search.near;
  for (let k = near; k < columns; k++) {
    const c = order[k];
    const reached = price[c] - f64(value[row + c]) - base;
    if (reached >= distance[c]) continue;
    distance[c] = reached;
    search.via[c] = r;
    if (reached > least) continue;
    if (plan.rowOf[c] === -1) return c;
    order[k] = order[near];
    order[near++] = c;
  }
  search.near = near;
  return -1;
}

/** Columns nearer than the end become dearer by the difference. */
function finish(plan: DensePlan, search: DenseSearch, done: i32, least: f64, end: i32): i32 {
  for (let k = 0; k < done; k++) {
    const c = search.order[k];
    plan.price[c] += least - search.distance[c];
  }
  return end;
}

function moveAlong(plan: DensePlan, search: DenseSearch, start: i32, end: i32): void {
  let c = end;
  for (;;) {
    const r = search.via[c];
    const left = plan.columnOf[r];
    plan.columnOf[r] = c;
    plan.rowOf[c] = r;
    if (r === start) return;
    c = left;
  }
}
