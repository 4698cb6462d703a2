import { FIT_SCALE } from '@trellis/domain/fit/fit';

/** For each term the offers that have it, with what it is worth there: an inverted index as compressed rows. */
export interface Postings {
  /** Offers of term t: `start[t]` … `start[t + 1] − 1`. */
  readonly start: Int32Array;
  readonly offer: Int32Array;
  /** 0…FIT_SCALE. */
  readonly value: Uint16Array;
}

/** `held[p]` lists the terms of offer p, each once; `worth[p]` what each is worth, null for the full scale. Terms are below `terms`. */
export const postingsFrom = (
  terms: number,
  held: readonly (readonly number[])[],
  worth: readonly (readonly number[])[] | null,
): Postings => {
  const start = new Int32Array(terms + 1);
  for (const list of held) for (const term of list) start[term + 1] = start[term + 1]! + 1;
  for (let t = 0; t < terms; t++) start[t + 1] = start[t + 1]! + start[t]!;
  const offer = new Int32Array(start[terms]!);
  const value = new Uint16Array(start[terms]!);
  const next = start.slice();
  for (let p = 0; p < held.length; p++) {
    const list = held[p]!;
    for (let k = 0; k < list.length; k++) {
      const at = next[list[k]!]!;
      next[list[k]!] = at + 1;
      offer[at] = p;
      value[at] = worth === null ? FIT_SCALE : worth[p]![k]!;
    }
  }
  return { start, offer, value };
};

/** Terms near a term, itself first, with their nearness: what `nearness` gives above 0. */
export interface Neighborhood {
  readonly terms: readonly number[];
  readonly nearness: readonly number[];
}

/** Looks up the neighborhoods of a taxonomy: parent, children and siblings. */
export const neighborhoods = (
  parent: readonly number[],
  nearnessOf: (parent: readonly number[], asked: number, held: number) => number,
): ((term: number) => Neighborhood) => {
  const children = new Map<number, number[]>();
  parent.forEach((above, term) => {
    if (above < 0) return;
    const list = children.get(above);
    if (list) list.push(term);
    else children.set(above, [term]);
  });
  const known = new Map<number, Neighborhood>();
  return (term) => {
    const before = known.get(term);
    if (before) return before;
    const above = parent[term] ?? -1;
    const around = [
      ...(above >= 0 ? [above, ...(children.get(above) ?? [])] : []),
      ...(children.get(term) ?? []),
    ];
    const terms = [term, ...new Set(around.filter((other) => other !== term))];
    const found = { terms, nearness: terms.map((held) => nearnessOf(parent, term, held)) };
    known.set(term, found);
    return found;
  };
};
