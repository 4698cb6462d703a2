/**
 * The one shape every solver works on: requests with one seat each, offers with a capacity,
 * and the allowed pairs as compressed rows. Numbers only: nothing here knows people.
 */
export interface SparseMarket {
  /** Number of requests; each wants exactly one seat (callers expand requests of several seats). */
  readonly requests: number;
  /** Number of offers. */
  readonly offers: number;
  /** Seats of each offer, 0 or more; length `offers`. */
  readonly capacity: Int32Array;
  /** Row bounds: the pairs of request i are `rowStart[i]` … `rowStart[i + 1] - 1`; length `requests + 1`. */
  readonly rowStart: Int32Array;
  /** The offer of each pair, ascending within a row, without duplicates. */
  readonly column: Int32Array;
  /** The score of each pair, an integer; larger is better. */
  readonly score: Int32Array;
  /** The k-th filled seat of an offer costs `slotStep × (k − 1)`; an integer, 0 or more. */
  readonly slotStep: number;
}

/** What is wrong with a market, and where: `at` is an index into the array named in `field`. */
export interface MarketFault {
  readonly field: 'requests' | 'offers' | 'capacity' | 'rowStart' | 'column' | 'score' | 'slotStep';
  readonly at: number;
  readonly message: string;
}

/** Above this bound on any total, sums in float64 would no longer be exact with room to spare. */
const LARGEST_TOTAL = 2 ** 49;

/**
 * The first fault of a market, or null when it is well formed. One pass over all pairs.
 */
export function findMarketFault(market: SparseMarket): MarketFault | null {
  return findShapeFault(market) ?? findRowFault(market) ?? findRangeFault(market, largestScore(market));
}

/** @throws RangeError naming the field and index of the fault, if there is one. */
export function refuse(fault: MarketFault | null): void {
  if (fault !== null) throw new RangeError(`${fault.field}[${fault.at}]: ${fault.message}`);
}

/**
 * A number larger than any difference between two totals of this market, so that one more request served
 * outweighs every loss of score. An integer below 2^52.
 */
export function servedBonus(market: SparseMarket, largest = largestScore(market)): number {
  return 4 * (largestTotal(market, largest) + 1);
}

/** The largest size of a score, signs aside; at least 1. */
function largestScore({ score }: SparseMarket): number {
  let largest = 1;
  for (let e = 0; e < score.length; e++) {
    const size = Math.abs(score[e]!);
    if (size > largest) largest = size;
  }
  return largest;
}

function largestTotal(market: SparseMarket, largest: number): number {
  let largestCapacity = 0;
  for (let j = 0; j < market.offers; j++) {
    if (market.capacity[j]! > largestCapacity) largestCapacity = market.capacity[j]!;
  }
  const seats = Math.min(largestCapacity, market.requests);
  return (market.requests + 1) * (2 * largest + market.slotStep * seats);
}

/** What is wrong with counts and lengths, or null: what can be seen without reading the pairs. */
export function findShapeFault(market: SparseMarket): MarketFault | null {
  const { requests, offers, capacity, rowStart, column, score, slotStep } = market;
  if (!Number.isInteger(requests) || requests < 0) {
    return { field: 'requests', at: 0, message: `${requests} is not a count` };
  }
  if (!Number.isInteger(offers) || offers < 0) {
    return { field: 'offers', at: 0, message: `${offers} is not a count` };
  }
  if (!Number.isInteger(slotStep) || slotStep < 0) {
    return { field: 'slotStep', at: 0, message: `${slotStep} is not an integer of 0 or more` };
  }
  if (capacity.length !== offers) {
    return { field: 'capacity', at: 0, message: `${capacity.length} capacities for ${offers} offers` };
  }
  if (rowStart.length !== requests + 1) {
    return { field: 'rowStart', at: 0, message: `${rowStart.length} bounds for ${requests} requests` };
  }
  if (score.length !== column.length) {
    return { field: 'score', at: 0, message: `${score.length} scores for ${column.length} pairs` };
  }
  for (let j = 0; j < offers; j++) {
    const seats = capacity[j]!;
    if (seats < 0) return { field: 'capacity', at: j, message: `${seats} is negative` };
  }
  return null;
}

function findRowFault(market: SparseMarket): MarketFault | null {
  const { requests, offers, rowStart, column } = market;
  if (rowStart[0] !== 0) return { field: 'rowStart', at: 0, message: `starts at ${rowStart[0]}, not 0` };
  for (let i = 0; i < requests; i++) {
    const start = rowStart[i]!;
    const end = rowStart[i + 1]!;
    if (end < start || end > column.length) {
      return { field: 'rowStart', at: i + 1, message: `${end} is outside ${start} … ${column.length}` };
    }
    let previous = -1;
    for (let e = start; e < end; e++) {
      const j = column[e]!;
      if (j <= previous) {
        return {
          field: 'column',
          at: e,
          message: `offer ${j} after ${previous}: rows ascend without duplicates`,
        };
      }
      if (j >= offers) return { field: 'column', at: e, message: `offer ${j} of only ${offers}` };
      previous = j;
    }
  }
  if (rowStart[requests] !== column.length) {
    return {
      field: 'rowStart',
      at: requests,
      message: `ends at ${rowStart[requests]}, not ${column.length}`,
    };
  }
  return null;
}

/** Whether totals could leave the exact numbers, or null. `largest`: the largest size of a score. */
export function findRangeFault(market: SparseMarket, largest: number): MarketFault | null {
  const total = largestTotal(market, largest);
  if (total <= LARGEST_TOTAL) return null;
  return {
    field: 'score',
    at: 0,
    message: `totals up to ${total} exceed ${LARGEST_TOTAL}: use coarser scores`,
  };
}
