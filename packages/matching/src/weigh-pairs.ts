import { fitOf } from '@trellis/domain/fit/fit-of';
import { offerSide, requestSide } from '@trellis/domain/fit/sides';
import type { OfferId, RequestId } from '@trellis/domain/ids';
import { type CriterionValues, valuesOf } from '@trellis/domain/outcomes/values';
import { yardstickOf } from './pool.ts';
import type { RoundInput, RoundSettings } from './round-input.ts';

/**
 * How each criterion stood for these pairs when the round ran: from what the round read, whatever has changed since. Null
 * for a pair of which the round knew one side not.
 * @throws RangeError when the input names members it does not hold.
 */
export const weighPairs = (
  input: RoundInput,
  settings: RoundSettings,
  pairs: readonly { readonly requestId: RequestId; readonly offerId: OfferId }[],
): readonly (CriterionValues | null)[] => {
  const yardstick = yardstickOf(input, settings);
  const profiles = new Map(input.members.map(({ profile }) => [profile.memberId, profile]));
  const requests = new Map(input.requests.map((request) => [request.id, request]));
  const offers = new Map(input.offers.map((offer) => [offer.id, offer]));
  return pairs.map(({ requestId, offerId }) => {
    const request = requests.get(requestId);
    const offer = offers.get(offerId);
    const mentee = request && profiles.get(request.memberId);
    const mentor = offer && profiles.get(offer.memberId);
    if (!mentee || !mentor) return null;
    const seeking = requestSide(request, mentee, yardstick);
    return valuesOf(fitOf(seeking, offerSide(offer, mentor, yardstick), yardstick));
  });
};
