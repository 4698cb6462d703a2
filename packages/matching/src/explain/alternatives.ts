import { brokenRules } from '@trellis/domain/fit/broken-rules';
import { type Fit, isBridge } from '@trellis/domain/fit/fit';
import { fitOf } from '@trellis/domain/fit/fit-of';
import type { OfferNotReady, RequestNotReady } from '@trellis/domain/fit/readiness';
import type { ReasonsForAll } from '@trellis/domain/fit/reason';
import { reasonsOf } from '@trellis/domain/fit/reasons-of';
import type { RuleBreak } from '@trellis/domain/fit/rule-break';
import type { OfferId, RequestId } from '@trellis/domain/ids';
import { pairAt } from '../pair-table.ts';
import type { RoundStudy } from '../study.ts';
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
  /** Null when the seats it needs are promised: fixed by hand. */
  readonly trade: Trade | null;
}

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
  const { table, pool } = study;
  const pairs = pool.requests.flatMap(({ request: { id } }, request) => {
    const e = pairAt(table, request, offer);
    return e < 0 ? [] : [{ request, offer, fit: table.fit[e]!, id }];
  });
  return listed(study, pairs, most);
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
  return [...shown]
    .sort((a, b) => b.fit - a.fit || (a.id < b.id ? -1 : 1))
    .map((pair) => alternative(study, pair, planned(pair)));
};

const bridges = ({ pool }: RoundStudy, { request, offer }: Listed): boolean =>
  isBridge(fitOf(pool.requests[request]!, pool.offers[offer]!, pool.yardstick));

const alternative = (study: RoundStudy, pair: Listed, isPlanned: boolean): Alternative => {
  const request = study.pool.requests[pair.request]!;
  const offer = study.pool.offers[pair.offer]!;
  const fit = fitOf(request, offer, study.pool.yardstick);
  return {
    requestId: request.request.id,
    offerId: offer.offer.id,
    fit,
    reasons: reasonsOf(request, offer, fit),
    isBridge: isBridge(fit),
    isPlanned,
    trade: isPlanned ? NO_TRADE : tradeForPair(study, pair.request, pair.offer),
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
  const { pool, table } = study;
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
  const e = pairAt(table, request, offer);
  if (e < 0) {
    const broken = brokenRules(pool.requests[request]!, pool.offers[offer]!, pool.yardstick, pool.history);
    return { kind: 'rules', broken };
  }
  const found = alternative(study, { request, offer, fit: table.fit[e]!, id: offerId }, false);
  return found.trade === null
    ? { kind: 'promised' }
    : { kind: 'trade', alternative: found, trade: found.trade };
};
