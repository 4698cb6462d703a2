import { type CriterionFacts, FIT_SCALE } from '../fit.ts';
import type { OfferSide, RequestSide } from '../sides.ts';
import { NO_EVIDENCE } from './no-evidence.ts';

/** One common language is enough to talk; for someone who speaks several, a second one brings people closer. */
const ONE_OF_SEVERAL = 7_000;

/** Of the languages the mentee needs, the share the mentor speaks; without such a need, how many the two have in common. */
export const languagesValue = (request: RequestSide, offer: Pick<OfferSide, 'languages'>): number => {
  const asked = request.languages.length;
  if (asked === 0 || offer.languages.length === 0) return NO_EVIDENCE;
  let shared = 0;
  for (const language of request.languages) if (offer.languages.includes(language)) shared++;
  if (request.languagesNeeded) return Math.round((FIT_SCALE * shared) / asked);
  if (shared === 0) return 0;
  return shared === 1 && asked > 1 ? ONE_OF_SEVERAL : FIT_SCALE;
};

export const languagesFacts = (request: RequestSide, offer: OfferSide): CriterionFacts['languages'] => ({
  shared: request.languages.filter((language) => offer.languages.includes(language)),
  missing: request.languagesNeeded
    ? request.languages.filter((language) => !offer.languages.includes(language))
    : [],
});
