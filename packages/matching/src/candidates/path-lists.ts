import { placeFrom, stepFrom } from '@trellis/domain/fit/criteria/path';
import type { RequestSide } from '@trellis/domain/fit/sides';
import { type CareerStations, NO_MOVE } from './career-stations.ts';
import { type NearList, NOTHING_NEAR } from './near-lists.ts';
import type { Neighborhood } from './postings.ts';

/** Entries kept over all lists, 6 bytes each; then they are forgotten and gathered anew. */
const MOST_KEPT = 4_000_000;

/**
 * Gathers the offers whose career leads near a wished place, with the exact value of the path criterion. Requests with the
 * same move share the list.
 */
export const pathLists = (
  stations: CareerStations,
  near: (term: number) => NearList,
  around: (term: number) => Neighborhood,
  terms: number,
): ((request: Pick<RequestSide, 'from' | 'towards'>) => NearList) => {
  const known = new Map<string, NearList>();
  let kept = 0;
  const scale = {
    toOccupation: new Int16Array(terms),
    toIndustry: new Int16Array(terms),
    fromOccupation: new Int16Array(terms),
    fromIndustry: new Int16Array(terms),
  };
  const mark = (into: Int16Array, term: number): void => {
    if (term < 0) return;
    const { terms: close, nearness } = around(term);
    for (let k = 0; k < close.length; k++) if (close[k]! < terms) into[close[k]!] = nearness[k]!;
  };
  const clear = (into: Int16Array, term: number): void => {
    if (term < 0) return;
    for (const close of around(term).terms) if (close < terms) into[close] = 0;
  };
  return ({ from, towards }) => {
    if (towards.occupation < 0 && towards.industry < 0) return NOTHING_NEAR;
    const key = `${towards.occupation} ${towards.industry} ${from.occupation} ${from.industry}`;
    const before = known.get(key);
    if (before) return before;
    mark(scale.toOccupation, towards.occupation);
    mark(scale.toIndustry, towards.industry);
    mark(scale.fromOccupation, from.occupation);
    mark(scale.fromIndustry, from.industry);
    const offers = union(
      towards.occupation < 0 ? NOTHING_NEAR.offer : near(towards.occupation).offer,
      towards.industry < 0 ? NOTHING_NEAR.offer : near(towards.industry).offer,
    );
    const value = new Uint16Array(offers.length);
    for (let k = 0; k < offers.length; k++) value[k] = bestStep(stations, scale, from, towards, offers[k]!);
    clear(scale.toOccupation, towards.occupation);
    clear(scale.toIndustry, towards.industry);
    clear(scale.fromOccupation, from.occupation);
    clear(scale.fromIndustry, from.industry);
    const list = { offer: offers, value };
    if (kept + offers.length > MOST_KEPT) {
      known.clear();
      kept = 0;
    }
    kept += offers.length;
    known.set(key, list);
    return list;
  };
};

interface Scale {
  readonly toOccupation: Int16Array;
  readonly toIndustry: Int16Array;
  readonly fromOccupation: Int16Array;
  readonly fromIndustry: Int16Array;
}

const bestStep = (
  { start, occupation, industry, fromOccupation, fromIndustry }: CareerStations,
  scale: Scale,
  from: RequestSide['from'],
  towards: RequestSide['towards'],
  p: number,
): number => {
  const openStart = from.occupation < 0 && from.industry < 0;
  let best = 0;
  for (let at = start[p]!; at < start[p + 1]!; at++) {
    const to = placeFrom(
      halfOf(scale.toOccupation, towards.occupation, occupation[at]!),
      halfOf(scale.toIndustry, towards.industry, industry[at]!),
    );
    if (to <= best) continue;
    const came =
      openStart || fromOccupation[at] === NO_MOVE
        ? -1
        : placeFrom(
            halfOf(scale.fromOccupation, from.occupation, fromOccupation[at]!),
            halfOf(scale.fromIndustry, from.industry, fromIndustry[at]!),
          );
    best = Math.max(best, stepFrom(to, came, openStart));
  }
  return best;
};

const halfOf = (near: Int16Array, wanted: number, there: number): number =>
  wanted < 0 || there < 0 ? -1 : near[there]!;

/** Both lists ascend. */
const union = (a: Int32Array, b: Int32Array): Int32Array => {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  const out = new Int32Array(a.length + b.length);
  let count = 0;
  for (let i = 0, k = 0; i < a.length || k < b.length; ) {
    const x = i < a.length ? a[i]! : Number.POSITIVE_INFINITY;
    const y = k < b.length ? b[k]! : Number.POSITIVE_INFINITY;
    out[count++] = Math.min(x, y);
    if (x <= y) i++;
    if (y <= x) k++;
  }
  return out.slice(0, count);
};
