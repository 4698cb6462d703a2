import { isAllowed, type PairHistory } from '@trellis/domain/fit/broken-rules';
import { FIT_SCALE } from '@trellis/domain/fit/fit';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Yardstick } from '@trellis/domain/fit/yardstick';
import type { Pool } from '../pool.ts';
import { markAllowed } from './allowed.ts';
import { countMinutes } from './free-minutes.ts';
import { indexOffers, type OfferIndex } from './offer-index.ts';
import { prepareRequest } from './prepared-request.ts';
import { RowMemory } from './row-memory.ts';
import { type RowScratch, rowScratch } from './row-scratch.ts';

/** The bound of offers that the index cannot bound: above every fit. */
const BY_HAND = FIT_SCALE + 1;
/** The bound of offers that rules exclude. */
const BARRED = -1;

/** Everything needed to look for one request after the other. */
export interface Search {
  readonly index: OfferIndex;
  readonly yardstick: Yardstick;
  readonly history: PairHistory;
  readonly scratch: RowScratch;
  readonly rows: RowMemory;
}

/** Indexes the offers of a pool for searching. */
export const makeSearch = ({
  offers,
  yardstick,
  history,
}: Pick<Pool, 'offers' | 'yardstick' | 'history'>): Search => {
  const index = indexOffers(offers, yardstick);
  const scratch = rowScratch(index);
  return { index, yardstick, history, scratch, rows: new RowMemory(index, yardstick, scratch) };
};

/**
 * Bounds every fit of a request, in the kernel's memory; offers that rules keep apart from it are barred. Rules that bar many
 * are judged for all offers at once, the others look up whom they name.
 */
export const boundRequest = (search: Search, request: RequestSide): void => {
  const { index, yardstick, history, scratch, rows } = search;
  const { rules } = yardstick;
  const prepared = prepareRequest(index, request, yardstick, scratch);
  rows.ask(prepared);
  rows.kernel.bound();
  const { bound } = rows.view();
  if (rules.refuseSameEmployer && request.employer !== null) {
    for (const p of index.atEmployer.get(request.employer) ?? []) bound[p] = BARRED;
  }
  const barsMany =
    request.must.length > 0 ||
    (rules.maxTimeZoneHours !== null && request.clock !== null) ||
    (rules.minSharedMinutes !== null && request.free !== null);
  if (barsMany) {
    if (request.free !== null) countMinutes(index, scratch);
    markAllowed(index, scratch, request, yardstick, history);
    for (let p = 0; p < bound.length; p++) if (scratch.allowed[p] === 0) bound[p] = BARRED;
  }
  // Wishes lift, and waivers allow, single offers beyond what the index knows.
  for (const p of prepared.wishes.keys()) if (bound[p]! >= 0) bound[p] = BY_HAND;
  const named = history.named(request.request.id, request.profile.memberId);
  const judge = (p: number) => {
    bound[p] = isAllowed(request, index.offers[p]!, yardstick, history) ? BY_HAND : BARRED;
  };
  for (const mentor of named.members) index.ofMember.get(mentor)?.forEach(judge);
  for (const offer of named.offers) {
    const p = index.placeOf.get(offer);
    if (p !== undefined) judge(p);
  }
};
