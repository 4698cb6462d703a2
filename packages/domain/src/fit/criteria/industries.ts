import { type CriterionFacts, FIT_SCALE } from '../fit.ts';
import type { OfferSide, RequestSide } from '../sides.ts';
import { kinshipOf, nearness, type Yardstick } from '../yardstick.ts';
import { NO_EVIDENCE } from './no-evidence.ts';

/** For each industry the mentee asks about or moves towards, the mentor's best: nearness × years. Their mean. */
export const industriesValue = (request: RequestSide, offer: OfferSide, { parent }: Yardstick): number => {
  if (request.industries.length === 0 || offer.industries.length === 0) return NO_EVIDENCE;
  let sum = 0;
  for (const asked of request.industries) {
    let best = 0;
    for (let k = 0; k < offer.industries.length; k++) {
      const value = nearness(parent, asked, offer.industries[k]!) * offer.industryValue[k]!;
      if (value > best) best = value;
    }
    sum += best / FIT_SCALE;
  }
  return Math.round(sum / request.industries.length);
};

export const industriesFacts = (
  request: RequestSide,
  offer: OfferSide,
  { parent, termOf }: Yardstick,
): CriterionFacts['industries'] => {
  const matches: CriterionFacts['industries']['matches'][number][] = [];
  const missing: CriterionFacts['industries']['missing'][number][] = [];
  for (const asked of request.industries) {
    let best = 0;
    let at = -1;
    for (let k = 0; k < offer.industries.length; k++) {
      const value = nearness(parent, asked, offer.industries[k]!) * offer.industryValue[k]!;
      if (value > best) {
        best = value;
        at = k;
      }
    }
    if (at < 0) missing.push(termOf(asked));
    else {
      matches.push({
        asked: termOf(asked),
        held: termOf(offer.industries[at]!),
        kinship: kinshipOf(parent, asked, offer.industries[at]!)!,
        years: offer.industryYears[at]!,
      });
    }
  }
  return { matches, missing };
};
