import { brokenRules, isAllowed } from '@trellis/domain/fit/broken-rules';
import { type Fit, isBridge } from '@trellis/domain/fit/fit';
import { fitOf, mixOf, scoreOf } from '@trellis/domain/fit/fit-of';
import type { OfferNotReady, RequestNotReady } from '@trellis/domain/fit/readiness';
import type { ReasonsForAll } from '@trellis/domain/fit/reason';
import { reasonsOf } from '@trellis/domain/fit/reasons-of';
import type { RuleBreak } from '@trellis/domain/fit/rule-break';
import type { OfferId, RequestId } from '@trellis/domain/ids';
import { pairAt } from '../pair-table.ts';
import { isGrown, type RoundStudy } from '../study.ts';
import { NO_TRADE, type Trade, tradeForPair } from './trade.ts';

/** Another pair that is allowed, and what choosing it would change. */
export interface Alternative {
  readonly requestId: RequestId;
  readonly offerId: OfferId;
  readonly fit: Fit;
  readonly reasons: ReasonsForAll;
  readonly isBridge: boolean;
  /** It is in the plan already. */
  readonly isPlanned: boolean;
  /** What it would cost, or null with the reason. */
  readonly trade: Trade | null;
  /** The seats it needs are promised (fixed by hand), or the pool is too large to solve it once more while one waits. */
  readonly noTrade: 'promised' | 'too_large' | null;
  /** Whether the trade is the best there is; in very large pools it is one that can be had, and a better one may exist. */
  readonly isExact: boolean;
}

/** Plans proved level by level are solved anew for each trade: so many pairs are read in a moment. */
const PAIRS_READ_IN_A_MOMENT = 400_000;

/**
 * The mentors that fit a request best, the planned one among them, each with its exact trade. If an allowed bridge exists,
 * at least one of them is a bridge. Empty for a request that takes no part.
 */
export const alternativesForRequest = (
  study: RoundStudy,
  requestId: RequestId,
  most: number,
): readonly Alternative[] => {
  const request = study.pool.requestAt.get(requestId);
  if (request === undefined) return [];
  const { table, pool } = study;
  const start = table.rowStart[request]!;
  const pairs = Array.from({ length: table.rowStart[request + 1]! - start }, (_, k) => ({
    request,
    offer: table.column[start + k]!,
    fit: table.fit[start + k]!,
    id: pool.offers[table.column[start + k]!]!.offer.id,
  }));
  return listed(study, pairs, most);
};

/** The requests that fit an offer best, those planned for it among them, each with its exact trade. */
export const alternativesForOffer = (
  study: RoundStudy,
  offerId: OfferId,
  most: number,
): readonly Alternative[] => {
  const offer = study.pool.offerAt.get(offerId);
  if (offer === undefined) return [];
  const { pool } = study;
  const pairs = pool.requests.flatMap(({ request: { id } }, request) => {
    const fit = fitAt(study, request, offer);
    return fit === null ? [] : [{ request, offer, fit, id }];
  });
  return listed(study, pairs, most);
};

/** The fit of an allowed pair, listed in the table or not, or null when rules forbid it. */
const fitAt = ({ table, pool, settings }: RoundStudy, request: number, offer: number): number | null => {
  const e = pairAt(table, request, offer);
  if (e >= 0) return table.fit[e]!;
  const side = pool.requests[request]!;
  const other = pool.offers[offer]!;
  if (!isGrown(pool, settings.objective)) return null;
  if (!isAllowed(side, other, pool.yardstick, pool.history)) return null;
  return scoreOf(side, other, pool.yardstick, mixOf(side, pool.yardstick));
};

interface Listed {
  readonly request: number;
  readonly offer: number;
  readonly fit: number;
  readonly id: string;
}

const listed = (study: RoundStudy, pairs: readonly Listed[], most: number): readonly Alternative[] => {
  const planned = (pair: Listed): boolean => study.holding.atOffer[pair.offer]!.includes(pair.request);
  const sorted = [...pairs].sort((a, b) => b.fit - a.fit || (a.id < b.id ? -1 : 1));
  const shown = new Set([...sorted.filter(planned), ...sorted.slice(0, most)]);
  if (![...shown].some((pair) => bridges(study, pair))) {
    const bridge = sorted.find((pair) => bridges(study, pair));
    if (bridge !== undefined) shown.add(bridge);
  }
  let affordable =
    study.proof.kind === 'prices'
      ? Number.POSITIVE_INFINITY
      : Math.floor(PAIRS_READ_IN_A_MOMENT / Math.max(1, study.table.column.length));
  return [...shown]
    .sort((a, b) => b.fit - a.fit || (a.id < b.id ? -1 : 1))
    .map((pair) => alternative(study, pair, planned(pair), planned(pair) || affordable-- > 0));
};

const bridges = ({ pool }: RoundStudy, { request, offer }: Listed): boolean =>
  isBridge(fitOf(pool.requests[request]!, pool.offers[offer]!, pool.yardstick));

const alternative = (
  study: RoundStudy,
  pair: Listed,
  isPlanned: boolean,
  isAffordable: boolean,
): Alternative => {
  const request = study.pool.requests[pair.request]!;
  const offer = study.pool.offers[pair.offer]!;
  const fit = fitOf(request, offer, study.pool.yardstick);
  const found = isAffordable && !isPlanned ? tradeForPair(study, pair.request, pair.offer, pair.fit) : null;
  const trade = isPlanned ? NO_TRADE : found;
  return {
    requestId: request.request.id,
    offerId: offer.offer.id,
    fit,
    reasons: reasonsOf(request, offer, fit),
    isBridge: isBridge(fit),
    isPlanned,
    trade,
    noTrade: trade !== null ? null : isAffordable ? 'promised' : 'too_large',
    isExact: isPlanned || !isGrown(study.pool, study.settings.objective),
  };
};

/** Why two people are not paired: they are; one takes no part; rules forbid it; or it would cost this trade. */
export type WhyNot =
  | { readonly kind: 'planned' }
  | { readonly kind: 'request_not_ready'; readonly reason: RequestNotReady | null }
  | { readonly kind: 'offer_not_ready'; readonly reason: OfferNotReady | null }
  | { readonly kind: 'rules'; readonly broken: readonly RuleBreak[] }
  | { readonly kind: 'promised' }
  | { readonly kind: 'trade'; readonly alternative: Alternative; readonly trade: Trade };

/** "Why not that one?" for any request and offer of the round. A null reason: not of this program. */
export const whyNot = (study: RoundStudy, requestId: RequestId, offerId: OfferId): WhyNot => {
  const { pool } = study;
  const request = pool.requestAt.get(requestId);
  if (request === undefined) {
    const resting = pool.notReady.requests.find((one) => one.requestId === requestId);
    return { kind: 'request_not_ready', reason: resting?.reason ?? null };
  }
  const offer = pool.offerAt.get(offerId);
  if (offer === undefined) {
    const resting = pool.notReady.offers.find((one) => one.offerId === offerId);
    return { kind: 'offer_not_ready', reason: resting?.reason ?? null };
  }
  if (study.holding.atOffer[offer]!.includes(request)) return { kind: 'planned' };
  const fit = fitAt(study, request, offer);
  if (fit === null) {
    const broken = brokenRules(pool.requests[request]!, pool.offers[offer]!, pool.yardstick, pool.history);
    return { kind: 'rules', broken };
  }
  const found = alternative(study, { request, offer, fit, id: offerId }, false, true);
  return found.trade === null
    ? { kind: 'promised' }
    : { kind: 'trade', alternative: found, trade: found.trade };
};
