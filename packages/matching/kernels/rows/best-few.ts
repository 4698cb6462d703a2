/**
 * Keeps the best few by fit, then by position in the pool: a heap with the worst on top. A key packs both, smaller the worse
 * the pair is: the lower fit, then the later position.
 */
export class BestFew {
  private heap: StaticArray<u64>;
  private count: i32 = 0;
  private most: i32 = 0;
  /** What a further fit has to reach; below zero while there is room. */
  least: i32 = -1;

  /** @param room the most that will ever be wanted */
  constructor(room: i32) {
    this.heap = new StaticArray<u64>(room);
  }

  begin(most: i32): void {
    this.most = most < this.heap.length ? most : this.heap.length;
    this.count = 0;
    this.least = -1;
  }

  offer(position: i32, fit: i32): void {
    const key = (u64(fit) << 32) | u64(u32(i32.MAX_VALUE - position));
    const heap = this.heap;
    if (this.count < this.most) {
      let at = this.count++;
      while (at > 0) {
        const up = (at - 1) >> 1;
        if (heap[up] <= key) break;
        heap[at] = heap[up];
        at = up;
      }
      heap[at] = key;
    } else if (this.most > 0 && key > heap[0]) {
      siftDown(heap, this.count, 0, key);
    }
    if (this.count === this.most && this.most > 0) this.least = i32(heap[0] >> 32);
  }

  /** Writes what was found by ascending position; returns how many. */
  found(position: StaticArray<i32>, fit: StaticArray<i32>): i32 {
    const heap = this.heap;
    const count = this.count;
    // The other way round, the greatest key is the earliest position. Taken from the top, the latest comes first.
    for (let k = 0; k < count; k++) heap[k] = (heap[k] << 32) | (heap[k] >> 32);
    for (let k = (count >> 1) - 1; k >= 0; k--) siftDown(heap, count, k, heap[k]);
    for (let left = count; left > 0; left--) {
      position[left - 1] = i32.MAX_VALUE - i32(heap[0] >> 32);
      fit[left - 1] = i32(heap[0]);
      siftDown(heap, left - 1, 0, heap[left - 1]);
    }
    return count;
  }
}

function siftDown(heap: StaticArray<u64>, count: i32, from: i32, key: u64): void {
  let at = from;
  for (let child = 2 * at + 1; child < count; child = 2 * at + 1) {
    if (child + 1 < count && heap[child + 1] < heap[child]) child++;
    if (heap[child] >= key) break;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = key;
}
