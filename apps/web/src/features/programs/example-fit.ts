import { brokenRules, pairHistory } from '@trellis/domain/fit/broken-rules';
import type { Fit } from '@trellis/domain/fit/fit';
import { fitOf } from '@trellis/domain/fit/fit-of';
import type { Reason } from '@trellis/domain/fit/reason';
import { reasonsOf } from '@trellis/domain/fit/reasons-of';
import { offerSide, requestSide } from '@trellis/domain/fit/sides';
import { makeYardstick } from '@trellis/domain/fit/yardstick';
import type { Profile } from '@trellis/domain/profiles/profile';
import type { ExamplePair } from '@trellis/domain/programs/example-pair';
import type { Rule, RuleSettings, Weights } from '@trellis/domain/programs/settings';

/** The fit of two people under these settings, computed where the sliders are: by the very code that rounds use. */
export function exampleFit(
  pair: ExamplePair,
  weights: Weights,
  rules: RuleSettings,
): { fit: Fit; reasons: readonly Reason[]; broken: readonly Rule[] } {
  const { terms, zones, at, pool } = pair;
  const yardstick = makeYardstick({
    terms,
    weights,
    rules,
    pool: { offers: pool.offers, offersWith: new Map(pool.offersWith) },
    zones,
    at,
  });
  // An optional key that is there has a value: JSON has no undefined.
  const request = requestSide(pair.request, pair.mentee as Profile, yardstick);
  const offer = offerSide(pair.offer, pair.mentor as Profile, yardstick);
  const fit = fitOf(request, offer, yardstick);
  return {
    fit,
    reasons: reasonsOf(request, offer, fit).staff,
    broken: brokenRules(request, offer, yardstick, pairHistory([], [])).map(({ rule }) => rule),
  };
}
