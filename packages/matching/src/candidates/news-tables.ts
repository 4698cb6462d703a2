import { reachFrom } from '@trellis/domain/fit/criteria/reach';
import type { RowKernel } from './row-kernel.ts';

/**
 * Reach depends on three small numbers: the fields of the request, those of the offer and those they share. Tables are made
 * once for each number of fields a request has, in the kernel's memory.
 */
export class NewsTables {
  private readonly width: number;
  /** By number of fields, where the tables are. */
  private readonly tables: number[] = [];
  private used = 0;

  constructor(
    private readonly kernel: RowKernel,
    mostFields: number,
  ) {
    this.width = mostFields + 1;
  }

  /** The next requests have `own` fields, at least one. */
  use(own: number): void {
    if (own === this.used) return;
    this.used = own;
    const known = this.tables[own];
    if (known !== undefined) this.kernel.useNews(known);
    else this.tables[own] = this.open(own);
  }

  private open(own: number): number {
    const { kernel } = this;
    const tables = kernel.openNews();
    this.write(kernel.reachAt(), own, false);
    this.write(kernel.reachEmployedAt(), own, true);
    kernel.newsWritten();
    return tables;
  }

  /** Reach at `fields of the offer × width + shared fields`; −1 where the offer names no field. */
  private write(at: number, own: number, sameEmployer: boolean): void {
    const table = new Int32Array(this.kernel.memory.buffer, at, this.width ** 2);
    table[0] = -1;
    for (let fields = 1; fields < this.width; fields++) {
      for (let shared = 0; shared <= Math.min(own, fields); shared++) {
        table[fields * this.width + shared] = reachFrom(shared, own, fields, sameEmployer);
      }
    }
  }
}
