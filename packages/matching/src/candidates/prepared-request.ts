import { languagesValue } from '@trellis/domain/fit/criteria/languages';
import { wishesValue } from '@trellis/domain/fit/criteria/wishes';
import { mixOf } from '@trellis/domain/fit/fit-of';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Yardstick } from '@trellis/domain/fit/yardstick';
import type { Weights } from '@trellis/domain/programs/settings';
import { type AskedLists, askedLists } from './asked-lists.ts';
import { prepareMinutes } from './free-minutes.ts';
import type { OfferIndex } from './offer-index.ts';
import type { RowScratch } from './row-scratch.ts';

/** A request made ready for single offers: its style tables and minutes lie in the scratch. */
export interface PreparedRequest {
  readonly request: RequestSide;
  readonly asked: AskedLists;
  /** The share of reach in its fits, 0…FIT_SCALE; 0 when it names no field. */
  readonly mix: number;
  /** By list of languages; −1 without evidence. */
  readonly languages: readonly number[];
  readonly hasStyle: boolean;
  /** The number of the employer in the index, or −2 when nobody there works for it. */
  readonly employer: number;
  /** What a wish is worth, by the place of the wished offer. */
  readonly wishes: ReadonlyMap<number, number>;
}

export const prepareRequest = (
  index: OfferIndex,
  request: RequestSide,
  yardstick: Yardstick,
  scratch: RowScratch,
): PreparedRequest => {
  const { weights } = yardstick;
  const hasStyle = request.style.some((answer) => answer !== 0);
  if (hasStyle) scratch.style.prepare(request.style);
  if (request.free !== null) prepareMinutes(scratch, request.free, yardstick.week);
  return {
    request,
    asked: askedLists(index, request, weights),
    mix: request.fields.length === 0 ? 0 : mixOf(request, yardstick),
    languages: index.languages.map((languages) => languagesValue(request, { languages })),
    hasStyle,
    employer: request.employer === null ? -2 : (index.employers.get(request.employer) ?? -2),
    wishes: wishesByPlace(index, request, weights),
  };
};

const wishesByPlace = (
  index: OfferIndex,
  request: RequestSide,
  weights: Weights,
): ReadonlyMap<number, number> => {
  const wishes = new Map<number, number>();
  if (weights.wishes === 0) return wishes;
  for (const id of request.wishes.keys()) {
    const p = index.placeOf.get(id);
    if (p !== undefined) wishes.set(p, wishesValue(request, index.offers[p]!));
  }
  return wishes;
};
