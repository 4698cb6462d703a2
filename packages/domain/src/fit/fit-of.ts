import { CRITERIA, type Criterion } from '../programs/settings.ts';
import { goalsFacts, goalsValue } from './criteria/goals.ts';
import { industriesFacts, industriesValue } from './criteria/industries.ts';
import { languagesFacts, languagesValue } from './criteria/languages.ts';
import { pathFacts, pathValue } from './criteria/path.ts';
import { reachFacts, reachValue } from './criteria/reach.ts';
import { skillsFacts, skillsValue } from './criteria/skills.ts';
import { styleFacts, styleValue } from './criteria/style.ts';
import { timeFacts, timeValue } from './criteria/time.ts';
import { wishesValue, wishRank } from './criteria/wishes.ts';
import { FIT_SCALE, FIT_UNKNOWN, type Fit, type FitPart } from './fit.ts';
import type { OfferSide, RequestSide } from './sides.ts';
import type { Yardstick } from './yardstick.ts';

/** With the slider at "new world", reach makes up this share of a fit. */
const FULL_MIX = 6_000;

/** The share of reach in this request's fits, 0…FIT_SCALE: its own wish, or else the program's weights. */
export const mixOf = (request: RequestSide, { weights }: Yardstick): number => {
  if (weights.reach === 0) return 0;
  if (request.request.mix !== null) return Math.round((FULL_MIX * request.request.mix) / 100);
  const sum = CRITERIA.reduce((all, criterion) => all + weights[criterion], 0);
  return Math.round((FIT_SCALE * weights.reach) / sum);
};

/**
 * The fit alone, for every pair of a round: an integer 0…FIT_SCALE. Trust is the weighted mean over the criteria with
 * evidence; reach stands apart; the mix joins them. A wish can only lift.
 */
export const scoreOf = (
  request: RequestSide,
  offer: OfferSide,
  yardstick: Yardstick,
  mix: number,
): number => {
  const w = yardstick.weights;
  let sum = 0;
  let weight = 0;
  let value = w.skills > 0 ? skillsValue(request, offer, yardstick) : -1;
  if (value >= 0) {
    sum += w.skills * value;
    weight += w.skills;
  }
  value = w.goals > 0 ? goalsValue(request, offer, yardstick) : -1;
  if (value >= 0) {
    sum += w.goals * value;
    weight += w.goals;
  }
  value = w.industries > 0 ? industriesValue(request, offer, yardstick) : -1;
  if (value >= 0) {
    sum += w.industries * value;
    weight += w.industries;
  }
  value = w.path > 0 ? pathValue(request, offer, yardstick) : -1;
  if (value >= 0) {
    sum += w.path * value;
    weight += w.path;
  }
  value = w.style > 0 ? styleValue(request, offer) : -1;
  if (value >= 0) {
    sum += w.style * value;
    weight += w.style;
  }
  value = w.time > 0 ? timeValue(request, offer) : -1;
  if (value >= 0) {
    sum += w.time * value;
    weight += w.time;
  }
  value = w.languages > 0 ? languagesValue(request, offer) : -1;
  if (value >= 0) {
    sum += w.languages * value;
    weight += w.languages;
  }
  value = w.wishes > 0 ? wishesValue(request, offer) : -1;
  if (value >= 0 && value * weight >= sum) {
    sum += w.wishes * value;
    weight += w.wishes;
  }
  return joinAxes(
    weight === 0 ? -1 : Math.round(sum / weight),
    mix > 0 ? reachValue(request, offer) : -1,
    mix,
  );
};

/** Trust and reach in the wanted proportion; −1 is no evidence, and an axis without evidence has no share. */
export const joinAxes = (trust: number, reach: number, mix: number): number => {
  if (trust < 0) return reach < 0 ? FIT_UNKNOWN : reach;
  if (reach < 0) return trust;
  return Math.round(((FIT_SCALE - mix) * trust + mix * reach) / FIT_SCALE);
};

/** The fit with all its parts and the facts behind each. The same number as `scoreOf`. */
export const fitOf = (request: RequestSide, offer: OfferSide, yardstick: Yardstick): Fit => {
  const values: Record<Criterion, number> = {
    skills: skillsValue(request, offer, yardstick),
    goals: goalsValue(request, offer, yardstick),
    industries: industriesValue(request, offer, yardstick),
    path: pathValue(request, offer, yardstick),
    style: styleValue(request, offer),
    time: timeValue(request, offer),
    languages: languagesValue(request, offer),
    wishes: wishesValue(request, offer),
    reach: reachValue(request, offer),
  };
  const { weights } = yardstick;
  const counts = CRITERIA.filter((c) => c !== 'reach' && values[c] >= 0 && weights[c] > 0);
  const plain = counts.filter((c) => c !== 'wishes');
  const sum = plain.reduce((all, c) => all + weights[c] * values[c], 0);
  const weight = plain.reduce((all, c) => all + weights[c], 0);
  const lifted = counts.includes('wishes') && values.wishes * weight >= sum;
  const trustWeight = weight + (lifted ? weights.wishes : 0);
  const trustSum = sum + (lifted ? weights.wishes * values.wishes : 0);
  const trust = trustWeight === 0 ? -1 : Math.round(trustSum / trustWeight);
  const wished = mixOf(request, yardstick);
  const mixed = wished > 0 ? values.reach : -1;
  const mix = mixed < 0 ? 0 : trust < 0 ? FIT_SCALE : wished;

  const share = (criterion: Criterion): number => {
    if (values[criterion] < 0) return 0;
    if (criterion === 'reach') return mix;
    if (trustWeight === 0 || weights[criterion] === 0 || (criterion === 'wishes' && !lifted)) return 0;
    return Math.round(((FIT_SCALE - mix) * weights[criterion]) / trustWeight);
  };
  const facts = factsOf(request, offer, yardstick);
  // Wishes are not asked of everybody: leaving them out is no gap in what is known.
  const asked = CRITERIA.filter((c) => c !== 'wishes');
  const all = asked.reduce((total, c) => total + weights[c], 0);
  const known = asked.reduce((total, c) => total + (values[c] >= 0 ? weights[c] : 0), 0);
  return {
    fit: joinAxes(trust, mixed, wished),
    trust: trust < 0 ? null : trust,
    reach: values.reach < 0 ? null : values.reach,
    mix,
    evidence: all === 0 ? 0 : Math.round((FIT_SCALE * known) / all),
    parts: CRITERIA.map(
      (criterion) =>
        ({
          criterion,
          value: values[criterion] < 0 ? null : values[criterion],
          share: share(criterion),
          facts: values[criterion] < 0 ? null : facts[criterion](),
        }) as FitPart,
    ),
  };
};

const factsOf = (request: RequestSide, offer: OfferSide, yardstick: Yardstick) => ({
  skills: () => skillsFacts(request, offer, yardstick),
  goals: () => goalsFacts(request, offer, yardstick),
  industries: () => industriesFacts(request, offer, yardstick),
  path: () => pathFacts(request, offer, yardstick),
  style: () => styleFacts(request, offer),
  time: () => timeFacts(request, offer),
  languages: () => languagesFacts(request, offer),
  wishes: () => ({ rank: wishRank(request, offer) ?? 0 }),
  reach: () => reachFacts(request, offer, yardstick),
});
