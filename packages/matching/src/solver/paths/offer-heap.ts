/** An indexed binary heap of offers by distance, cleared in no time by counting rounds. */
export interface OfferHeap {
  /** Distance of an offer; valid while `mark` equals `round`. */
  readonly key: Float64Array;
  readonly mark: Int32Array;
  /** Index in `items`, or −1 once popped. */
  readonly place: Int32Array;
  readonly items: Int32Array;
  size: number;
  round: number;
}

export function createOfferHeap(offers: number): OfferHeap {
  return {
    key: new Float64Array(offers),
    mark: new Int32Array(offers),
    place: new Int32Array(offers),
    items: new Int32Array(offers),
    size: 0,
    round: 0,
  };
}

export function clearHeap(heap: OfferHeap): void {
  heap.size = 0;
  heap.round++;
}

/** Puts an offer in, or moves it up: `key` must be lower than before. Popped offers do not come back. */
export function lowerKey(heap: OfferHeap, j: number, key: number): void {
  const { items, place } = heap;
  const keys = heap.key;
  let at: number;
  if (heap.mark[j] === heap.round) {
    at = place[j]!;
  } else {
    heap.mark[j] = heap.round;
    at = heap.size++;
  }
  keys[j] = key;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const other = items[up]!;
    if (keys[other]! <= key) break;
    items[at] = other;
    place[other] = at;
    at = up;
  }
  items[at] = j;
  place[j] = at;
}

/** The offer with the least key, removed; −1 when empty. */
export function popLeast(heap: OfferHeap): number {
  if (heap.size === 0) return -1;
  const { items, place, key } = heap;
  const least = items[0]!;
  const last = items[--heap.size]!;
  const size = heap.size;
  const lastKey = key[last]!;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && key[items[child + 1]!]! < key[items[child]!]!) child++;
    const other = items[child]!;
    if (key[other]! >= lastKey) break;
    items[at] = other;
    place[other] = at;
    at = child;
  }
  items[at] = last;
  place[last] = at;
  place[least] = -1;
  return least;
}
