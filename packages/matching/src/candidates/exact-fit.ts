import { languagesValue } from '@trellis/domain/fit/criteria/languages';
import { reachFrom, sharedFields } from '@trellis/domain/fit/criteria/reach';
import { timeFrom } from '@trellis/domain/fit/criteria/time';
import { wishesValue } from '@trellis/domain/fit/criteria/wishes';
import { joinAxes, mixOf } from '@trellis/domain/fit/fit-of';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Yardstick } from '@trellis/domain/fit/yardstick';
import type { Weights } from '@trellis/domain/programs/settings';
import { type AskedLists, askedLists, meanAt, valueAt } from './asked-lists.ts';
import { isComparable } from './evidence-classes.ts';
import { minutesAt, prepareMinutes } from './free-minutes.ts';
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

/** What the index says of one pair: values of the criteria over terms, and how many fields the two share. */
export interface PairValues {
  skills: number;
  goals: number;
  industries: number;
  path: number;
  shared: number;
}

/** Looks one pair up. Criteria for which the two give no evidence have the value 0 here. */
export const lookUpPair = (
  index: OfferIndex,
  { request, asked, mix }: PreparedRequest,
  p: number,
  into: PairValues,
): PairValues => {
  into.skills = meanAt(asked.skills, p);
  into.goals = meanAt(asked.goals, p);
  into.industries = meanAt(asked.industries, p);
  into.path = asked.path === null ? 0 : valueAt(asked.path, p);
  into.shared = mix > 0 ? sharedFields(request.fields, index.offers[p]!.fields) : 0;
  return into;
};

/** The fit with the offer at place p: the same integer as `scoreOf`. */
export const exactFit = (
  index: OfferIndex,
  { request, asked, mix, languages, hasStyle, employer, wishes }: PreparedRequest,
  weights: Weights,
  scratch: RowScratch,
  p: number,
  values: PairValues,
): number => {
  const of = index.classes[index.classOf[p]!]!;
  let sum = 0;
  let weight = 0;
  if (asked.skills.all > 0 && of.hasSkills) {
    sum += weights.skills * values.skills;
    weight += weights.skills;
  }
  if (asked.goals.all > 0 && of.hasGoals) {
    sum += weights.goals * values.goals;
    weight += weights.goals;
  }
  if (asked.industries.all > 0 && of.hasIndustries) {
    sum += weights.industries * values.industries;
    weight += weights.industries;
  }
  if (asked.path !== null && isComparable(request, of)) {
    sum += weights.path * values.path;
    weight += weights.path;
  }
  if (weights.style > 0 && hasStyle && of.hasStyle) {
    const value = scratch.style.at(index.style, p);
    if (value >= 0) {
      sum += weights.style * value;
      weight += weights.style;
    }
  }
  if (weights.time > 0 && request.free !== null && of.saysFree) {
    sum += weights.time * timeFrom(minutesAt(index, scratch, p));
    weight += weights.time;
  }
  if (weights.languages > 0 && languages[of.languages]! >= 0) {
    sum += weights.languages * languages[of.languages]!;
    weight += weights.languages;
  }
  if (wishes.size > 0) {
    const value = wishes.get(p) ?? -1;
    if (value >= 0 && value * weight >= sum) {
      sum += weights.wishes * value;
      weight += weights.wishes;
    }
  }
  const trust = weight === 0 ? -1 : Math.round(sum / weight);
  if (mix === 0 || !of.hasFields) return joinAxes(trust, -1, mix);
  const employed = index.employerAt[p] === employer;
  const reach = reachFrom(values.shared, request.fields.length, index.fieldCount[p]!, employed);
  return joinAxes(trust, reach, mix);
};
