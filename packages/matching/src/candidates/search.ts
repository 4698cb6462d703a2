import { clockDistance } from '@trellis/domain/availability/shared-time';
import { isAllowed, type PairHistory } from '@trellis/domain/fit/broken-rules';
import { FIT_SCALE } from '@trellis/domain/fit/fit';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Yardstick } from '@trellis/domain/fit/yardstick';
import type { Pool } from '../pool.ts';
import { askRows } from './ask-rows.ts';
import { loadOffers } from './load-offers.ts';
import { NearLists } from './near-lists.ts';
import { NewsTables } from './news-tables.ts';
import { indexOffers, type OfferIndex } from './offer-index.ts';
import { type RowKernel, startRowKernel } from './row-kernel.ts';
import { type RowViews, rowViews } from './row-views.ts';

/** The bound of offers that the index cannot bound: above every fit. */
const BY_HAND = FIT_SCALE + 1;
/** The bound of offers that rules exclude: below zero whatever reach brings. */
const BARRED = -2 * FIT_SCALE;

/** Everything needed to look for one request after the other: the offers of a pool in a kernel's memory. */
export interface Search {
  readonly index: OfferIndex;
  readonly yardstick: Yardstick;
  readonly history: PairHistory;
  readonly kernel: RowKernel;
  readonly views: RowViews;
  readonly lists: NearLists;
  readonly news: NewsTables;
}

/** Indexes the offers of a pool for searching. */
export const makeSearch = ({
  offers,
  yardstick,
  history,
}: Pick<Pool, 'offers' | 'yardstick' | 'history'>): Search => {
  const index = indexOffers(offers, yardstick);
  const kernel = startRowKernel();
  loadOffers(kernel, index, yardstick.weights);
  const views = rowViews(kernel, index);
  const lists = new NearLists(kernel, index, views);
  return { index, yardstick, history, kernel, views, lists, news: new NewsTables(kernel, index.mostFields) };
};

/**
 * Bounds every fit of a request, in the kernel's memory; offers that rules keep apart from it are barred. Rules that bar many
 * are judged for all offers at once, the others look up whom they name.
 */
export const boundRequest = (search: Search, request: RequestSide): void => {
  const { index, history, kernel } = search;
  const { rules } = search.yardstick;
  askRows(search, request);
  kernel.bound();
  if (rules.maxTimeZoneHours !== null && request.clock !== null) {
    barFar(search, request.clock, 60 * rules.maxTimeZoneHours);
  }
  for (const must of request.must) barWithout(search, must);
  if (rules.minSharedMinutes !== null && request.free !== null) kernel.barBusyOffers(rules.minSharedMinutes);
  const { bound } = search.views;
  if (rules.refuseSameEmployer && request.employer !== null) {
    for (const p of index.atEmployer.get(request.employer) ?? []) bound[p] = BARRED;
  }
  // Wishes lift, and waivers allow, single offers beyond what the index knows.
  for (const offer of request.wishes.keys()) {
    const p = index.placeOf.get(offer);
    if (p !== undefined && bound[p]! >= 0) bound[p] = BY_HAND;
  }
  const named = history.named(request.request.id, request.profile.memberId);
  for (const mentor of named.members) {
    const places = index.ofMember.get(mentor);
    if (places !== undefined) for (const p of places) judge(search, request, p);
  }
  for (const offer of named.offers) {
    const p = index.placeOf.get(offer);
    if (p !== undefined) judge(search, request, p);
  }
};

/** An offer that is spoken of by name: all rules are asked. */
const judge = ({ index, yardstick, history, views }: Search, request: RequestSide, p: number): void => {
  const { bound } = views;
  bound[p] = isAllowed(request, index.offers[p]!, yardstick, history) ? BY_HAND : BARRED;
};

const barFar = ({ index, kernel, views }: Search, clock: number, most: number): void => {
  const { isFar } = views;
  index.clocks.forEach((other, c) => {
    isFar[c] = other !== null && clockDistance(clock, other) > most ? 1 : 0;
  });
  kernel.barFarClocks();
};

/** A must is met by the skill itself or one of its children. */
const barWithout = ({ index, kernel, views, yardstick: { parent } }: Search, must: number): void => {
  const { term } = views.around;
  let count = 0;
  for (const other of index.around(must).terms) {
    if (other < index.terms && (other === must || parent[other] === must)) term[count++] = other;
  }
  kernel.barWithoutAny(count);
};
