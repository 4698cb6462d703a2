/**
 * A part of a market as a full table of values: every row must get a column of its own, columns may stay free.
 * Where requests compete for every seat the rows are the seats; where seats are left over the rows are requests.
 */
import type { Contest } from '../auction/state.ts';

export interface DenseTable {
  readonly rows: number;
  /** At least as many as rows. */
  readonly columns: number;
  /** Row after row: the score of a pair less the cost of the seat, `FORBIDDEN` where there is no pair. */
  readonly value: Int32Array;
  readonly rowsAreSeats: boolean;
  readonly requests: Int32Array;
  readonly seats: Seats;
  /** No price needs to move by more than this at once: more than values differ; Infinity without forbidden pairs. */
  readonly largestStep: number;
}

export interface Seats {
  readonly count: number;
  /** The offer of each seat. */
  readonly offer: Int32Array;
  /** Seats of offer j: `first[j]` … `first[j + 1] - 1`; none for closed offers. */
  readonly first: Int32Array;
}

/** Worth less than any exchange can gain where scores are of the usual size; whether it held is checked. */
export const FORBIDDEN = -(2 ** 30);

const LARGEST_VALUE = 2 ** 26;
const LARGEST_TABLE = 2 ** 23;
const LEAST_SHARE = 0.3;

/** The table of a contest, or null where a table is not the way: too large, too empty, or scores too large. */
export function denseTableOf(contest: Contest): DenseTable | null {
  const { market, requests, stayingOut } = contest;
  if (stayingOut === 'free' || !isDense(contest)) return null;
  const seats = listSeats(contest);
  const rowsAreSeats = stayingOut !== 'never';
  const rows = rowsAreSeats ? seats.count : requests.length;
  const columns = rowsAreSeats ? requests.length : seats.count;
  if (rows > columns) return null;
  const isFull = market.score.length === market.requests * market.offers;
  const shape = { rows, columns, rowsAreSeats, requests, seats };
  const hasSingleSeats = seats.count === market.offers && seats.offer.every((offer, k) => offer === k);
  if (isFull && !rowsAreSeats && rows === market.requests && hasSingleSeats) {
    // One seat an offer and every pair allowed: the market's own scores are the table.
    return { ...shape, value: market.score, largestStep: Number.POSITIVE_INFINITY };
  }
  const value = new Int32Array(rows * columns);
  if (!isFull) value.fill(FORBIDDEN);
  const table = { ...shape, value, largestStep: Number.POSITIVE_INFINITY };
  const { least, most } = rowsAreSeats ? fillSeatRows(market, table) : fillRequestRows(market, table);
  if (Math.max(Math.abs(least), Math.abs(most)) > LARGEST_VALUE) return null;
  return isFull ? table : { ...table, largestStep: most - least + 1 };
}

/** Looks at counts only, so that large sparse markets lose no time here. */
function isDense({ market, requests, closed }: Contest): boolean {
  let offers = 0;
  let seats = 0;
  for (let j = 0; j < market.offers; j++) {
    if (closed[j] === 1 || market.capacity[j] === 0) continue;
    offers++;
    seats += Math.min(market.capacity[j]!, requests.length + 1);
  }
  const cells = requests.length * offers;
  if (requests.length * seats > LARGEST_TABLE || market.column.length < LEAST_SHARE * cells) return false;
  let pairs = 0;
  for (const i of requests) pairs += market.rowStart[i + 1]! - market.rowStart[i]!;
  return pairs >= LEAST_SHARE * cells;
}

/** Of seats beyond the number of requests one is kept, so that it stays free. */
function listSeats({ market, requests, closed }: Contest): Seats {
  const first = new Int32Array(market.offers + 1);
  for (let j = 0; j < market.offers; j++) {
    first[j + 1] = first[j]! + (closed[j] === 1 ? 0 : Math.min(market.capacity[j]!, requests.length + 1));
  }
  const count = first[market.offers]!;
  const offer = new Int32Array(count);
  for (let j = 0; j < market.offers; j++) offer.fill(j, first[j]!, first[j + 1]!);
  return { count, offer, first };
}

function fillRequestRows(market: Contest['market'], table: DenseTable): { least: number; most: number } {
  const { rowStart, column, score, slotStep } = market;
  const { value, columns, requests } = table;
  const { first } = table.seats;
  let least = 0;
  let most = 0;
  for (let r = 0; r < requests.length; r++) {
    const i = requests[r]!;
    const row = r * columns;
    for (let e = rowStart[i]!, end = rowStart[i + 1]!; e < end; e++) {
      const j = column[e]!;
      let worth = score[e]!;
      if (worth > most) most = worth;
      for (let k = first[j]!, to = first[j + 1]!; k < to; k++) {
        if (worth < least) least = worth;
        value[row + k] = worth;
        worth -= slotStep;
      }
    }
  }
  return { least, most };
}

/** Every seat gets filled, so what seats cost makes no difference. */
function fillSeatRows(market: Contest['market'], table: DenseTable): { least: number; most: number } {
  const { rowStart, column, score } = market;
  const { value, columns, requests } = table;
  const { first } = table.seats;
  let least = 0;
  let most = 0;
  for (let c = 0; c < requests.length; c++) {
    const i = requests[c]!;
    for (let e = rowStart[i]!, end = rowStart[i + 1]!; e < end; e++) {
      const j = column[e]!;
      const worth = score[e]!;
      if (worth < least) least = worth;
      if (worth > most) most = worth;
      for (let k = first[j]!, to = first[j + 1]!; k < to; k++) value[k * columns + c] = worth;
    }
  }
  return { least, most };
}
