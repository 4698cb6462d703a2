import type { CriterionFacts } from '../fit.ts';
import type { OfferSide, RequestSide } from '../sides.ts';
import { kinshipOf, nearness, type Yardstick } from '../yardstick.ts';
import { NO_EVIDENCE } from './no-evidence.ts';

/** For each goal of the mentee the nearest one the mentor helps with; their mean. */
export const goalsValue = (request: RequestSide, offer: OfferSide, { parent }: Yardstick): number => {
  if (request.goals.length === 0 || offer.goals.length === 0) return NO_EVIDENCE;
  let sum = 0;
  for (const asked of request.goals) {
    let best = 0;
    for (const held of offer.goals) best = Math.max(best, nearness(parent, asked, held));
    sum += best;
  }
  return Math.round(sum / request.goals.length);
};

export const goalsFacts = (
  request: RequestSide,
  offer: OfferSide,
  { parent, termOf }: Yardstick,
): CriterionFacts['goals'] => {
  const matches: CriterionFacts['goals']['matches'][number][] = [];
  const missing: CriterionFacts['goals']['missing'][number][] = [];
  for (const asked of request.goals) {
    const near = offer.goals
      .filter((held) => nearness(parent, asked, held) > 0)
      .sort((a, b) => nearness(parent, asked, b) - nearness(parent, asked, a))[0];
    if (near === undefined) missing.push(termOf(asked));
    else matches.push({ asked: termOf(asked), held: termOf(near), kinship: kinshipOf(parent, asked, near)! });
  }
  return { matches, missing };
};
