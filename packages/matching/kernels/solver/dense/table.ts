/**
 * A part of a market as a full table of values: every row must get a column of its own, columns may stay free.
 * Where requests compete for every seat the rows are the seats; where seats are left over the rows are requests.
 */
import { Contest, FREE, Ints, NEVER } from '../market';

/** Worth less than any exchange can gain where scores are of the usual size; whether it held is checked. */
export const FORBIDDEN: i32 = -1_073_741_824;

const LARGEST_VALUE: i32 = 67_108_864;
const LARGEST_TABLE: f64 = 8_388_608;
const LEAST_SHARE: f64 = 0.3;

export class Table {
  rows: i32;
  /** At least as many as rows. */
  columns: i32;
  /** Row after row: the score of a pair less the cost of the seat, `FORBIDDEN` where there is no pair. */
  value: Ints;
  least: i32 = 0;
  most: i32 = 0;
  /** No price needs to move by more than this at once: more than values differ; Infinity without forbidden pairs. */
  largestStep: f64 = Infinity;

  constructor(
    public contest: Contest,
    public seats: Seats,
    public rowsAreSeats: bool,
  ) {
    const requests = contest.requests.length;
    this.rows = rowsAreSeats ? seats.count : requests;
    this.columns = rowsAreSeats ? requests : seats.count;
    this.value = contest.market.score;
  }
}

export class Seats {
  constructor(
    public count: i32,
    /** The offer of each seat. */
    public offer: StaticArray<i32>,
    /** Seats of offer j: `first[j]` … `first[j + 1] - 1`; none for closed offers. */
    public first: StaticArray<i32>,
  ) {}
}

/** The table of a contest, or null where a table is not the way: too large, too empty, or scores too large. */
export function denseTableOf(contest: Contest): Table | null {
  const market = contest.market;
  if (contest.stayingOut === FREE || !isDense(contest)) return null;
  const seats = listSeats(contest);
  const table = new Table(contest, seats, contest.stayingOut !== NEVER);
  if (table.rows > table.columns) return null;
  const isFull = market.pairs === market.requests * market.offers;
  // One seat an offer and every pair allowed: the market's own scores are the table.
  if (isFull && !table.rowsAreSeats && table.rows === market.requests && hasSingleSeats(seats, market.offers))
    return table;
  const cells = new StaticArray<i32>(table.rows * table.columns);
  if (!isFull) cells.fill(FORBIDDEN);
  table.value = changetype<Ints>(cells);
  if (table.rowsAreSeats) fillSeatRows(table);
  else fillRequestRows(table);
  if (-table.least > LARGEST_VALUE || table.most > LARGEST_VALUE) return null;
  if (!isFull) table.largestStep = f64(table.most - table.least + 1);
  return table;
}

/** Looks at counts only, so that large sparse markets lose no time here. */
function isDense(contest: Contest): bool {
  const market = contest.market;
  const requests = contest.requests;
  let offers: f64 = 0;
  let seats: f64 = 0;
  for (let j = 0; j < market.offers; j++) {
    if (contest.closed[j] === 1 || market.capacity[j] === 0) continue;
    offers += 1;
    seats += f64(min(market.capacity[j], requests.length + 1));
  }
  const cells = f64(requests.length) * offers;
  if (f64(requests.length) * seats > LARGEST_TABLE) return false;
  if (f64(market.pairs) < LEAST_SHARE * cells) return false;
  let pairs: f64 = 0;
  for (let k = 0; k < requests.length; k++) {
    pairs += f64(market.rowStart[requests[k] + 1] - market.rowStart[requests[k]]);
  }
  return pairs >= LEAST_SHARE * cells;
}

/** Of seats beyond the number of requests one is kept, so that it stays free. */
function listSeats(contest: Contest): Seats {
  const market = contest.market;
  const first = new StaticArray<i32>(market.offers + 1);
  for (let j = 0; j < market.offers; j++) {
    const kept = contest.closed[j] === 1 ? 0 : min(market.capacity[j], contest.requests.length + 1);
    first[j + 1] = first[j] + kept;
  }
  const count = first[market.offers];
  const offer = new StaticArray<i32>(count);
  for (let j = 0; j < market.offers; j++) for (let k = first[j]; k < first[j + 1]; k++) offer[k] = j;
  return new Seats(count, offer, first);
}

function hasSingleSeats(seats: Seats, offers: i32): bool {
  if (seats.count !== offers) return false;
  for (let k = 0; k < seats.count; k++) if (seats.offer[k] !== k) return false;
  return true;
}

function fillRequestRows(table: Table): void {
  const market = table.contest.market;
  const requests = table.contest.requests;
  const first = table.seats.first;
  for (let r = 0; r < requests.length; r++) {
    const i = requests[r];
    const row = r * table.columns;
    for (let e = market.rowStart[i], end = market.rowStart[i + 1]; e < end; e++) {
      const j = market.column[e];
      let worth = f64(market.score[e]);
      for (let k = first[j], to = first[j + 1]; k < to; k++) {
        write(table, row + k, worth);
        worth -= market.slotStep;
      }
    }
  }
}

/** Every seat gets filled, so what seats cost makes no difference. */
function fillSeatRows(table: Table): void {
  const market = table.contest.market;
  const requests = table.contest.requests;
  const first = table.seats.first;
  for (let c = 0; c < requests.length; c++) {
    const i = requests[c];
    for (let e = market.rowStart[i], end = market.rowStart[i + 1]; e < end; e++) {
      const j = market.column[e];
      for (let k = first[j], to = first[j + 1]; k < to; k++) {
        write(table, k * table.columns + c, f64(market.score[e]));
      }
    }
  }
}

/** What is out of range is noted as such, and the table is not used. */
function write(table: Table, at: i32, worth: f64): void {
  const bounded = i32(max<f64>(-2 * f64(LARGEST_VALUE), min<f64>(2 * f64(LARGEST_VALUE), worth)));
  if (bounded < table.least) table.least = bounded;
  if (bounded > table.most) table.most = bounded;
  table.value[at] = bounded;
}
