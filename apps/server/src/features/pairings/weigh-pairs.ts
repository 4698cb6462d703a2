import type { Read } from '@trellis/db/client';
import type { Program } from '@trellis/db/programs';
import { loadRoundRows } from '@trellis/db/round-inputs';
import { brokenRules, pairHistory } from '@trellis/domain/fit/broken-rules';
import type { Fit } from '@trellis/domain/fit/fit';
import { fitOf } from '@trellis/domain/fit/fit-of';
import type { ReasonsForAll } from '@trellis/domain/fit/reason';
import { reasonsOf } from '@trellis/domain/fit/reasons-of';
import type { RuleBreak } from '@trellis/domain/fit/rule-break';
import {
  type OfferSide,
  offerSide,
  poolFacts,
  type RequestSide,
  requestSide,
} from '@trellis/domain/fit/sides';
import { makeYardstick } from '@trellis/domain/fit/yardstick';
import type { OfferId, RequestId } from '@trellis/domain/ids';
import type { Term } from '@trellis/domain/taxonomy/tree';
import type { Deps } from '../../deps.ts';

export interface WeighedPair {
  readonly request: RequestSide;
  readonly offer: OfferSide;
  readonly fit: Fit;
  readonly reasons: ReasonsForAll;
  readonly broken: readonly RuleBreak[];
}

export interface Scales {
  readonly terms: readonly Term[];
  /** Null when one of the two is not of this program. */
  weigh(requestId: RequestId, offerId: OfferId): WeighedPair | null;
}

/** Fits, reasons and broken rules of any pair of a program, by today's profiles, weights and rules. */
export const scalesFor = async (
  deps: Pick<Deps, 'clock' | 'zones'>,
  read: Read,
  program: Program,
): Promise<Scales> => {
  const rows = await loadRoundRows(read, program.id);
  const profileOf = new Map(rows.members.map(({ profile }) => [profile.memberId, profile]));
  const requestOf = new Map(rows.requests.map((request) => [request.id, request]));
  const offerOf = new Map(rows.offers.map((offer) => [offer.id, offer]));
  const zones = [...profileOf.values()].flatMap(({ timeZone }) => (timeZone === null ? [] : [timeZone]));
  const yardstick = makeYardstick({
    terms: rows.terms,
    weights: program.weights,
    rules: program.rules,
    pool: poolFacts(rows.offers.map((offer) => ({ offer, profile: profileOf.get(offer.memberId)! }))),
    zones: deps.zones.rulesFor(zones),
    at: deps.clock.now(),
  });
  const history = pairHistory(rows.separations, rows.pairedBefore);
  return {
    terms: rows.terms,
    weigh(requestId, offerId) {
      const request = requestOf.get(requestId);
      const offer = offerOf.get(offerId);
      if (!request || !offer) return null;
      const seeking = requestSide(request, profileOf.get(request.memberId)!, yardstick);
      const giving = offerSide(offer, profileOf.get(offer.memberId)!, yardstick);
      const fit = fitOf(seeking, giving, yardstick);
      return {
        request: seeking,
        offer: giving,
        fit,
        reasons: reasonsOf(seeking, giving, fit),
        broken: brokenRules(seeking, giving, yardstick, history),
      };
    },
  };
};
