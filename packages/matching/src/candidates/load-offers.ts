import { placeFrom, stepFrom } from '@trellis/domain/fit/criteria/path';
import { timeFrom } from '@trellis/domain/fit/criteria/time';
import { NEARNESS_LEVELS } from '@trellis/domain/fit/yardstick';
import type { Weights } from '@trellis/domain/programs/settings';
import { MINUTES_PER_WEEK } from '@trellis/domain/time';
import type { EvidenceClass } from './evidence-classes.ts';
import type { OfferIndex } from './offer-index.ts';
import type { RowKernel } from './row-kernel.ts';
import { STYLE_WORTH } from './style-codes.ts';

/** Entries of lists kept in the kernel's memory, 4 bytes each; then they are gathered anew. */
const MOST_KEPT = 16_000_000;
/** Lists of one request come together; more than these never do. */
const MOST_TOGETHER = 64;
/** Rows of the tables of reach are numbered in 16 bits, shared fields counted in 8. */
const MOST_FIELDS = 254;

/** Of numbers of fields, where what reach brings is bounded: as in kernels/rows/row.ts. */
const MOST_TOLD_APART = 15;

const WORTH_OF_MINUTES = Int16Array.from({ length: MINUTES_PER_WEEK + 1 }, (_, minutes) => timeFrom(minutes));

/** As in kernels/rows/offers.ts. */
export const OCCUPATION_STATION = 8;
export const INDUSTRY_STATION = 16;

const evidenceBits = (of: EvidenceClass): number =>
  Number(of.hasSkills) +
  2 * Number(of.hasGoals) +
  4 * Number(of.hasIndustries) +
  OCCUPATION_STATION * Number(of.hasOccupationStation) +
  INDUSTRY_STATION * Number(of.hasIndustryStation) +
  32 * Number(of.hasStyle) +
  64 * Number(of.saysFree) +
  128 * Number(of.hasFields);

/** Level 0 stands for what cannot be compared, as in kernels/rows/stations.ts. */
const LEVELS = [-1, ...NEARNESS_LEVELS];
/** The level of a nearness. */
export const levelOf = (nearness: number): number => LEVELS.indexOf(nearness);

/** What a station is worth by the levels of where it is and of where its person came from (last: from nowhere). */
const steps = (openStart: boolean): Uint16Array => {
  const places = LEVELS.flatMap((occupation) => LEVELS.map((industry) => placeFrom(occupation, industry)));
  return Uint16Array.from(
    places.flatMap((to) => [...places, -1].map((from) => (to <= 0 ? 0 : stepFrom(to, from, openStart)))),
  );
};
const STEPS = steps(false);
const OPEN_STEPS = steps(true);

/**
 * Writes the offers of an index into a kernel's memory.
 * @throws RangeError when an offer has more fields than can be counted
 */
export const loadOffers = (kernel: RowKernel, index: OfferIndex, weights: Weights): void => {
  const { skills, goals, industries, stations, mostFields } = index;
  if (mostFields > MOST_FIELDS) {
    throw new RangeError(`an offer with ${mostFields} fields; at most ${MOST_FIELDS} can be counted`);
  }
  const { length: offers } = index.offers;
  const width = mostFields + 1;
  kernel.open(
    offers,
    index.classes.length,
    index.languages.length,
    index.clocks.length,
    index.freeFrom.length,
    width,
    WORTH_OF_MINUTES.length,
    STYLE_WORTH.length,
    Math.max(MOST_KEPT, MOST_TOGETHER * offers),
    index.terms,
    skills.offer.length,
    goals.offer.length,
    industries.offer.length,
    stations.offer.length,
    stations.byOccupation.station.length,
    stations.byIndustry.station.length,
  );
  const { buffer } = kernel.memory;
  const int32 = (at: number, list: ArrayLike<number>) => new Int32Array(buffer, at, list.length).set(list);
  const int16 = (at: number, list: ArrayLike<number>) => new Int16Array(buffer, at, list.length).set(list);
  const uint16 = (at: number, list: ArrayLike<number>) => new Uint16Array(buffer, at, list.length).set(list);
  const uint8 = (at: number, list: ArrayLike<number>) => new Uint8Array(buffer, at, list.length).set(list);
  int32(kernel.positionAtAt(), index.positionAt);
  int32(kernel.placeAtAt(), index.placeAt);
  int32(kernel.classStartAt(), [...index.classes.map(({ from }) => from), offers]);
  int32(kernel.classOfAt(), index.classOf);
  uint8(kernel.evidenceAt(), index.classes.map(evidenceBits));
  int32(
    kernel.spokenAt(),
    index.classes.map(({ languages }) => languages),
  );
  uint16(
    kernel.newsRowAt(),
    index.fieldCount.map((count) => count * width),
  );
  uint8(
    kernel.fieldsAt(),
    index.fieldCount.map((count) => Math.min(count, MOST_TOLD_APART)),
  );
  uint16(kernel.offerStyleFirstAt(), index.style.first);
  uint16(kernel.offerStyleSecondAt(), index.style.second);
  int32(kernel.freeStartAt(), index.freeStart);
  int16(kernel.freeFromAt(), index.freeFrom);
  int16(kernel.freeToAt(), index.freeTo);
  int32(kernel.employerAt(), index.employerAt);
  int32(kernel.clockClassAt(), index.clockClass);
  int32(kernel.weightsAt(), [
    weights.skills,
    weights.goals,
    weights.industries,
    weights.path,
    weights.style,
    weights.time,
    weights.languages,
    weights.wishes,
  ]);
  int16(kernel.worthOfMinutesAt(), WORTH_OF_MINUTES);
  int16(kernel.worthOfStyleAt(), STYLE_WORTH);
  int32(kernel.skillStartAt(), skills.start);
  int32(kernel.skillOfferAt(), skills.offer);
  uint16(kernel.skillValueAt(), skills.value);
  int32(kernel.goalStartAt(), goals.start);
  int32(kernel.goalOfferAt(), goals.offer);
  uint16(kernel.goalValueAt(), goals.value);
  int32(kernel.industryStartAt(), industries.start);
  int32(kernel.industryOfferAt(), industries.offer);
  uint16(kernel.industryValueAt(), industries.value);
  int32(kernel.stationOfferAt(), stations.offer);
  int32(kernel.stationOccupationAt(), stations.occupation);
  int32(kernel.stationIndustryAt(), stations.industry);
  int32(kernel.stationFromOccupationAt(), stations.fromOccupation);
  int32(kernel.stationFromIndustryAt(), stations.fromIndustry);
  int32(kernel.occupationStartAt(), stations.byOccupation.start);
  int32(kernel.byOccupationAt(), stations.byOccupation.station);
  int32(kernel.industryStationStartAt(), stations.byIndustry.start);
  int32(kernel.byIndustryAt(), stations.byIndustry.station);
  uint16(kernel.stepAt(), STEPS);
  uint16(kernel.openStepAt(), OPEN_STEPS);
};
