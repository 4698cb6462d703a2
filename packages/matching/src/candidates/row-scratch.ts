import { MINUTES_PER_WEEK } from '@trellis/domain/time';
import { NewsTables } from './news-tables.ts';
import type { OfferIndex } from './offer-index.ts';
import { StyleTables } from './style-codes.ts';

/** In a row of fits: rules keep this pair apart. */
export const NOT_ALLOWED = -1;

/** Working space for scoring one request at a time; one entry an offer, by place, unless said otherwise. */
export interface RowScratch {
  /** The result, by position in the pool: 0…FIT_SCALE, or NOT_ALLOWED. */
  readonly fit: Int32Array;
  /** Σ weight × value over the criteria of trust with evidence. */
  readonly sum: Float64Array;
  /** Σ weight over the same. */
  readonly weight: Int32Array;
  readonly collected: Float64Array;
  /** Fields the offer has in common with the request. */
  readonly shared: Uint16Array;
  readonly minutes: Int16Array;
  readonly allowed: Uint8Array;
  readonly met: Uint8Array;
  /** Free minutes of the request before each minute of the week. */
  readonly freeBefore: Int16Array;
  readonly style: StyleTables;
  readonly news: NewsTables;
}

export const rowScratch = ({ offers: { length: offers }, mostFields }: OfferIndex): RowScratch => ({
  fit: new Int32Array(offers),
  sum: new Float64Array(offers),
  weight: new Int32Array(offers),
  collected: new Float64Array(offers),
  shared: new Uint16Array(offers),
  minutes: new Int16Array(offers),
  allowed: new Uint8Array(offers),
  met: new Uint8Array(offers),
  freeBefore: new Int16Array(MINUTES_PER_WEEK + 1),
  style: new StyleTables(),
  news: new NewsTables(mostFields),
});
