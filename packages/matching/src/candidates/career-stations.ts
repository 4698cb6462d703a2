import type { OfferSide } from '@trellis/domain/fit/sides';
import { type Postings, postingsFrom } from './postings.ts';

/** Careers of all offers as flat arrays: stations of offer p are `start[p]` … `start[p + 1] − 1`; −1 is unknown. */
export interface CareerStations {
  readonly start: Int32Array;
  readonly occupation: Int32Array;
  readonly industry: Int32Array;
  /** Where the offer's person came from by a move; −2 in both where the station was not reached by one. */
  readonly fromOccupation: Int32Array;
  readonly fromIndustry: Int32Array;
  /** Offers by the occupations and industries of their stations. */
  readonly postings: Postings;
}

export const NO_MOVE = -2;

export const stationsOf = (offers: readonly OfferSide[], terms: number): CareerStations => {
  const start = new Int32Array(offers.length + 1);
  for (let p = 0; p < offers.length; p++) start[p + 1] = start[p]! + offers[p]!.places.length;
  const count = start[offers.length]!;
  const stations = {
    start,
    occupation: new Int32Array(count),
    industry: new Int32Array(count),
    fromOccupation: new Int32Array(count).fill(NO_MOVE),
    fromIndustry: new Int32Array(count).fill(NO_MOVE),
  };
  const heldBy: number[][] = [];
  for (let p = 0; p < offers.length; p++) {
    const held: number[] = [];
    offers[p]!.places.forEach(({ place, cameFrom }, k) => {
      const at = start[p]! + k;
      stations.occupation[at] = place.occupation;
      stations.industry[at] = place.industry;
      if (cameFrom !== null) {
        stations.fromOccupation[at] = cameFrom.occupation;
        stations.fromIndustry[at] = cameFrom.industry;
      }
      for (const term of [place.occupation, place.industry]) {
        if (term >= 0 && !held.includes(term)) held.push(term);
      }
    });
    heldBy.push(held);
  }
  return { ...stations, postings: postingsFrom(terms, heldBy, null) };
};
