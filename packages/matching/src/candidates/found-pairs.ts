/** Offers with their fits, by ascending position in the pool. */
export interface FoundPairs {
  readonly offer: Int32Array;
  readonly fit: Int32Array;
}
