import { reachFrom } from '@trellis/domain/fit/criteria/reach';

/**
 * Reach depends on three small numbers (the same employer, who brings less, is looked at apart): the fields of the request,
 * those of the offer and those they share. Tables are made once for each number of fields a request has.
 */
export class NewsTables {
  /** A table's entry for an offer is at `shared × width + fields of the offer`; −1 where the offer names no field. */
  readonly width: number;
  private readonly known = new Map<number, Float64Array>();

  constructor(mostFields: number) {
    this.width = mostFields + 1;
  }

  /** For a request with `own` fields, at least one. */
  of(own: number): Float64Array {
    const before = this.known.get(own);
    if (before) return before;
    const table = new Float64Array(this.width ** 2);
    table[0] = -1;
    for (let fields = 1; fields < this.width; fields++) {
      for (let shared = 0; shared <= Math.min(own, fields); shared++) {
        table[shared * this.width + fields] = reachFrom(shared, own, fields, false);
      }
    }
    this.known.set(own, table);
    return table;
  }
}
