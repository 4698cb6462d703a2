/** Offers with their fits, by ascending position in the pool. */
export interface FoundPairs {
  readonly offer: Int32Array;
  readonly fit: Int32Array;
}

/** Packs a fit and a position so that the number is smaller the worse the pair is: the lower fit, then the later position. */
const POSITIONS = 2 ** 31;
const packed = (offer: number, fit: number): number => fit * POSITIONS + (POSITIONS - 1 - offer);

/** Keeps the best few by fit, then by position: a heap with the worst on top. Made once, used for one request after the other. */
export class BestFew {
  private heap = new Float64Array(0);
  private count = 0;
  private most = 0;
  /** What a further fit has to reach; below zero while there is room. */
  least = -1;

  begin(most: number): void {
    if (this.heap.length < most) this.heap = new Float64Array(most);
    this.most = most;
    this.count = 0;
    this.least = -1;
  }

  offer(offer: number, fit: number): void {
    const { heap, most } = this;
    const key = packed(offer, fit);
    if (this.count < most) {
      let at = this.count++;
      while (at > 0) {
        const up = (at - 1) >> 1;
        if (heap[up]! <= key) break;
        heap[at] = heap[up]!;
        at = up;
      }
      heap[at] = key;
    } else if (most > 0 && key > heap[0]!) {
      let at = 0;
      for (let child = 1; child < most; child = 2 * at + 1) {
        if (child + 1 < most && heap[child + 1]! < heap[child]!) child++;
        if (heap[child]! >= key) break;
        heap[at] = heap[child]!;
        at = child;
      }
      heap[at] = key;
    }
    if (this.count === most && most > 0) this.least = Math.floor(heap[0]! / POSITIONS);
  }

  found(): FoundPairs {
    const offer = new Int32Array(this.count);
    const fit = new Int32Array(this.count);
    const { heap } = this;
    // The other way round, sorting brings the positions in order.
    const byOffer = heap.slice(0, this.count);
    for (let k = 0; k < byOffer.length; k++) {
      const worth = Math.floor(byOffer[k]! / POSITIONS);
      const position = POSITIONS - 1 - (byOffer[k]! - worth * POSITIONS);
      byOffer[k] = position * 2 ** 16 + worth;
    }
    byOffer.sort();
    for (let k = 0; k < byOffer.length; k++) {
      offer[k] = Math.floor(byOffer[k]! / 2 ** 16);
      fit[k] = byOffer[k]! - offer[k]! * 2 ** 16;
    }
    return { offer, fit };
  }
}
