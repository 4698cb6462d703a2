import { timeFrom } from '@trellis/domain/fit/criteria/time';
import type { Weights } from '@trellis/domain/programs/settings';
import { MINUTES_PER_WEEK } from '@trellis/domain/time';
import { compileKernel, type WasmMemory } from '../solver/web-assembly.ts';
import type { EvidenceClass } from './evidence-classes.ts';
import { wasm } from './kernel.gen.ts';
import type { OfferIndex } from './offer-index.ts';
import { STYLE_CODES, STYLE_WORTH } from './style-codes.ts';

/** The exports of the compiled kernel; what ends in `At` is an address, see kernels/rows/main.ts. */
export interface RowExports {
  readonly memory: WasmMemory;
  open(
    offers: number,
    classes: number,
    languages: number,
    spans: number,
    width: number,
    minutes: number,
    styleCodes: number,
    styles: number,
    mostKept: number,
  ): void;
  positionAtAt(): number;
  placeAtAt(): number;
  classStartAt(): number;
  classOfAt(): number;
  evidenceAt(): number;
  spokenAt(): number;
  newsRowAt(): number;
  offerStyleFirstAt(): number;
  offerStyleSecondAt(): number;
  freeStartAt(): number;
  freeFromAt(): number;
  freeToAt(): number;
  employerAtAt(): number;
  weightsAt(): number;
  worthOfMinutesAt(): number;
  worthOfStyleAt(): number;
  listPlaceAt(): number;
  listValueAt(): number;
  keepList(count: number): number;
  keepListAlways(count: number): number;
  keepMask(count: number): number;
  forgetLists(): void;
  askedListAt(): number;
  askedShareAt(): number;
  askedFieldAt(): number;
  languagesAt(): number;
  muteAt(): number;
  wishPlaceAt(): number;
  wishWorthAt(): number;
  freeBeforeAt(): number;
  styleFirstAt(): number;
  styleSecondAt(): number;
  reachAt(): number;
  reachEmployedAt(): number;
  askFor(
    skills: number,
    goals: number,
    industries: number,
    path: number,
    allSkills: number,
    allGoals: number,
    allIndustries: number,
  ): void;
  askBy(
    stations: number,
    style: number,
    free: number,
    wishes: number,
    employer: number,
    mix: number,
    fieldLists: number,
    fieldMasks: number,
  ): void;
  bound(): void;
  boundAt(): number;
  foundPositionAt(): number;
  foundFitAt(): number;
  topPairs(most: number): number;
  priceAt(): number;
  ownAt(): number;
  improvesAt(): number;
  allAt(): number;
  cheaperAt(): number;
  violatorsAmong(all: number, count: number, limit: number, own: number): number;
  violators(worth: number, nearly: number, most: number, own: number): number;
}

/** Entries of lists kept in the kernel's memory, 4 bytes each; then they are handed over anew. */
const MOST_KEPT = 12_000_000;
/** Of one request: more lists never come together. */
const MOST_TOGETHER = 64;
/** Rows of the tables of reach are numbered in 16 bits, shared fields counted in 8. */
const MOST_FIELDS = 254;

const WORTH_OF_MINUTES = Int16Array.from({ length: MINUTES_PER_WEEK + 1 }, (_, minutes) => timeFrom(minutes));

let compiled: ReturnType<typeof compileKernel<RowExports>> | null = null;

/**
 * Starts a kernel with the offers of an index in its memory (kernels/rows).
 * @throws RangeError when an offer has more fields than can be counted
 */
export const startRows = (index: OfferIndex, weights: Weights): RowExports => {
  if (index.mostFields > MOST_FIELDS) {
    throw new RangeError(`an offer with ${index.mostFields} fields; at most ${MOST_FIELDS} can be counted`);
  }
  compiled ??= compileKernel<RowExports>(wasm);
  const kernel = compiled({});
  const { length: offers } = index.offers;
  const width = index.mostFields + 1;
  kernel.open(
    offers,
    index.classes.length,
    index.languages.length,
    index.freeFrom.length,
    width,
    WORTH_OF_MINUTES.length,
    STYLE_CODES,
    STYLE_WORTH.length,
    Math.max(MOST_KEPT, MOST_TOGETHER * offers),
  );
  const { buffer } = kernel.memory;
  const int32 = (at: number, list: ArrayLike<number>) => new Int32Array(buffer, at, list.length).set(list);
  const int16 = (at: number, list: ArrayLike<number>) => new Int16Array(buffer, at, list.length).set(list);
  const uint16 = (at: number, list: ArrayLike<number>) => new Uint16Array(buffer, at, list.length).set(list);
  int32(kernel.positionAtAt(), index.positionAt);
  int32(kernel.placeAtAt(), inverse(index.positionAt));
  int32(kernel.classStartAt(), [...index.classes.map(({ from }) => from), offers]);
  int32(kernel.classOfAt(), index.classOf);
  new Uint8Array(buffer, kernel.evidenceAt(), index.classes.length).set(index.classes.map(evidenceBits));
  int32(
    kernel.spokenAt(),
    index.classes.map(({ languages }) => languages),
  );
  uint16(
    kernel.newsRowAt(),
    index.fieldCount.map((count) => count * width),
  );
  uint16(kernel.offerStyleFirstAt(), index.style.first);
  uint16(kernel.offerStyleSecondAt(), index.style.second);
  int32(kernel.freeStartAt(), index.freeStart);
  int16(kernel.freeFromAt(), index.freeFrom);
  int16(kernel.freeToAt(), index.freeTo);
  int32(kernel.employerAtAt(), index.employerAt);
  const { skills, goals, industries, path, style, time, languages, wishes } = weights;
  int32(kernel.weightsAt(), [skills, goals, industries, path, style, time, languages, wishes]);
  int16(kernel.worthOfMinutesAt(), WORTH_OF_MINUTES);
  int16(kernel.worthOfStyleAt(), STYLE_WORTH);
  return kernel;
};

const inverse = (order: Int32Array): Int32Array => {
  const place = new Int32Array(order.length);
  for (let p = 0; p < order.length; p++) place[order[p]!] = p;
  return place;
};

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
