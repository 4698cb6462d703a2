import { isAllowed, type PairHistory } from '@trellis/domain/fit/broken-rules';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Yardstick } from '@trellis/domain/fit/yardstick';
import type { Pool } from '../pool.ts';
import { markAllowed } from './allowed.ts';
import { BestFew } from './best-few.ts';
import { BARRED, type BoundScratch, BY_HAND, boundRow, boundScratch, prepareBounds } from './bounds.ts';
import { exactFit, type PairValues, type PreparedRequest } from './exact-fit.ts';
import { countMinutes } from './free-minutes.ts';
import { indexOffers, type OfferIndex } from './offer-index.ts';
import { type RowScratch, rowScratch } from './row-scratch.ts';

/** Everything needed to look for one request after the other. */
export interface Search {
  readonly index: OfferIndex;
  readonly yardstick: Yardstick;
  readonly history: PairHistory;
  readonly scratch: RowScratch;
  readonly bounds: BoundScratch;
  readonly best: BestFew;
  readonly values: PairValues;
}

const noValues = (): PairValues => ({ skills: 0, goals: 0, industries: 0, path: 0, shared: 0 });

/** Indexes the offers of a pool for searching. */
export const makeSearch = ({
  offers,
  yardstick,
  history,
}: Pick<Pool, 'offers' | 'yardstick' | 'history'>): Search => {
  const index = indexOffers(offers, yardstick);
  const scratch = rowScratch(index);
  return {
    index,
    yardstick,
    history,
    scratch,
    bounds: boundScratch(index),
    best: new BestFew(),
    values: noValues(),
  };
};

/**
 * Bounds every fit of a request; offers that rules keep apart from it are BARRED. Rules that bar many are judged for all offers
 * at once, the others look up whom they name.
 */
export const boundRequest = (search: Search, request: RequestSide): PreparedRequest => {
  const { index, yardstick, history, scratch, bounds } = search;
  const { rules } = yardstick;
  const { bound } = bounds;
  const prepared = prepareBounds(index, request, yardstick, scratch, bounds);
  boundRow(index, prepared, yardstick.weights, scratch, bounds);
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
  for (const p of prepared.wishes.keys()) if (bound[p] !== BARRED) bound[p] = BY_HAND;
  const named = history.named(request.request.id, request.profile.memberId);
  const judge = (p: number) => {
    bound[p] = isAllowed(request, index.offers[p]!, yardstick, history) ? BY_HAND : BARRED;
  };
  for (const mentor of named.members) index.ofMember.get(mentor)?.forEach(judge);
  for (const offer of named.offers) {
    const p = index.placeOf.get(offer);
    if (p !== undefined) judge(p);
  }
  return prepared;
};

/** The fit of the request bounded last with the offer at place p, which is not BARRED: read off the sums. */
export const fitAt = (search: Search, prepared: PreparedRequest, p: number): number => {
  const { index, yardstick, scratch, bounds, values } = search;
  const { asked } = prepared;
  values.skills = asked.skills.all === 0 ? 0 : Math.round(bounds.skills[p]! / asked.skills.all);
  values.goals = asked.goals.all === 0 ? 0 : Math.round(bounds.goals[p]! / asked.goals.all);
  values.industries =
    asked.industries.all === 0 ? 0 : Math.round(bounds.industries[p]! / asked.industries.all);
  values.path = bounds.path[p]!;
  values.shared = scratch.shared[p]!;
  return exactFit(index, prepared, yardstick.weights, scratch, p, values);
};
