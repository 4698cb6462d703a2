import { languagesValue } from '@trellis/domain/fit/criteria/languages';
import { wishesValue } from '@trellis/domain/fit/criteria/wishes';
import { mixOf } from '@trellis/domain/fit/fit-of';
import type { RequestSide } from '@trellis/domain/fit/sides';
import { INDUSTRY_STATION, OCCUPATION_STATION } from './load-offers.ts';
import { GOALS, INDUSTRIES, SKILLS } from './near-lists.ts';
import { MOST_LISTS, type RowViews } from './row-views.ts';
import type { Search } from './search.ts';

/** Sums of shares × values, each at most 10 000, stay below 2³¹, and fields are counted in 8 bits. */
const MOST_SHARES = 200_000;
const MOST_TERMS = 200;
const MOST_FIELDS = 255;

/**
 * Tells the kernel what a request asks for. Criteria without weight ask for nothing.
 * @throws RangeError when it asks for more than sums have room for
 */
export const askRows = (search: Search, request: RequestSide): void => {
  const { kernel, views, yardstick, index } = search;
  writeTerms(search, request);
  const mix = request.fields.length === 0 ? 0 : mixOf(request, yardstick);
  let lists = 0;
  let masks = 0;
  if (mix > 0) {
    search.news.use(request.fields.length);
    lists = writeFields(request.fields, search.lists.fieldList, views, 0);
    masks = writeFields(request.fields, search.lists.fieldMask, views, lists);
  }
  for (let l = 0; l < index.languages.length; l++) {
    const spoken = index.languages[l]!;
    views.languages[l] = languagesValue(request, spoken);
    views.mute[l] = yardstick.rules.sharedLanguage && hasNone(request.languages, spoken.languages) ? 1 : 0;
  }
  const hasStyle = request.style.some((answer) => answer !== 0);
  if (hasStyle) views.answers.set(request.style);
  kernel.askBy(
    yardstick.weights.path === 0
      ? 0
      : (request.towards.occupation >= 0 ? OCCUPATION_STATION : 0) +
          (request.towards.industry >= 0 ? INDUSTRY_STATION : 0),
    hasStyle ? request.style.length : 0,
    request.free === null ? -1 : writeFree(request.free, yardstick.week, views),
    writeWishes(search, request, views),
    request.employer === null ? -2 : (index.employers.get(request.employer) ?? -2),
    mix,
    lists,
    masks,
  );
};

/** Whether one list of languages keeps the two apart. */
const hasNone = (asked: readonly string[], spoken: readonly string[]): boolean =>
  asked.length > 0 && spoken.length > 0 && !asked.some((language) => spoken.includes(language));

const writeTerms = (search: Search, request: RequestSide): void => {
  const { kernel, yardstick, lists, views } = search;
  const { weights } = yardstick;
  const skills = weights.skills > 0 ? request.skills : [];
  const goals = weights.goals > 0 ? request.goals : [];
  const industries = weights.industries > 0 ? request.industries : [];
  const { occupation, industry } = request.towards;
  const hasPath = weights.path > 0 && (occupation >= 0 || industry >= 0);
  let shares = 0;
  for (let k = 0; k < skills.length; k++) shares += request.skillWeight[k]!;
  const terms = skills.length + goals.length + industries.length;
  if (shares > MOST_SHARES || terms > MOST_TERMS) {
    throw new RangeError(`a request for ${terms} terms: more than can be added up`);
  }
  const addresses: number[] = [];
  const gather = (): boolean => {
    addresses.length = 0;
    for (let k = 0; k < skills.length; k++) addresses.push(lists.of(SKILLS, skills[k]!));
    for (let k = 0; k < goals.length; k++) addresses.push(lists.of(GOALS, goals[k]!));
    for (let k = 0; k < industries.length; k++) addresses.push(lists.of(INDUSTRIES, industries[k]!));
    if (hasPath) addresses.push(lists.ofPath(request));
    return !addresses.includes(0);
  };
  if (!gather()) {
    lists.forget();
    if (!gather()) throw new RangeError(`a request for ${terms} terms: more than there is room for`);
  }
  const { list, share } = views;
  for (let k = 0; k < addresses.length; k++) list[k] = addresses[k]!;
  for (let k = 0; k < skills.length; k++) share[k] = request.skillWeight[k]!;
  kernel.askFor(
    skills.length,
    goals.length,
    industries.length,
    hasPath ? 1 : 0,
    shares,
    goals.length,
    industries.length,
  );
};

/** Writes the addresses of those fields that have one, from entry `from` on; returns how many. */
const writeFields = (
  fields: readonly number[],
  addresses: Uint32Array,
  { field }: RowViews,
  from: number,
): number => {
  if (fields.length > MOST_FIELDS) {
    throw new RangeError(`a request with ${fields.length} fields; at most ${MOST_FIELDS} can be counted`);
  }
  let count = 0;
  for (const term of fields) {
    const address = term < addresses.length ? addresses[term]! : 0;
    if (address !== 0) field[from + count++] = address;
  }
  return count;
};

/** Writes the spans of free minutes since the week's start; returns how many. */
const writeFree = (spans: readonly number[], week: number, { free }: RowViews): number => {
  for (let k = 0; k < spans.length; k++) free[k] = spans[k]! - week;
  return spans.length / 2;
};

/** Writes what a wish is worth, by the place of the wished offer; returns how many. */
const writeWishes = (
  { index, yardstick }: Search,
  request: RequestSide,
  { wishPlace, wishWorth }: RowViews,
): number => {
  if (yardstick.weights.wishes === 0 || request.wishes.size === 0) return 0;
  if (request.wishes.size > MOST_LISTS) throw new RangeError(`a request with ${request.wishes.size} wishes`);
  let count = 0;
  for (const id of request.wishes.keys()) {
    const p = index.placeOf.get(id);
    if (p === undefined) continue;
    wishPlace[count] = p;
    wishWorth[count++] = wishesValue(request, index.offers[p]!);
  }
  return count;
};
