import { languagesValue } from '@trellis/domain/fit/criteria/languages';
import { placeFrom } from '@trellis/domain/fit/criteria/path';
import { reachFrom } from '@trellis/domain/fit/criteria/reach';
import { styleFrom } from '@trellis/domain/fit/criteria/style';
import { timeFrom } from '@trellis/domain/fit/criteria/time';
import { wishesValue } from '@trellis/domain/fit/criteria/wishes';
import { FIT_SCALE } from '@trellis/domain/fit/fit';
import { mixOf } from '@trellis/domain/fit/fit-of';
import type { Place, RequestSide } from '@trellis/domain/fit/sides';
import { nearness, type Yardstick } from '@trellis/domain/fit/yardstick';
import type { Pool } from '../src/pool.ts';
import { fieldBits, freeBits, KNOWS, type Numbering } from './sql-offers.ts';

/** A value of a criterion with its weight in one integer, so that one sum adds both; 0 is no evidence. */
export const PACKED_BY = 256;
const packed = (weight: number, value: number): number =>
  value < 0 ? 0 : PACKED_BY * weight * value + weight;

/** A term asked for: how much it counts among those of its kind. */
interface Asked {
  readonly term: number;
  readonly weight: number;
  readonly kind: 'skills' | 'goals' | 'industries';
}

/** What SQL is told about a request before the clock runs: whatever depends on the request and on few different values. */
export interface SqlRequest {
  readonly id: number;
  readonly asked: readonly Asked[];
  /** Sums of the weights of each kind; 1 where nothing is asked. */
  readonly all: Readonly<Record<Asked['kind'], number>>;
  readonly must: readonly number[];
  /** By place: how near it is to where the mentee wants to go; 0 is not near. */
  readonly towards: readonly number[];
  /** By place: what a station counts when the mentor came from there, 0…FIT_SCALE. */
  readonly came: readonly number[];
  /** The same for a station that was no move. */
  readonly start: number;
  /** By what an offer knows (`knownBits` + 1): the weight of its criteria. */
  readonly knownWeight: readonly number[];
  /** By set of answers, set of languages, bits of shared free time + 1: value and weight, packed. */
  readonly style: readonly number[];
  readonly language: readonly number[];
  readonly time: readonly number[];
  /** By set of languages: no language in common. */
  readonly speechless: readonly boolean[];
  readonly free: string | null;
  readonly fields: string;
  /** By shared × (most fields + 1) + fields of the offer + 1; −1 is no evidence. */
  readonly news: readonly number[];
  readonly mix: number;
  readonly employer: number | null;
  readonly wishes: readonly (readonly [offer: number, value: number])[];
}

const nearPlace = (parent: readonly number[], wanted: Place, there: Place): number => {
  const half = (a: number, b: number) => (a < 0 || b < 0 ? -1 : nearness(parent, a, b));
  return placeFrom(half(wanted.occupation, there.occupation), half(wanted.industry, there.industry));
};

const askedBy = (request: RequestSide, { weights }: Yardstick): Asked[] =>
  [
    ...request.skills.map((term, k) => ({ term, weight: request.skillWeight[k]!, kind: 'skills' as const })),
    ...request.goals.map((term) => ({ term, weight: 1, kind: 'goals' as const })),
    ...request.industries.map((term) => ({ term, weight: 1, kind: 'industries' as const })),
  ].filter(({ kind }) => weights[kind] > 0);

const weightsByKnown = (request: RequestSide, { weights }: Yardstick): number[] =>
  Array.from({ length: 32 }, (_, known) => {
    const has = (bit: number) => (known & bit) !== 0;
    const { occupation, industry } = request.towards;
    const onPath = (occupation >= 0 && has(KNOWS.occupation)) || (industry >= 0 && has(KNOWS.industry));
    return (
      (request.skills.length > 0 && has(KNOWS.skills) ? weights.skills : 0) +
      (request.goals.length > 0 && has(KNOWS.goals) ? weights.goals : 0) +
      (request.industries.length > 0 && has(KNOWS.industries) ? weights.industries : 0) +
      (onPath ? weights.path : 0)
    );
  });

const newsByFields = (request: RequestSide, mix: number, mostFields: number): number[] => {
  const own = request.fields.length;
  return Array.from({ length: (own + 1) * (mostFields + 1) }, (_, at) => {
    const shared = Math.floor(at / (mostFields + 1));
    const fields = at % (mostFields + 1);
    return mix === 0 || own === 0 || fields === 0 || shared > fields
      ? -1
      : reachFrom(shared, own, fields, false);
  });
};

/** Prepares a request for SQL; `id` is its position in the pool. */
export const sqlRequest = (
  { requests, offers, offerAt, yardstick }: Pool,
  id: number,
  numbering: Numbering,
): SqlRequest => {
  const request = requests[id]!;
  const { weights, parent, week, rules } = yardstick;
  const { styles, languages, places, slots, grain, mostFields, employerAt } = numbering;
  const asked = askedBy(request, yardstick);
  const allOf = (kind: Asked['kind']) =>
    asked.reduce((all, one) => all + (one.kind === kind ? one.weight : 0), 0) || 1;
  const openStart = request.from.occupation < 0 && request.from.industry < 0;
  // As in the criterion: 0.6 without having come from near, 1 where it is not known where the mentee is.
  const came = (near: number) => (openStart ? FIT_SCALE : 6000 + (4000 * Math.max(near, 0)) / FIT_SCALE);
  const speech = languages.values.map((spoken) => languagesValue(request, { languages: spoken }));
  const mix = mixOf(request, yardstick);
  return {
    id,
    asked,
    all: { skills: allOf('skills'), goals: allOf('goals'), industries: allOf('industries') },
    must: request.must,
    towards: places.values.map((place) =>
      weights.path > 0 ? Math.max(0, nearPlace(parent, request.towards, place)) : 0,
    ),
    came: places.values.map((place) => came(openStart ? 0 : nearPlace(parent, request.from, place))),
    start: came(0),
    knownWeight: weightsByKnown(request, yardstick),
    style: styles.values.map((answers) => {
      const both = request.style.flatMap((a, k) =>
        a === 0 || answers[k]! === 0 ? [] : Math.abs(a - answers[k]!),
      );
      return packed(
        weights.style,
        styleFrom(
          both.reduce((sum, gap) => sum + gap, 0),
          both.length,
        ),
      );
    }),
    language: speech.map((value) => packed(weights.languages, value)),
    time: Array.from({ length: slots + 1 }, (_, bits) => packed(weights.time, timeFrom(bits * grain))),
    speechless: speech.map((value) => rules.sharedLanguage && value === 0),
    free: freeBits(request.free, week, numbering),
    fields: fieldBits(request.fields, numbering),
    news: newsByFields(request, mix, mostFields),
    mix,
    employer: request.employer === null ? null : employerAt.get(request.employer)!,
    wishes: [...request.wishes.keys()].flatMap((wished) => {
      const at = offerAt.get(wished);
      return at === undefined || weights.wishes === 0
        ? []
        : [[at, wishesValue(request, offers[at]!)] as const];
    }),
  };
};
