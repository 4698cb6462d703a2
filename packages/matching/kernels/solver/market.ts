/** A list anywhere in memory, without a length of its own: the caller may have read it from a file to where it lies. */
@unmanaged
export class Ints {
  @operator('[]')
  get(k: i32): i32 {
    return load<i32>(changetype<usize>(this) + ((k as usize) << 2));
  }

  @operator('[]=')
  set(k: i32, value: i32): void {
    store<i32>(changetype<usize>(this) + ((k as usize) << 2), value);
  }
}

/** The market being solved, by compressed rows as in `SparseMarket`. */
export class Market {
  constructor(
    public requests: i32,
    public offers: i32,
    public pairs: i32,
    public slotStep: f64,
    public rowStart: Ints,
    public column: Ints,
    public score: Ints,
    public capacity: Ints,
  ) {}
}

/** Whether rows leave their lists, or offers do not ascend within one. */
export function hasRowFault(market: Market): bool {
  const rowStart = market.rowStart;
  const column = market.column;
  const pairs = market.pairs;
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
  for (let e = 0; e < market.pairs; e++) {
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
