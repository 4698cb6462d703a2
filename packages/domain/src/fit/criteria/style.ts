import { STYLE_ITEMS } from '../../profiles/fields.ts';
import { type CriterionFacts, FIT_SCALE } from '../fit.ts';
import type { OfferSide, RequestSide } from '../sides.ts';
import { NO_EVIDENCE } from './no-evidence.ts';

/** One common answer says little: at least this many items must be answered by both. */
const FEWEST_ITEMS = 2;
const WIDEST_GAP = 4;

/** One minus the mean distance between the answers both gave: `gap` in all, over `both` items. */
export const styleFrom = (gap: number, both: number): number =>
  both < FEWEST_ITEMS ? NO_EVIDENCE : FIT_SCALE - Math.round((FIT_SCALE * gap) / (WIDEST_GAP * both));

export const styleValue = (request: RequestSide, offer: OfferSide): number => {
  let gap = 0;
  let both = 0;
  for (let k = 0; k < request.style.length; k++) {
    const a = request.style[k]!;
    const b = offer.style[k]!;
    if (a === 0 || b === 0) continue;
    gap += a > b ? a - b : b - a;
    both++;
  }
  return styleFrom(gap, both);
};

export const styleFacts = (request: RequestSide, offer: OfferSide): CriterionFacts['style'] => {
  const gaps = STYLE_ITEMS.map((item, k) => ({ item, a: request.style[k]!, b: offer.style[k]! })).filter(
    ({ a, b }) => a !== 0 && b !== 0,
  );
  // Alike: both lean the same way, or both stand in the middle.
  const alike = gaps.filter(({ a, b }) => Math.abs(a - b) <= 1 && Math.sign(a - 3) === Math.sign(b - 3));
  const apart = gaps.filter(({ a, b }) => Math.abs(a - b) >= 3);
  return {
    alike: alike.map((gap) => gap.item),
    apart: apart.map((gap) => gap.item),
    compared: gaps.length,
  };
};
