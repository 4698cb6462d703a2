import { brokenRules } from '@trellis/domain/fit/broken-rules';
import type { PairAt } from './market.ts';
import type { Pool } from './pool.ts';
import type { RoundInput } from './round-input.ts';
import type { InfeasibleCause } from './round-plan.ts';

/**
 * Whether the pairs decided by hand leave any plan at all. Each pair counts once, however often it is named.
 * @returns the pairs by position, or every cause why there is no plan
 */
export const checkFixed = (
  input: RoundInput,
  pool: Pool,
):
  | { readonly ok: true; readonly pairs: readonly PairAt[] }
  | { readonly ok: false; readonly causes: readonly InfeasibleCause[] } => {
  const causes: InfeasibleCause[] = [];
  const pairs: PairAt[] = [];
  const resting = new Map<string, InfeasibleCause & { code: 'fixed_not_ready' }>();
  for (const { requestId, offerId } of new Map(
    input.fixed.map((pair) => [`${pair.requestId} ${pair.offerId}`, pair]),
  ).values()) {
    const request = pool.requestAt.get(requestId);
    const offer = pool.offerAt.get(offerId);
    if (request === undefined || offer === undefined) {
      const why =
        request === undefined
          ? pool.notReady.requests.find((resting) => resting.requestId === requestId)
          : pool.notReady.offers.find((resting) => resting.offerId === offerId);
      resting.set(`${requestId} ${offerId}`, {
        code: 'fixed_not_ready',
        facts: { requestId, offerId, reason: why?.reason ?? 'unknown' },
      });
      continue;
    }
    const broken = brokenRules(pool.requests[request]!, pool.offers[offer]!, pool.yardstick, pool.history);
    if (broken.length > 0) {
      causes.push({
        code: 'fixed_breaks_rules',
        facts: { requestId, offerId, rules: broken.map(({ rule }) => rule) },
      });
    }
    pairs.push({ request, offer });
  }
  pool.offers.forEach(({ offer }, j) => {
    const fixed = pairs.filter((pair) => pair.offer === j).length;
    const room = pool.room[j]!;
    if (fixed > room) causes.push({ code: 'fixed_over_capacity', facts: { offerId: offer.id, fixed, room } });
  });
  pool.requests.forEach(({ request }, i) => {
    const fixed = pairs.filter((pair) => pair.request === i).length;
    const seats = pool.seats[i]!;
    if (fixed > seats) {
      causes.push({ code: 'fixed_over_seats', facts: { requestId: request.id, fixed, seats } });
    }
  });
  const all = [...resting.values(), ...causes];
  return all.length > 0 ? { ok: false, causes: all } : { ok: true, pairs };
};
