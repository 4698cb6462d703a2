/** The market being solved, by compressed rows as in `SparseMarket`. Written by the caller before anything else. */
export class Market {
  rowStart: StaticArray<i32>;
  column: StaticArray<i32>;
  score: StaticArray<i32>;
  capacity: StaticArray<i32>;

  constructor(
    public requests: i32,
    public offers: i32,
    pairs: i32,
    public slotStep: f64,
  ) {
    this.rowStart = new StaticArray<i32>(requests + 1);
    this.column = new StaticArray<i32>(pairs);
    this.score = new StaticArray<i32>(pairs);
    this.capacity = new StaticArray<i32>(offers);
  }
}

/** Whether rows leave their lists, or offers do not ascend within one. */
export function hasRowFault(market: Market): bool {
  const rowStart = market.rowStart;
  const column = market.column;
  const pairs = column.length;
  if (rowStart[0] !== 0 || rowStart[market.requests] !== pairs) return true;
  for (let i = 0; i < market.requests; i++) {
    const end = rowStart[i + 1];
    if (end < rowStart[i] || end > pairs) return true;
    let previous = -1;
    for (let e = rowStart[i]; e < end; e++) {
      if (column[e] <= previous) return true;
      previous = column[e];
    }
    if (previous >= market.offers) return true;
  }
  return false;
}

/** The largest size of a score, signs aside; at least 1. */
export function largestScore(market: Market): f64 {
  const score = market.score;
  let least: i32 = 0;
  let most: i32 = 1;
  for (let e = 0, pairs = score.length; e < pairs; e++) {
    if (score[e] < least) least = score[e];
    if (score[e] > most) most = score[e];
  }
  return max<f64>(f64(most), -f64(least));
}

/** A part of the market: the requests that take part and the offers open to them. */
export class Contest {
  requests: StaticArray<i32>;
  /** 1 for offers that take no part. */
  closed: StaticArray<u8>;

  constructor(
    public market: Market,
    requests: i32,
    /** How many must stay out, NEVER or FREE: what a request may do instead of taking an offer. */
    public stayingOut: i32,
  ) {
    this.requests = new StaticArray<i32>(requests);
    this.closed = new StaticArray<u8>(market.offers);
  }
}

/** Everybody must be served, and can be. */
export const NEVER: i32 = -1;
/** Staying out is always possible and worth 0. */
export const FREE: i32 = -2;
