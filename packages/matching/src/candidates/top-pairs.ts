import type { PairHistory } from '@trellis/domain/fit/broken-rules';
import { mixOf, scoreOf } from '@trellis/domain/fit/fit-of';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Yardstick } from '@trellis/domain/fit/yardstick';
import { markAllowed } from './allowed.ts';
import { type BoundScratch, boundRow, boundScratch, closerBound } from './bounds.ts';
import type { OfferIndex } from './offer-index.ts';
import { NOT_ALLOWED, type RowScratch, rowScratch } from './row-scratch.ts';
import { countMinutes, prepareMinutes } from './score-row.ts';

/** Everything needed to look for one request after the other. */
export interface Search {
  readonly index: OfferIndex;
  readonly yardstick: Yardstick;
  readonly history: PairHistory;
  readonly scratch: RowScratch;
  readonly bounds: BoundScratch;
}

export const makeSearch = (index: OfferIndex, yardstick: Yardstick, history: PairHistory): Search => ({
  index,
  yardstick,
  history,
  scratch: rowScratch(index.offers.length),
  bounds: boundScratch(index),
});

/** An offer found for a request, with the exact fit. */
export interface FoundPair {
  readonly offer: number;
  readonly fit: number;
}

/** Of an offer that `markAllowed` has judged. */
const exactFit = (
  { index, yardstick, scratch }: Search,
  request: RequestSide,
  mix: number,
  j: number,
): number => (scratch.allowed[j] === 0 ? NOT_ALLOWED : scoreOf(request, index.offers[j]!, yardstick, mix));

/** Bounds every fit of a request and judges every offer by the rules. */
const prepare = (search: Search, request: RequestSide): Float32Array => {
  const { index, yardstick, history, scratch, bounds } = search;
  if (request.free !== null) {
    if (yardstick.rules.minSharedMinutes === null) prepareMinutes(scratch, request.free, yardstick.week);
    else countMinutes(index, scratch, request.free, yardstick.week);
  }
  markAllowed(index, scratch, request, yardstick, history);
  return boundRow(index, request, yardstick, history, scratch, bounds);
};

/** Offers looked at before the rest is compared with the worst of them: a few times as many as are wanted. */
const FIRST_LOOK = 3;
const BUCKETS = 512;
const PER_BUCKET = 20;
const bucketOf = (bound: number): number => (bound <= 0 ? 0 : (bound / PER_BUCKET) | 0);

/**
 * The `most` allowed offers with the greatest fit for a request, exact, best fit first. Which of several with the last fit
 * kept are among them is the same every time. Offers are looked at until no bound is above the last fit kept.
 */
export const topPairs = (search: Search, request: RequestSide, most: number): readonly FoundPair[] => {
  const bound = prepare(search, request);
  const mix = mixOf(request, search.yardstick);
  const best = new BestFew(most);
  const cut = firstCut(bound, FIRST_LOOK * most);
  const look = (j: number): void => {
    if (search.scratch.allowed[j] === 0) return;
    if (closerBound(search.index, request, search.yardstick, search.scratch, search.bounds, j) <= best.least)
      return;
    best.offer(j, exactFit(search, request, mix, j));
  };
  for (let j = 0; j < bound.length; j++) {
    if (bucketOf(bound[j]!) >= cut && bound[j]! > best.least) look(j);
  }
  const rest: number[] = [];
  for (let j = 0; j < bound.length; j++) {
    if (bucketOf(bound[j]!) < cut && bound[j]! > best.least) rest.push(j);
  }
  rest.sort((a, b) => bound[b]! - bound[a]!);
  for (const j of rest) {
    if (bound[j]! <= best.least) break;
    look(j);
  }
  return best.pairs();
};

/** The lowest bucket such that it and those above hold at least `count` offers. */
const firstCut = (bound: Float32Array, count: number): number => {
  const counts = new Int32Array(BUCKETS);
  for (let j = 0; j < bound.length; j++) {
    const bucket = bucketOf(bound[j]!);
    counts[bucket] = counts[bucket]! + 1;
  }
  let sum = 0;
  for (let bucket = BUCKETS - 1; bucket > 0; bucket--) {
    sum += counts[bucket]!;
    if (sum >= count) return bucket;
  }
  return 0;
};

/** Keeps the best few by fit, then by position: a heap with the worst on top. */
class BestFew {
  private readonly offers: number[] = [];
  private readonly fits: number[] = [];
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** What a further fit has to exceed; below zero while there is room. */
  get least(): number {
    return this.offers.length < this.most ? -1 : this.fits[0]!;
  }

  offer(offer: number, fit: number): void {
    if (fit < 0 || this.most === 0) return;
    const { offers, fits } = this;
    if (offers.length < this.most) {
      offers.push(offer);
      fits.push(fit);
      for (let at = offers.length - 1; at > 0; ) {
        const up = (at - 1) >> 1;
        if (!this.isWorse(at, up)) break;
        this.swap(at, up);
        at = up;
      }
      return;
    }
    if (fit < fits[0]! || (fit === fits[0]! && offer > offers[0]!)) return;
    offers[0] = offer;
    fits[0] = fit;
    for (let at = 0; ; ) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < offers.length && this.isWorse(child, worst)) worst = child;
      }
      if (worst === at) return;
      this.swap(at, worst);
      at = worst;
    }
  }

  pairs(): readonly FoundPair[] {
    return this.offers
      .map((offer, k) => ({ offer, fit: this.fits[k]! }))
      .sort((a, b) => b.fit - a.fit || a.offer - b.offer);
  }

  private isWorse(a: number, b: number): boolean {
    const { offers, fits } = this;
    return fits[a]! < fits[b]! || (fits[a] === fits[b] && offers[a]! > offers[b]!);
  }

  private swap(a: number, b: number): void {
    const { offers, fits } = this;
    [offers[a], offers[b]] = [offers[b]!, offers[a]!];
    [fits[a], fits[b]] = [fits[b]!, fits[a]!];
  }
}

/** What a left-out pair would have to beat: the prices of the present plan and what it gives this request. */
export interface Prices {
  /** 1 for contested offers, whose seats have their price beyond all fits. */
  readonly dead: Uint8Array;
  /** Price of a seat, with what the load of live pairings costs added. */
  readonly price: Float64Array;
}

/** The worth of a request under prices: 1 if it is served by an uncontested offer or could be, and fit minus price. */
export interface Worth {
  readonly big: 0 | 1;
  readonly rest: number;
}

/**
 * Allowed pairs of a request that would improve a plan under these prices, and some that nearly would (by `nearly` at most),
 * without those it has: at most about `most`, the largest bounds first. If any pair improves the plan at least one such pair is
 * among them, so a list without one is a proof.
 */
export const violators = (
  search: Search,
  request: RequestSide,
  { dead, price }: Prices,
  worth: Worth,
  { most, nearly, has }: { most: number; nearly: number; has: (offer: number) => boolean },
): readonly (FoundPair & { readonly improves: boolean })[] => {
  const bound = prepare(search, request);
  const mix = mixOf(request, search.yardstick);
  const beats = (value: number, j: number, by: number): boolean => {
    const big = 1 - dead[j]!;
    return big > worth.big || (big === worth.big && value - price[j]! > worth.rest - by);
  };
  const hopeful: number[] = [];
  for (let j = 0; j < bound.length; j++) {
    if (bound[j]! >= 0 && beats(bound[j]!, j, nearly) && !has(j)) hopeful.push(j);
  }
  hopeful.sort((a, b) => dead[a]! - dead[b]! || bound[b]! - price[b]! - (bound[a]! - price[a]!));
  const found: (FoundPair & { improves: boolean })[] = [];
  let improving = 0;
  for (const j of hopeful) {
    const isFull = found.length >= most;
    if (isFull && improving > 0) break;
    // With enough near ones at hand only a pair that really improves the plan is still looked for.
    const by = isFull ? 0 : nearly;
    const closer = closerBound(search.index, request, search.yardstick, search.scratch, search.bounds, j);
    if (!beats(closer, j, by)) continue;
    const fit = exactFit(search, request, mix, j);
    if (fit < 0 || !beats(fit, j, by)) continue;
    const improves = beats(fit, j, 0);
    if (improves) improving++;
    found.push({ offer: j, fit, improves });
  }
  return found;
};
