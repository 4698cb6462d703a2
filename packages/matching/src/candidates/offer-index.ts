import type { OfferSide } from '@trellis/domain/fit/sides';
import { nearness, type Yardstick } from '@trellis/domain/fit/yardstick';
import type { MemberId, OfferId } from '@trellis/domain/ids';
import { MINUTES_PER_WEEK } from '@trellis/domain/time';
import { type CareerStations, stationsOf } from './career-stations.ts';
import { type EvidenceClass, evidenceClasses } from './evidence-classes.ts';
import { type Neighborhood, neighborhoods, type Postings, postingsFrom } from './postings.ts';
import { type StyleCodes, styleCodes } from './style-codes.ts';

/**
 * All offers of a pool laid out for scanning: inverted indexes for terms, flat arrays for the rest. Inside, offers stand in
 * an order of their own (a **place**): those that give evidence for the same criteria and speak the same languages are
 * neighbors, so that what depends on the class alone is worked out once for each.
 */
export interface OfferIndex {
  /** By place. */
  readonly offers: readonly OfferSide[];
  /** The position in the pool of the offer at each place. */
  readonly positionAt: Int32Array;
  /** The place of each offer of the pool. */
  readonly placeAt: Int32Array;
  readonly classes: readonly EvidenceClass[];
  /** Class by place. */
  readonly classOf: Int32Array;
  /** Languages, distinct lists of them; classes name one each. */
  readonly languages: readonly Pick<OfferSide, 'languages'>[];
  readonly skills: Postings;
  readonly goals: Postings;
  readonly industries: Postings;
  readonly stations: CareerStations;
  readonly fields: Postings;
  /** Terms known when the index was built: higher numbers have no postings. */
  readonly terms: number;
  around(term: number): Neighborhood;
  readonly fieldCount: Uint16Array;
  readonly mostFields: number;
  readonly style: StyleCodes;
  /** Spans of free minutes since the week's start: of place p `freeStart[p]` … `freeStart[p + 1] − 1`. */
  readonly freeStart: Int32Array;
  readonly freeFrom: Int16Array;
  readonly freeTo: Int16Array;
  readonly clockClass: Int32Array;
  readonly clocks: readonly (number | null)[];
  /** Employers by number, and the number at each place; −1 for none. */
  readonly employers: ReadonlyMap<string, number>;
  readonly employerAt: Int32Array;
  /** Places of those who work for an employer, and of a member's offers. */
  readonly atEmployer: ReadonlyMap<string, readonly number[]>;
  readonly ofMember: ReadonlyMap<MemberId, readonly number[]>;
  readonly placeOf: ReadonlyMap<OfferId, number>;
}

/** Builds the index once for a pool; time and memory grow with the facts in the offers. */
export const indexOffers = (pool: readonly OfferSide[], yardstick: Yardstick): OfferIndex => {
  const terms = yardstick.parent.length;
  const { classes, positionAt, classOf, languages } = evidenceClasses(pool);
  const offers = Array.from(positionAt, (position) => pool[position]!);
  const placeAt = new Int32Array(offers.length);
  for (let p = 0; p < offers.length; p++) placeAt[positionAt[p]!] = p;
  const around = neighborhoods(yardstick.parent.slice(), nearness);
  const held = (list: (offer: OfferSide) => readonly number[]) => offers.map(list);
  const skills = postingsFrom(
    terms,
    held((o) => o.skills),
    held((o) => o.skillValue),
  );
  const goals = postingsFrom(
    terms,
    held((o) => o.goals),
    null,
  );
  const industries = postingsFrom(
    terms,
    held((o) => o.industries),
    held((o) => o.industryValue),
  );
  const fields = postingsFrom(
    terms,
    held((o) => o.fields),
    null,
  );
  const stations = stationsOf(offers, terms);
  const fieldCount = Uint16Array.from(offers, (o) => o.fields.length);
  return {
    offers,
    positionAt,
    placeAt,
    classes,
    classOf,
    languages,
    skills,
    goals,
    industries,
    stations,
    fields,
    terms,
    around,
    fieldCount,
    mostFields: fieldCount.reduce((most, count) => Math.max(most, count), 0),
    style: styleCodes(offers.map((o) => o.style)),
    ...freeSpans(offers, yardstick.week),
    ...clocksOf(offers),
    ...whoIsWhere(offers),
  };
};

const freeSpans = (offers: readonly OfferSide[], week: number) => {
  const freeStart = new Int32Array(offers.length + 1);
  for (let p = 0; p < offers.length; p++) {
    freeStart[p + 1] = freeStart[p]! + (offers[p]!.free?.length ?? 0) / 2;
  }
  const freeFrom = new Int16Array(freeStart[offers.length]!);
  const freeTo = new Int16Array(freeStart[offers.length]!);
  for (let p = 0; p < offers.length; p++) {
    const free = offers[p]!.free ?? [];
    for (let k = 0; k < free.length; k += 2) {
      freeFrom[freeStart[p]! + k / 2] = free[k]! - week;
      freeTo[freeStart[p]! + k / 2] = Math.min(free[k + 1]! - week, MINUTES_PER_WEEK);
    }
  }
  return { freeStart, freeFrom, freeTo };
};

const clocksOf = (offers: readonly OfferSide[]) => {
  const numbers = new Map<number | null, number>();
  const clockClass = Int32Array.from(offers, ({ clock }) => {
    const known = numbers.get(clock);
    if (known !== undefined) return known;
    numbers.set(clock, numbers.size);
    return numbers.size - 1;
  });
  return { clockClass, clocks: [...numbers.keys()] };
};

const whoIsWhere = (offers: readonly OfferSide[]) => {
  const atEmployer = new Map<string, number[]>();
  const ofMember = new Map<MemberId, number[]>();
  const add = <K>(to: Map<K, number[]>, key: K, p: number) => {
    const list = to.get(key);
    if (list) list.push(p);
    else to.set(key, [p]);
  };
  offers.forEach((offer, p) => {
    if (offer.employer !== null) add(atEmployer, offer.employer, p);
    add(ofMember, offer.profile.memberId, p);
  });
  const employers = new Map([...atEmployer.keys()].map((employer, number) => [employer, number]));
  const employerAt = Int32Array.from(offers, ({ employer }) =>
    employer === null ? -1 : employers.get(employer)!,
  );
  return {
    employers,
    employerAt,
    atEmployer,
    ofMember,
    placeOf: new Map(offers.map((o, p) => [o.offer.id, p])),
  };
};
