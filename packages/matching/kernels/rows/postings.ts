/** For each term the offers that have it, with what it is worth there: an inverted index as compressed rows. */
export class Postings {
  /** Offers of term t: `start[t]` … `start[t + 1] − 1`. */
  start: StaticArray<i32>;
  offer: StaticArray<i32>;
  /** 0…10000. */
  value: StaticArray<u16>;

  constructor(terms: i32, entries: i32) {
    this.start = new StaticArray<i32>(terms + 1);
    this.offer = new StaticArray<i32>(entries);
    this.value = new StaticArray<u16>(entries);
  }
}

/** Terms near an asked one, itself among them, with their nearness; written by the caller. */
export class Neighborhood {
  count: i32 = 0;
  term: StaticArray<i32>;
  nearness: StaticArray<i32>;

  constructor(terms: i32) {
    this.term = new StaticArray<i32>(terms);
    this.nearness = new StaticArray<i32>(terms);
  }
}

const FIT_SCALE: f64 = 10_000;

/** Raises `best` of the offers that have something near an asked term to nearness × value. */
export function markNear(postings: Postings, around: Neighborhood, best: StaticArray<u16>): void {
  const start = postings.start;
  const offer = postings.offer;
  const value = postings.value;
  for (let k = 0; k < around.count; k++) {
    const held = around.term[k];
    const near = f64(around.nearness[k]) / FIT_SCALE;
    for (let at = start[held], end = start[held + 1]; at < end; at++) {
      const worth = u16(Math.round(near * f64(value[at])));
      if (worth > best[offer[at]]) best[offer[at]] = worth;
    }
  }
}
