import { STYLE_ITEMS } from '@trellis/domain/profiles/fields';
import { MINUTES_PER_WEEK } from '@trellis/domain/time';
import type { OfferIndex } from './offer-index.ts';
import type { RowKernel } from './row-kernel.ts';

/** So many lists at most, and fields, and wishes: as in kernels/rows/asked.ts. */
export const MOST_LISTS = 1024;

/** What is around a term: terms and their nearness, or its level. */
interface AroundView {
  readonly term: Int32Array;
  readonly nearness: Int32Array;
}

/** Views of a kernel's memory, good for as long as the kernel lives: shared memory stays where it is when it grows. */
export interface RowViews {
  readonly listPlace: Int32Array;
  readonly around: AroundView;
  readonly toOccupation: AroundView;
  readonly toIndustry: AroundView;
  readonly fromOccupation: AroundView;
  readonly fromIndustry: AroundView;
  readonly list: Uint32Array;
  readonly share: Int32Array;
  readonly field: Uint32Array;
  readonly languages: Int32Array;
  readonly mute: Uint8Array;
  readonly wishPlace: Int32Array;
  readonly wishWorth: Int32Array;
  readonly free: Int16Array;
  readonly answers: Uint8Array;
  readonly isFar: Uint8Array;
  readonly bound: Float32Array;
  readonly position: Int32Array;
  readonly fit: Int32Array;
  /** What a fit has to be worth at each offer, by place. */
  readonly price: Float64Array;
  readonly own: Int32Array;
  readonly improves: Uint8Array;
  readonly all: Int32Array;
  readonly cheaper: Int32Array;
  /** By how much a place became cheaper. */
  readonly fall: Float64Array;
}

export const rowViews = (kernel: RowKernel, index: OfferIndex): RowViews => {
  const { buffer } = kernel.memory;
  const { length: offers } = index.offers;
  const int32 = (at: number, length: number) => new Int32Array(buffer, at, length);
  const uint32 = (at: number, length: number) => new Uint32Array(buffer, at, length);
  const uint8 = (at: number, length: number) => new Uint8Array(buffer, at, length);
  const around = (term: number, nearness: number): AroundView => ({
    term: int32(term, index.terms),
    nearness: int32(nearness, index.terms),
  });
  return {
    listPlace: int32(kernel.listPlaceAt(), offers),
    around: around(kernel.aroundTermAt(), kernel.aroundNearnessAt()),
    toOccupation: around(kernel.toOccupationTermAt(), kernel.toOccupationLevelAt()),
    toIndustry: around(kernel.toIndustryTermAt(), kernel.toIndustryLevelAt()),
    fromOccupation: around(kernel.fromOccupationTermAt(), kernel.fromOccupationLevelAt()),
    fromIndustry: around(kernel.fromIndustryTermAt(), kernel.fromIndustryLevelAt()),
    list: uint32(kernel.askedListAt(), MOST_LISTS),
    share: int32(kernel.askedShareAt(), MOST_LISTS),
    field: uint32(kernel.askedFieldAt(), MOST_LISTS),
    languages: int32(kernel.languagesAt(), index.languages.length),
    mute: uint8(kernel.muteAt(), index.languages.length),
    wishPlace: int32(kernel.wishPlaceAt(), MOST_LISTS),
    wishWorth: int32(kernel.wishWorthAt(), MOST_LISTS),
    free: new Int16Array(buffer, kernel.freeAt(), MINUTES_PER_WEEK + 2),
    answers: uint8(kernel.answersAt(), STYLE_ITEMS.length),
    isFar: uint8(kernel.isFarAt(), index.clocks.length),
    bound: new Float32Array(buffer, kernel.boundAt(), offers),
    position: int32(kernel.foundPositionAt(), offers),
    fit: int32(kernel.foundFitAt(), offers),
    price: new Float64Array(buffer, kernel.priceAt(), offers),
    own: int32(kernel.ownAt(), offers),
    improves: uint8(kernel.improvesAt(), offers),
    all: int32(kernel.allAt(), offers),
    cheaper: int32(kernel.cheaperAt(), offers),
    fall: new Float64Array(buffer, kernel.fallAt(), offers),
  };
};
