import type { OfferSide } from '@trellis/domain/fit/sides';
import { nearness, type Yardstick } from '@trellis/domain/fit/yardstick';
import type { MemberId, OfferId } from '@trellis/domain/ids';
import { MINUTES_PER_WEEK } from '@trellis/domain/time';
import { type Neighborhood, neighborhoods, type Postings, postingsFrom } from './postings.ts';

/** All offers of a pool laid out for scanning: inverted indexes for terms, flat arrays for the rest. */
export interface OfferIndex {
  readonly offers: readonly OfferSide[];
  readonly skills: Postings;
  readonly goals: Postings;
  readonly industries: Postings;
  /** Occupations and industries of the stations of a career. */
  readonly stations: Postings;
  readonly fields: Postings;
  /** Terms known when the index was built: higher numbers have no postings. */
  readonly terms: number;
  around(term: number): Neighborhood;
  readonly hasSkills: Uint8Array;
  readonly hasGoals: Uint8Array;
  readonly hasIndustries: Uint8Array;
  readonly hasOccupationStation: Uint8Array;
  readonly hasIndustryStation: Uint8Array;
  readonly fieldCount: Int32Array;
  /** Seven answers of each offer, one after the other; 0 for none. */
  readonly style: Int8Array;
  readonly hasStyle: Uint8Array;
  /** Spans of free minutes since the week's start: of offer j `freeStart[j]` … `freeStart[j + 1] − 1`, −1 spans for "not said". */
  readonly freeStart: Int32Array;
  readonly freeFrom: Int32Array;
  readonly freeTo: Int32Array;
  readonly saysFree: Uint8Array;
  /** Class of each offer by its list of languages, of its clock and of its employer. */
  readonly languageClass: Int32Array;
  readonly languages: readonly (readonly string[])[];
  readonly clockClass: Int32Array;
  readonly clocks: readonly (number | null)[];
  readonly employerClass: Int32Array;
  readonly employers: ReadonlyMap<string, number>;
  /** Class of each offer by which criteria it gives evidence for, together with its languages. */
  readonly evidenceClass: Int32Array;
  /** One offer of each of these classes. */
  readonly evidenceExamples: readonly number[];
  readonly offerAt: ReadonlyMap<OfferId, number>;
  readonly offersOf: ReadonlyMap<MemberId, readonly number[]>;
}

const classesOf = <T>(values: readonly T[], keyOf: (value: T) => string) => {
  const numbers = new Map<string, number>();
  const first: T[] = [];
  const of = Int32Array.from(values, (value) => {
    const key = keyOf(value);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, first.length);
    first.push(value);
    return first.length - 1;
  });
  return { of, first, numbers };
};

const evidenceMask = (offer: OfferSide): string =>
  [
    offer.skills.length > 0,
    offer.goals.length > 0,
    offer.industries.length > 0,
    offer.places.some(({ place }) => place.occupation >= 0),
    offer.places.some(({ place }) => place.industry >= 0),
    offer.style.some((answer) => answer !== 0),
    offer.free !== null,
    offer.fields.length > 0,
  ]
    .map(Number)
    .join('');

/** Builds the index once for a pool; time and memory grow with the facts in the offers. */
export const indexOffers = (offers: readonly OfferSide[], yardstick: Yardstick): OfferIndex => {
  const terms = yardstick.parent.length;
  const flags = (has: (offer: OfferSide) => boolean) =>
    Uint8Array.from(offers, (offer) => (has(offer) ? 1 : 0));
  const languages = classesOf(
    offers.map((offer) => offer.languages),
    (list) => list.join(' '),
  );
  const clocks = classesOf(
    offers.map((offer) => offer.clock),
    (clock) => `${clock}`,
  );
  const employers = classesOf(
    offers.map((offer) => offer.employer),
    (employer) => (employer === null ? '' : `=${employer}`),
  );
  const freeStart = new Int32Array(offers.length + 1);
  offers.forEach((offer, j) => {
    freeStart[j + 1] = freeStart[j]! + (offer.free?.length ?? 0) / 2;
  });
  const freeFrom = new Int32Array(freeStart[offers.length]!);
  const freeTo = new Int32Array(freeStart[offers.length]!);
  offers.forEach((offer, j) => {
    const free = offer.free ?? [];
    for (let k = 0; k < free.length; k += 2) {
      freeFrom[freeStart[j]! + k / 2] = free[k]! - yardstick.week;
      freeTo[freeStart[j]! + k / 2] = Math.min(free[k + 1]! - yardstick.week, MINUTES_PER_WEEK);
    }
  });
  const offersOf = new Map<MemberId, number[]>();
  offers.forEach((offer, j) => {
    const list = offersOf.get(offer.profile.memberId);
    if (list) list.push(j);
    else offersOf.set(offer.profile.memberId, [j]);
  });
  const evidence = classesOf(
    offers.map((_, j) => j),
    (j) => `${evidenceMask(offers[j]!)} ${languages.of[j]}`,
  );
  const stations = offers.map((offer) => [
    ...new Set(
      offer.places.flatMap(({ place }) => [place.occupation, place.industry]).filter((term) => term >= 0),
    ),
  ]);
  return {
    offers,
    terms,
    skills: postingsFrom(
      terms,
      offers.map((o) => o.skills),
      offers.map((o) => o.skillValue),
    ),
    goals: postingsFrom(
      terms,
      offers.map((o) => o.goals),
      null,
    ),
    industries: postingsFrom(
      terms,
      offers.map((o) => o.industries),
      offers.map((o) => o.industryValue),
    ),
    stations: postingsFrom(terms, stations, null),
    fields: postingsFrom(
      terms,
      offers.map((o) => o.fields),
      null,
    ),
    around: neighborhoods(yardstick.parent.slice(), nearness),
    hasSkills: flags((o) => o.skills.length > 0),
    hasGoals: flags((o) => o.goals.length > 0),
    hasIndustries: flags((o) => o.industries.length > 0),
    hasOccupationStation: flags((o) => o.places.some(({ place }) => place.occupation >= 0)),
    hasIndustryStation: flags((o) => o.places.some(({ place }) => place.industry >= 0)),
    fieldCount: Int32Array.from(offers, (o) => o.fields.length),
    style: Int8Array.from(offers.flatMap((o) => o.style)),
    hasStyle: flags((o) => o.style.some((answer) => answer !== 0)),
    freeStart,
    freeFrom,
    freeTo,
    saysFree: flags((o) => o.free !== null),
    languageClass: languages.of,
    languages: languages.first,
    clockClass: clocks.of,
    clocks: clocks.first,
    employerClass: employers.of,
    employers: new Map(
      [...employers.numbers].filter(([key]) => key !== '').map(([key, n]) => [key.slice(1), n]),
    ),
    evidenceClass: evidence.of,
    evidenceExamples: evidence.first,
    offerAt: new Map(offers.map((o, j) => [o.offer.id, j])),
    offersOf,
  };
};
