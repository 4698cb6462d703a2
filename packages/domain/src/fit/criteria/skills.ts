import { type CriterionFacts, FIT_SCALE } from '../fit.ts';
import type { OfferSide, RequestSide } from '../sides.ts';
import { kinshipOf, nearness, RARE_FROM, type Yardstick } from '../yardstick.ts';
import { NO_EVIDENCE } from './no-evidence.ts';

/**
 * For each asked skill the mentor's best: nearness × level. Their mean, weighted by rarity (a must counts twice).
 * No evidence when nothing is asked for or the mentor names no skill.
 */
export const skillsValue = (request: RequestSide, offer: OfferSide, { parent }: Yardstick): number => {
  const { skills, skillWeight } = request;
  if (skills.length === 0 || offer.skills.length === 0) return NO_EVIDENCE;
  let sum = 0;
  let weights = 0;
  for (let i = 0; i < skills.length; i++) {
    const asked = skills[i]!;
    let best = 0;
    for (let k = 0; k < offer.skills.length; k++) {
      const value = nearness(parent, asked, offer.skills[k]!) * offer.skillValue[k]!;
      if (value > best) best = value;
    }
    sum += skillWeight[i]! * (best / FIT_SCALE);
    weights += skillWeight[i]!;
  }
  return Math.round(sum / weights);
};

export const skillsFacts = (
  request: RequestSide,
  offer: OfferSide,
  yardstick: Yardstick,
): CriterionFacts['skills'] => {
  const { parent, termOf, rarityOf } = yardstick;
  const matches: CriterionFacts['skills']['matches'][number][] = [];
  const missing: CriterionFacts['skills']['missing'][number][] = [];
  for (const asked of request.skills) {
    let best = 0;
    let at = -1;
    for (let k = 0; k < offer.skills.length; k++) {
      const value = nearness(parent, asked, offer.skills[k]!) * offer.skillValue[k]!;
      if (value > best) {
        best = value;
        at = k;
      }
    }
    if (at < 0) missing.push(termOf(asked));
    else {
      matches.push({
        asked: termOf(asked),
        held: termOf(offer.skills[at]!),
        kinship: kinshipOf(parent, asked, offer.skills[at]!)!,
        level: offer.skillLevel[at]!,
        rare: rarityOf(asked) >= RARE_FROM,
      });
    }
  }
  return { matches, missing };
};
