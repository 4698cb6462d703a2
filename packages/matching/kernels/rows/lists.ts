/**
 * Lists of places with a value each, ascending: where each tile begins, then entries of four times the place within its
 * tile (low half) and the value (high half). A mask instead has one byte for every place, all bits set where the place is listed.
 */
import { Offers, TILE } from './offers';

const CHUNK: i32 = 1 << 20;

/** Memory for lists that come and go: chunks that are filled one after the other and, once all are full, from the first again. */
export class ListRoom {
  private chunks: StaticArray<usize>;
  private made: i32 = 0;
  private chunk: i32 = 0;
  private used: i32 = 0;
  private size: i32;
  /** The values of a list to be kept, 0 for places that are not in it; all 0 again afterwards. Room for whole tiles. */
  best: StaticArray<u16>;
  /** Places of a list to be kept for good, written by the caller. */
  place: StaticArray<i32>;

  /** @param most entries kept at once, about */
  constructor(
    private offers: Offers,
    most: f64,
  ) {
    const longest = bytesOf(offers, offers.count);
    const size = longest > CHUNK ? longest : CHUNK;
    this.size = size;
    this.chunks = new StaticArray<usize>(i32((4 * most) / size) + 1);
    this.best = new StaticArray<u16>(offers.tiles * TILE);
    this.place = new StaticArray<i32>(offers.count);
  }

  /** Packs the list that stands in `best`; 0 when there is no room for it. */
  keep(): usize {
    const bytes = bytesOf(this.offers, this.marked());
    if (this.used + bytes > this.size) {
      if (this.chunk + 1 >= this.chunks.length) return 0;
      this.chunk++;
      this.used = 0;
    }
    while (this.made <= this.chunk) this.chunks[this.made++] = heap.alloc(this.size);
    const list = this.chunks[this.chunk] + this.used;
    this.used += bytes;
    this.pack(list);
    return list;
  }

  /** The places written last as a list with the value 1, for good. */
  keepAlways(count: i32): usize {
    for (let k = 0; k < count; k++) this.best[this.place[k]] = 1;
    const list = heap.alloc(bytesOf(this.offers, count));
    this.pack(list);
    return list;
  }

  /** The places written last as a mask, for good. */
  keepMask(count: i32): usize {
    const bytes = this.offers.tiles * TILE;
    const mask = heap.alloc(bytes);
    memory.fill(mask, 0, bytes);
    for (let k = 0; k < count; k++) store<u8>(mask + this.place[k], 0xff);
    return mask;
  }

  /** All lists kept so far may be overwritten. */
  forget(): void {
    this.chunk = 0;
    this.used = 0;
    this.best.fill(0);
  }

  private marked(): i32 {
    const best = changetype<usize>(this.best);
    const end: usize = this.best.length << 1;
    let count = 0;
    for (let at: usize = 0; at < end; at += 16) count += popcnt(marksAt(best + at));
    return count;
  }

  private pack(list: usize): void {
    const tiles = this.offers.tiles;
    const best = changetype<usize>(this.best);
    let to = list + ((tiles + 1) << 2);
    for (let t = 0; t < tiles; t++) {
      store<usize>(list + (t << 2), to);
      const base = best + ((t * TILE) << 1);
      for (let k = 0; k < TILE; k += 8) {
        const at = base + (k << 1);
        for (let marks = marksAt(at); marks !== 0; marks &= marks - 1) {
          const lane = ctz(marks);
          store<u32>(to, ((k + lane) << 2) | (u32(load<u16>(at + (lane << 1))) << 16));
          to += 4;
        }
        v128.store(at, i64x2.splat(0));
      }
    }
    store<usize>(list + (tiles << 2), to);
  }
}

/** One bit for each of eight values that is not 0. */
function marksAt(at: usize): i32 {
  return i16x8.bitmask(i16x8.ne(v128.load(at), i16x8.splat(0)));
}

function bytesOf(offers: Offers, count: i32): i32 {
  return (offers.tiles + 1 + count) << 2;
}

/** Adds what a list says of the places of tile t, so many times. Two at a time: the loop itself costs as much as an entry. */
export function addTimes(list: usize, t: i32, into: usize, times: i32): void {
  const end = load<usize>(list + (t << 2), 4);
  let at = load<usize>(list + (t << 2));
  for (; at + 4 < end; at += 8) {
    const one = load<u32>(at);
    const other = load<u32>(at, 4);
    const to = into + (one & 0xffff);
    const next = into + (other & 0xffff);
    store<i32>(to, load<i32>(to) + times * i32(one >> 16));
    store<i32>(next, load<i32>(next) + times * i32(other >> 16));
  }
  if (at < end) {
    const one = load<u32>(at);
    const to = into + (one & 0xffff);
    store<i32>(to, load<i32>(to) + times * i32(one >> 16));
  }
}

export function setValues(list: usize, t: i32, into: usize): void {
  const end = load<usize>(list + (t << 2), 4);
  for (let at = load<usize>(list + (t << 2)); at < end; at += 4) {
    const entry = load<u32>(at);
    store<u16>(into + ((entry & 0xffff) >> 1), u16(entry >> 16));
  }
}

/** Counts the places of tile t that a list holds. */
export function countListed(list: usize, t: i32, into: usize): void {
  const end = load<usize>(list + (t << 2), 4);
  for (let at = load<usize>(list + (t << 2)); at < end; at += 4) {
    const to = into + ((load<u32>(at) & 0xffff) >> 2);
    store<u8>(to, load<u8>(to) + 1);
  }
}

/** Counts the places of tile t that a mask holds: its bytes are minus one. */
export function countMasked(mask: usize, t: i32, into: usize): void {
  const from = mask + t * TILE;
  for (let k: usize = 0; k < <usize>TILE; k += 16) {
    v128.store(into + k, i8x16.sub(v128.load(into + k), v128.load(from + k)));
  }
}
