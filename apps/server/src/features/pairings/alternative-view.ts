import type { loadNames } from '@trellis/db/reads/side-names';
import type { AlternativeView } from '@trellis/domain/pairings/views';
import type { Alternative } from '@trellis/matching/explain/alternatives';

/** Another pair and its trade, with the names of everybody in it. */
export const alternativeView = (
  one: Alternative,
  names: Awaited<ReturnType<typeof loadNames>>,
): AlternativeView => ({
  requestId: one.requestId,
  offerId: one.offerId,
  mentee: names.ofRequest.get(one.requestId) ?? '',
  mentor: names.ofOffer.get(one.offerId) ?? '',
  fit: one.fit.fit,
  bridge: one.isBridge,
  planned: one.isPlanned,
  reasons: [...one.reasons.staff],
  noTrade: one.noTrade,
  exact: one.isExact,
  trade: one.trade && {
    served: one.trade.served,
    total: one.trade.total,
    changes: one.trade.changes.map((change) => ({
      requestId: change.requestId,
      mentee: names.ofRequest.get(change.requestId) ?? '',
      fromOfferId: change.from,
      from: change.from && (names.ofOffer.get(change.from) ?? ''),
      toOfferId: change.to,
      to: change.to && (names.ofOffer.get(change.to) ?? ''),
    })),
  },
});
