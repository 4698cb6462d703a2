import { FIT_SCALE } from '@trellis/domain/fit/fit';
import type { OfferSide, Place } from '@trellis/domain/fit/sides';
import { nearness } from '@trellis/domain/fit/yardstick';
import type { Pool } from '../src/pool.ts';

/** What both sides are written in: small numbers for sets and places, and how long a bit of free time is. */
export interface Numbering {
  readonly terms: number;
  /** Minutes a bit of free time stands for: every stretch of the pool begins and ends on a multiple. */
  readonly grain: number;
  readonly slots: number;
  /** Bit of each family that anybody knows. */
  readonly fieldAt: ReadonlyMap<number, number>;
  readonly mostFields: number;
  /** Most stations of a career. */
  readonly stations: number;
  readonly employerAt: ReadonlyMap<string, number>;
  readonly styles: Dictionary<readonly number[]>;
  readonly languages: Dictionary<readonly string[]>;
  readonly places: Dictionary<Place>;
}

/** Every different value once, numbered from 1 as arrays of SQL are. */
interface Dictionary<T> {
  readonly values: readonly T[];
  numberOf(value: T): number;
}

const dictionaryOf = <T>(all: Iterable<T>, keyOf: (value: T) => string): Dictionary<T> => {
  const numbers = new Map<string, number>();
  const values: T[] = [];
  for (const value of all) {
    const key = keyOf(value);
    if (!numbers.has(key)) numbers.set(key, values.push(value));
  }
  return { values, numberOf: (value) => numbers.get(keyOf(value))! };
};

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** Numbers everything the offers of a pool hold. */
export const numberPool = ({ yardstick, offers, requests }: Pool): Numbering => {
  const people = [...offers, ...requests];
  const edges = people.flatMap(({ free }) => free ?? []).map((minute) => minute - yardstick.week);
  const grain = edges.reduce(greatestDivisor, 7 * 1440);
  const families = [...new Set(people.flatMap(({ fields }) => fields))];
  const employers = [...new Set(people.flatMap(({ employer }) => employer ?? []))];
  return {
    terms: yardstick.parent.length,
    grain,
    slots: (7 * 1440) / grain,
    fieldAt: new Map(families.map((family, bit) => [family, bit])),
    mostFields: Math.max(...offers.map(({ fields }) => fields.length)),
    stations: Math.max(...offers.map(({ places }) => places.length)),
    employerAt: new Map(employers.map((employer, at) => [employer, at])),
    styles: dictionaryOf(
      offers.map(({ style }) => style),
      String,
    ),
    languages: dictionaryOf(
      offers.map(({ languages }) => languages),
      String,
    ),
    places: dictionaryOf(
      offers.flatMap(({ places }) =>
        places.flatMap((p) => (p.cameFrom === null ? p.place : [p.place, p.cameFrom])),
      ),
      (place) => `${place.occupation} ${place.industry}`,
    ),
  };
};

/** Free time and fields as bit strings. */
export const freeBits = (
  free: readonly number[] | null,
  week: number,
  { grain, slots }: Numbering,
): string | null => {
  if (free === null) return null;
  const bits = new Uint8Array(slots);
  for (let k = 0; k < free.length; k += 2)
    bits.fill(1, (free[k]! - week) / grain, (free[k + 1]! - week) / grain);
  return bits.join('');
};

export const fieldBits = (fields: readonly number[], { fieldAt }: Numbering): string => {
  const bits = new Uint8Array(fieldAt.size);
  for (const field of fields) bits[fieldAt.get(field)!] = 1;
  return bits.join('');
};

/** Which of the criteria that need something on the offer's side it can be compared by: a bit each. */
export const KNOWS = { skills: 1, goals: 2, industries: 4, occupation: 8, industry: 16 } as const;

export const knownBits = (offer: OfferSide): number =>
  (offer.skills.length > 0 ? KNOWS.skills : 0) |
  (offer.goals.length > 0 ? KNOWS.goals : 0) |
  (offer.industries.length > 0 ? KNOWS.industries : 0) |
  (offer.places.some(({ place }) => place.occupation >= 0) ? KNOWS.occupation : 0) |
  (offer.places.some(({ place }) => place.industry >= 0) ? KNOWS.industry : 0);

/** Terms an offer holds, of the three kinds that are asked for, with their worth by level or years. */
export const heldTerms = (offer: OfferSide): readonly (readonly [term: number, worth: number])[] => [
  ...offer.skills.map((term, k) => [term, offer.skillValue[k]!] as const),
  ...offer.goals.map((term) => [term, FIT_SCALE] as const),
  ...offer.industries.map((term, k) => [term, offer.industryValue[k]!] as const),
];

/** What an offer is worth to someone who asks for a term: its best nearness × worth, for every term of the taxonomy. */
export const worthByTerm = (offer: OfferSide, parent: readonly number[]): Int16Array => {
  const worth = new Int16Array(parent.length);
  for (const [held, value] of heldTerms(offer)) {
    for (let asked = 0; asked < parent.length; asked++) {
      const near = (nearness(parent, asked, held) * value) / FIT_SCALE;
      if (near > worth[asked]!) worth[asked] = near;
    }
  }
  return worth;
};
