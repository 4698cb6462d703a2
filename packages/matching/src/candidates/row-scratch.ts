import { MINUTES_PER_WEEK } from '@trellis/domain/time';

/** In a row of fits: rules keep this pair apart. */
export const NOT_ALLOWED = -1;

/** Working space for scoring one request at a time; one entry an offer unless said otherwise. */
export interface RowScratch {
  /** The result: 0…FIT_SCALE, or NOT_ALLOWED. */
  readonly fit: Int32Array;
  /** Σ weight × value over the criteria of trust with evidence. */
  readonly sum: Float64Array;
  /** Σ weight over the same. */
  readonly weight: Int32Array;
  readonly collected: Float64Array;
  readonly best: Int32Array;
  readonly touched: Int32Array;
  readonly shared: Int32Array;
  readonly minutes: Int32Array;
  readonly allowed: Uint8Array;
  /** Free minutes of the request before each minute of the week. */
  readonly freeBefore: Int32Array;
}

export const rowScratch = (offers: number): RowScratch => ({
  fit: new Int32Array(offers),
  sum: new Float64Array(offers),
  weight: new Int32Array(offers),
  collected: new Float64Array(offers),
  best: new Int32Array(offers),
  touched: new Int32Array(offers),
  shared: new Int32Array(offers),
  minutes: new Int32Array(offers),
  allowed: new Uint8Array(offers),
  freeBefore: new Int32Array(MINUTES_PER_WEEK + 1),
});
