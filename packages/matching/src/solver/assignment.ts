/** A dual solution: what a seat of each offer is worth, so that optimality can be checked by addition alone. */
export interface Duals {
  /**
   * 1 for offers of the contested part: all their seats are full in every plan that serves most requests.
   * Their whole price is BIG + `price`, with BIG larger than any total. All 0 for the objective `total`.
   */
  readonly dead: Uint8Array;
  /** The price of a seat of each offer, integers; of a contested offer without its BIG (may be negative). */
  readonly price: Float64Array;
}

/** A finished plan in numbers, with its proof. */
export interface Assignment {
  readonly objective: 'served' | 'total';
  /** The offer of each request, or −1. */
  readonly mate: Int32Array;
  /** How many requests are served. */
  readonly served: number;
  /** Σ score − Σ slot costs, an exact integer. */
  readonly score: number;
  readonly duals: Duals;
  /** Which kernels did the work, for reports and benchmarks. */
  readonly kernels: readonly string[];
}

/** How far a solve has come: `done` of `total` in the unit of the named stage. */
export interface SolveProgress {
  readonly stage: 'cardinality' | 'auction' | 'paths';
  readonly done: number;
  readonly total: number;
}

/** Thrown out of a solve when `isCancelled` answers true. Nothing was changed. */
export class SolveCancelled extends Error {
  override readonly name = 'SolveCancelled';
}
