import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Yardstick } from '@trellis/domain/fit/yardstick';
import { hasNone } from './allowed.ts';
import type { NearList } from './near-lists.ts';
import type { OfferIndex } from './offer-index.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { INDUSTRY_STATION, OCCUPATION_STATION, type RowExports, startRows } from './row-kernel.ts';
import type { RowScratch } from './row-scratch.ts';

/** A field that one in so many offers has is kept as a mask: as fast as its list, and faster the more have it. */
const MASK_FROM = 32;

/** Views of the kernel's memory. They are lost whenever it grows, so they are asked for, not kept. */
interface Views {
  readonly buffer: ArrayBuffer;
  readonly list: Uint32Array;
  readonly share: Int32Array;
  readonly field: Uint32Array;
  readonly languages: Int32Array;
  readonly mute: Uint8Array;
  readonly wishPlace: Int32Array;
  readonly wishWorth: Int32Array;
  readonly freeBefore: Int16Array;
  readonly styleFirst: Uint8Array;
  readonly styleSecond: Uint8Array;
  readonly reach: Int32Array;
  readonly reachEmployed: Int32Array;
  readonly listPlace: Int32Array;
  readonly listValue: Uint16Array;
  readonly bound: Float32Array;
  readonly position: Int32Array;
  readonly fit: Int32Array;
  readonly price: Float64Array;
  readonly own: Int32Array;
  readonly improves: Uint8Array;
  readonly all: Int32Array;
  readonly cheaper: Int32Array;
}

/** As in kernels/rows/asked.ts. */
const MOST_LISTS = 1024;

/** The memory of a kernel with the offers of a pool: what a request asks for is written into it, what was found read out. */
export class RowMemory {
  readonly kernel: RowExports;
  private views: Views | null = null;
  private readonly lists = new Map<NearList, number>();
  /** By term: the address of the list or the mask of those with this field, 0 for nobody. */
  private readonly fieldLists: Uint32Array;
  private readonly fieldMasks: Uint32Array;
  private reachOf = -1;
  /** The place of each offer of the pool. */
  readonly placeAt: Int32Array;

  constructor(
    private readonly index: OfferIndex,
    private readonly yardstick: Yardstick,
    private readonly scratch: RowScratch,
  ) {
    this.kernel = startRows(index, yardstick.weights);
    this.fieldLists = new Uint32Array(index.terms);
    this.fieldMasks = new Uint32Array(index.terms);
    this.placeAt = new Int32Array(index.offers.length);
    for (let p = 0; p < index.offers.length; p++) this.placeAt[index.positionAt[p]!] = p;
    this.keepFields();
  }

  view(): Views {
    const { buffer } = this.kernel.memory;
    if (this.views?.buffer !== buffer) this.views = this.look(buffer);
    return this.views;
  }

  /** Writes what a request asks for. @throws RangeError when it asks for more than sums have room for */
  ask(prepared: PreparedRequest): void {
    const { asked, request, mix } = prepared;
    const { kernel } = this;
    this.writeLists(prepared);
    kernel.askFor(
      asked.skills.lists.length,
      asked.goals.lists.length,
      asked.industries.lists.length,
      asked.path === null ? 0 : 1,
      asked.skills.all,
      asked.goals.all,
      asked.industries.all,
    );
    const view = this.view();
    const masks = mix > 0 ? this.writeFields(request.fields, view) : { lists: 0, masks: 0 };
    if (mix > 0) this.writeReach(request.fields.length, view);
    view.languages.set(prepared.languages);
    const { sharedLanguage } = this.yardstick.rules;
    this.index.languages.forEach((spoken, l) => {
      view.mute[l] = sharedLanguage && hasNone(request.languages, spoken) ? 1 : 0;
    });
    if (prepared.wishes.size > MOST_LISTS)
      throw new RangeError(`a request with ${prepared.wishes.size} wishes`);
    let wishes = 0;
    for (const [p, value] of prepared.wishes) {
      view.wishPlace[wishes] = p;
      view.wishWorth[wishes++] = value;
    }
    if (prepared.hasStyle) {
      view.styleFirst.set(this.scratch.style.first);
      view.styleSecond.set(this.scratch.style.second);
    }
    if (request.free !== null) view.freeBefore.set(this.scratch.freeBefore);
    kernel.askBy(
      stationBits(prepared),
      prepared.hasStyle ? 1 : 0,
      request.free === null ? 0 : 1,
      wishes,
      prepared.employer,
      mix,
      masks.lists,
      masks.masks,
    );
  }

  private writeLists({ asked: { skills, goals, industries, path } }: PreparedRequest): void {
    const lists = [...skills.lists, ...goals.lists, ...industries.lists, ...(path === null ? [] : [path])];
    if (skills.all > MOST_SHARES || lists.length > MOST_TERMS) {
      throw new RangeError(`a request with ${lists.length} terms: more than can be added up`);
    }
    let addresses = lists.map((list) => this.keep(list));
    if (addresses.includes(0)) {
      this.lists.clear();
      this.kernel.forgetLists();
      addresses = lists.map((list) => this.keep(list));
      if (addresses.includes(0)) throw new RangeError('a request with more terms than there is room for');
    }
    const { list, share } = this.view();
    list.set(addresses);
    share.set(skills.shares);
  }

  /** The address of a list, 0 when there is no room for it. */
  private keep(list: NearList): number {
    const known = this.lists.get(list);
    if (known !== undefined) return known;
    const { listPlace, listValue } = this.view();
    listPlace.set(list.offer);
    listValue.set(list.value);
    const at = this.kernel.keepList(list.offer.length) >>> 0;
    if (at !== 0) this.lists.set(list, at);
    return at;
  }

  private keepFields(): void {
    const { start, offer } = this.index.fields;
    for (let term = 0; term < this.index.terms; term++) {
      const places = offer.subarray(start[term]!, start[term + 1]!);
      if (places.length === 0) continue;
      this.view().listPlace.set(places);
      if (places.length * MASK_FROM >= this.index.offers.length) {
        this.fieldMasks[term] = this.kernel.keepMask(places.length);
      } else this.fieldLists[term] = this.kernel.keepListAlways(places.length);
    }
  }

  private writeFields(
    fields: readonly number[],
    { field }: Views,
  ): { readonly lists: number; readonly masks: number } {
    if (fields.length > MOST_OWN_FIELDS) {
      throw new RangeError(`a request with ${fields.length} fields: more than can be counted`);
    }
    let lists = 0;
    for (const term of fields) {
      if (term < this.index.terms && this.fieldLists[term] !== 0) field[lists++] = this.fieldLists[term]!;
    }
    let masks = 0;
    for (const term of fields) {
      if (term < this.index.terms && this.fieldMasks[term] !== 0)
        field[lists + masks++] = this.fieldMasks[term]!;
    }
    return { lists, masks };
  }

  private writeReach(own: number, { reach, reachEmployed }: Views): void {
    if (own === this.reachOf) return;
    const tables = this.scratch.news.of(own);
    reach.set(tables.reach);
    reachEmployed.set(tables.employed);
    this.reachOf = own;
  }

  private look(buffer: ArrayBuffer): Views {
    const { kernel, index } = this;
    const { length: offers } = index.offers;
    const int32 = (at: number, length: number) => new Int32Array(buffer, at, length);
    const uint32 = (at: number, length: number) => new Uint32Array(buffer, at, length);
    const uint8 = (at: number, length: number) => new Uint8Array(buffer, at, length);
    const width = index.mostFields + 1;
    return {
      buffer,
      list: uint32(kernel.askedListAt(), MOST_LISTS),
      share: int32(kernel.askedShareAt(), MOST_LISTS),
      field: uint32(kernel.askedFieldAt(), MOST_LISTS),
      languages: int32(kernel.languagesAt(), index.languages.length),
      mute: uint8(kernel.muteAt(), index.languages.length),
      wishPlace: int32(kernel.wishPlaceAt(), MOST_LISTS),
      wishWorth: int32(kernel.wishWorthAt(), MOST_LISTS),
      freeBefore: new Int16Array(buffer, kernel.freeBeforeAt(), this.scratch.freeBefore.length),
      styleFirst: uint8(kernel.styleFirstAt(), this.scratch.style.first.length),
      styleSecond: uint8(kernel.styleSecondAt(), this.scratch.style.second.length),
      reach: int32(kernel.reachAt(), width ** 2),
      reachEmployed: int32(kernel.reachEmployedAt(), width ** 2),
      listPlace: int32(kernel.listPlaceAt(), offers),
      listValue: new Uint16Array(buffer, kernel.listValueAt(), offers),
      bound: new Float32Array(buffer, kernel.boundAt(), offers),
      position: int32(kernel.foundPositionAt(), offers),
      fit: int32(kernel.foundFitAt(), offers),
      price: new Float64Array(buffer, kernel.priceAt(), offers),
      own: int32(kernel.ownAt(), offers),
      improves: uint8(kernel.improvesAt(), offers),
      all: int32(kernel.allAt(), offers),
      cheaper: int32(kernel.cheaperAt(), offers),
    };
  }
}

/** Sums of shares × values, each at most 10 000, stay below 2³¹. */
const MOST_SHARES = 200_000;
const MOST_TERMS = 200;
const MOST_OWN_FIELDS = 255;

const stationBits = ({ asked, request: { towards } }: PreparedRequest & { request: RequestSide }): number =>
  asked.path === null
    ? 0
    : (towards.occupation >= 0 ? OCCUPATION_STATION : 0) + (towards.industry >= 0 ? INDUSTRY_STATION : 0);
