import { reachFrom } from '@trellis/domain/fit/criteria/reach';

/** Reach at `fields of the offer × width + shared fields`; −1 where the offer names no field. */
export interface NewsTable {
  readonly reach: Int32Array;
  /** The same between people of the same employer. */
  readonly employed: Int32Array;
}

/**
 * Reach depends on three small numbers: the fields of the request, those of the offer and those they share. Tables are made
 * once for each number of fields a request has.
 */
export class NewsTables {
  readonly width: number;
  /** For which number the tables stand in the kernel's memory; −1 for none yet. */
  written = -1;
  private readonly known = new Map<number, NewsTable>();

  constructor(mostFields: number) {
    this.width = mostFields + 1;
  }

  /** For a request with `own` fields, at least one. */
  of(own: number): NewsTable {
    const before = this.known.get(own);
    if (before) return before;
    const table = { reach: this.tableOf(own, false), employed: this.tableOf(own, true) };
    this.known.set(own, table);
    return table;
  }

  private tableOf(own: number, sameEmployer: boolean): Int32Array {
    const table = new Int32Array(this.width ** 2);
    table[0] = -1;
    for (let fields = 1; fields < this.width; fields++) {
      for (let shared = 0; shared <= Math.min(own, fields); shared++) {
        table[fields * this.width + shared] = reachFrom(shared, own, fields, sameEmployer);
      }
    }
    return table;
  }
}
