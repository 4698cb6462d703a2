import type { OfferSide } from '@trellis/domain/fit/sides';

/** Careers of all offers as flat arrays, station by station; −1 is unknown. */
export interface CareerStations {
  /** Whose station it is. */
  readonly offer: Int32Array;
  readonly occupation: Int32Array;
  readonly industry: Int32Array;
  /** Where the offer's person came from by a move; −2 in both where the station was not reached by one. */
  readonly fromOccupation: Int32Array;
  readonly fromIndustry: Int32Array;
  readonly byOccupation: StationsBy;
  readonly byIndustry: StationsBy;
}

/** Stations by a term: of term t `start[t]` … `start[t + 1] − 1`. */
interface StationsBy {
  readonly start: Int32Array;
  readonly station: Int32Array;
}

const NO_MOVE = -2;

export const stationsOf = (offers: readonly OfferSide[], terms: number): CareerStations => {
  let count = 0;
  for (const { places } of offers) count += places.length;
  const offer = new Int32Array(count);
  const occupation = new Int32Array(count);
  const industry = new Int32Array(count);
  const fromOccupation = new Int32Array(count).fill(NO_MOVE);
  const fromIndustry = new Int32Array(count).fill(NO_MOVE);
  let at = 0;
  for (let p = 0; p < offers.length; p++) {
    for (const { place, cameFrom } of offers[p]!.places) {
      offer[at] = p;
      occupation[at] = place.occupation;
      industry[at] = place.industry;
      if (cameFrom !== null) {
        fromOccupation[at] = cameFrom.occupation;
        fromIndustry[at] = cameFrom.industry;
      }
      at++;
    }
  }
  const byOccupation = stationsBy(occupation, terms);
  const byIndustry = stationsBy(industry, terms);
  return { offer, occupation, industry, fromOccupation, fromIndustry, byOccupation, byIndustry };
};

const stationsBy = (term: Int32Array, terms: number): StationsBy => {
  const start = new Int32Array(terms + 1);
  for (const t of term) if (t >= 0) start[t + 1] = start[t + 1]! + 1;
  for (let t = 0; t < terms; t++) start[t + 1] = start[t + 1]! + start[t]!;
  const station = new Int32Array(start[terms]!);
  const next = start.slice();
  for (let s = 0; s < term.length; s++) {
    const t = term[s]!;
    if (t < 0) continue;
    station[next[t]!] = s;
    next[t] = next[t]! + 1;
  }
  return { start, station };
};
