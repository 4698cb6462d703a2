import { FIT_SCALE } from '@trellis/domain/fit/fit';
import type { Neighborhood, Postings } from './postings.ts';

/** Offers that have something near a term (ascending), with the best each has: nearness × value, 1…FIT_SCALE. */
export interface NearList {
  readonly offer: Int32Array;
  readonly value: Uint16Array;
}

export const NOTHING_NEAR: NearList = { offer: new Int32Array(0), value: new Uint16Array(0) };

/** Entries kept over all lists of one kind: 6 bytes each. Beyond it lists are made again when asked for. */
const MOST_KEPT = 8_000_000;

/** Gathers for an asked term what lies near it. Many requests ask for the same terms, so the lists are kept. */
export const nearLists = (
  postings: Postings,
  around: (term: number) => Neighborhood,
  offers: number,
): ((term: number) => NearList) => {
  const known = new Map<number, NearList>();
  const best = new Uint16Array(offers);
  const touched = new Int32Array(offers);
  let kept = 0;
  return (term) => {
    const before = known.get(term);
    if (before) return before;
    const list = gather(postings, around(term), best, touched);
    if (kept + list.offer.length <= MOST_KEPT) {
      kept += list.offer.length;
      known.set(term, list);
    }
    return list;
  };
};

/** Leaves `best` zeroed. */
const gather = (
  { start, offer, value }: Postings,
  { terms, nearness }: Neighborhood,
  best: Uint16Array,
  touched: Int32Array,
): NearList => {
  let count = 0;
  for (let k = 0; k < terms.length; k++) {
    const held = terms[k]!;
    // Terms that became known after the index was built have no postings.
    if (held + 1 >= start.length) continue;
    const near = nearness[k]! / FIT_SCALE;
    for (let at = start[held]!; at < start[held + 1]!; at++) {
      const p = offer[at]!;
      const worth = Math.round(near * value[at]!);
      if (worth === 0) continue;
      if (best[p] === 0) touched[count++] = p;
      if (worth > best[p]!) best[p] = worth;
    }
  }
  const found = touched.slice(0, count).sort();
  const values = new Uint16Array(count);
  for (let k = 0; k < count; k++) {
    values[k] = best[found[k]!]!;
    best[found[k]!] = 0;
  }
  return { offer: found, value: values };
};

/** Adds what a list says of each offer, so many times. */
export const addNear = (into: Float64Array, { offer, value }: NearList, times: number): void => {
  for (let k = 0; k < offer.length; k++) {
    const p = offer[k]!;
    into[p] = into[p]! + times * value[k]!;
  }
};
