/**
 * Exact kernel for markets in which most pairs are allowed, up to a few thousand people: Jonker & Volgenant (1987)
 * over a full table, seats of one offer side by side.
 */
import { nobody } from '../lists';
import { augmentRows } from './augment';
import { DensePlan, reduceColumns, reduceRows } from './reduce';
import { FORBIDDEN, Table } from './table';

const STEPS_PER_ROW: i32 = 8;
/** Row readings after which an auction gets there sooner: so many for each row, and so many more. */
const SCANS_PER_ROW: f64 = 10;
const SCANS_MORE: f64 = 12_000;
/** Tables up to this many rows are solved here whatever the scores look like. */
const SMALL: i32 = 350;
/** Larger ones only where the cheap beginnings seat this share: elsewhere too many scores are alike. */
const LEAST_BY_COLUMNS: f64 = 0.25;
const LEAST_BY_ROWS: f64 = 0.45;

/** The plan of a table, or null when it gave up because an auction gets there sooner. */
export function solveDense(table: Table): DensePlan | null {
  const plan = new DensePlan(table);
  const rows = table.rows;
  if (rows === table.columns && !table.rowsAreSeats) {
    const seated = reduceColumns(plan);
    if (rows > SMALL && f64(seated) < LEAST_BY_COLUMNS * f64(rows)) return null;
  }
  const free = new StaticArray<i32>(rows);
  const count = reduceRows(plan, STEPS_PER_ROW, free);
  if (rows > SMALL && f64(rows - count) < LEAST_BY_ROWS * f64(rows)) return null;
  if (!augmentRows(plan, free, count, SCANS_PER_ROW * f64(rows) + SCANS_MORE)) return null;
  return usesForbidden(plan) ? null : plan;
}

function usesForbidden(plan: DensePlan): bool {
  const table = plan.table;
  for (let r = 0; r < table.rows; r++) {
    if (table.value[r * table.columns + plan.columnOf[r]] === FORBIDDEN) return true;
  }
  return false;
}

/** Offer of each request that takes part, −1 for the others and for those that stay out. */
export function mateOf(plan: DensePlan): StaticArray<i32> {
  const table = plan.table;
  const requests = table.contest.requests;
  const offer = table.seats.offer;
  const mate = nobody(table.contest.market.requests);
  for (let r = 0; r < table.rows; r++) {
    const c = plan.columnOf[r];
    if (table.rowsAreSeats) mate[requests[c]] = offer[r];
    else mate[requests[r]] = offer[c];
  }
  return mate;
}

/** Integer prices; 0 at closed offers. */
export function pricesOf(plan: DensePlan): StaticArray<f64> {
  return plan.table.rowsAreSeats ? pricesOfRows(plan) : pricesOfColumns(plan);
}

/**
 * A seat is worth what its request scores there less what that request is worth to the seats, which is the same
 * for all seats of an offer.
 */
function pricesOfRows(plan: DensePlan): StaticArray<f64> {
  const table = plan.table;
  const offerPrice = new StaticArray<f64>(table.contest.market.offers);
  for (let r = 0; r < table.rows; r++) {
    const c = plan.columnOf[r];
    offerPrice[table.seats.offer[r]] = f64(table.value[r * table.columns + c]) - plan.price[c];
  }
  return offerPrice;
}

/**
 * The price of an offer is the least at which any of its seats can be had, the cost of that seat included. Where
 * every seat is filled only differences count: the least price becomes 0.
 */
function pricesOfColumns(plan: DensePlan): StaticArray<f64> {
  const table = plan.table;
  const market = table.contest.market;
  const first = table.seats.first;
  const offerPrice = new StaticArray<f64>(market.offers);
  const floor = table.rows === table.columns ? leastOf(plan.price) : 0;
  for (let j = 0; j < market.offers; j++) {
    let least: f64 = Infinity;
    for (let k = first[j]; k < first[j + 1]; k++) {
      least = min<f64>(least, plan.price[k] - floor + market.slotStep * f64(k - first[j]));
    }
    if (least < Infinity) offerPrice[j] = least;
  }
  return offerPrice;
}

function leastOf(prices: StaticArray<f64>): f64 {
  let least: f64 = Infinity;
  for (let k = 0; k < prices.length; k++) if (prices[k] < least) least = prices[k];
  return least;
}
