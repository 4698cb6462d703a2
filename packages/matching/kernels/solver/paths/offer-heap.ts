/** An indexed binary heap of offers by distance, cleared in no time by counting rounds. */
export class OfferHeap {
  /** Distance of an offer; valid while `mark` equals `round`. */
  key: StaticArray<f64>;
  mark: StaticArray<i32>;
  /** Index in `items`, or −1 once popped. */
  place: StaticArray<i32>;
  items: StaticArray<i32>;
  size: i32 = 0;
  round: i32 = 0;

  constructor(offers: i32) {
    this.key = new StaticArray<f64>(offers);
    this.mark = new StaticArray<i32>(offers);
    this.place = new StaticArray<i32>(offers);
    this.items = new StaticArray<i32>(offers);
  }

  clear(): void {
    this.size = 0;
    this.round++;
  }

  /** Puts an offer in, or moves it up: `key` must be lower than before. Popped offers do not come back. */
  lower(j: i32, key: f64): void {
    const items = this.items;
    const place = this.place;
    const keys = this.key;
    let at: i32;
    if (this.mark[j] === this.round) at = place[j];
    else {
      this.mark[j] = this.round;
      at = this.size++;
    }
    keys[j] = key;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const other = items[up];
      if (keys[other] <= key) break;
      items[at] = other;
      place[other] = at;
      at = up;
    }
    items[at] = j;
    place[j] = at;
  }

  /** The offer with the least key, removed; −1 when empty. */
  pop(): i32 {
    if (this.size === 0) return -1;
    const items = this.items;
    const place = this.place;
    const key = this.key;
    const least = items[0];
    const size = --this.size;
    const last = items[size];
    const lastKey = key[last];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && key[items[child + 1]] < key[items[child]]) child++;
      const other = items[child];
      if (key[other] >= lastKey) break;
      items[at] = other;
      place[other] = at;
      at = child;
    }
    items[at] = last;
    place[last] = at;
    place[least] = -1;
    return least;
  }
}
