/**
 * The agency-size market with everything in it, as plain numbers.
 * Units: `gain` and `loadStep` are integers in one common scale chosen by the caller; a pair is an index
 * into the pair arrays. Pairs are sorted by request, then offer, and each (request, offer) occurs once.
 */
export interface RichMarket {
  readonly requests: number;
  readonly offers: number;
  readonly owners: number;
  /** Seats each request wants; every seat needs a different offer. */
  readonly seats: Int32Array;
  /** Priority of each request, higher first; any finite number, only the order counts. */
  readonly priority: Float64Array;
  /** Seats each offer has. */
  readonly capacity: Int32Array;
  /** Seats that must be filled if the offer is used at all (0 or 1: no minimum). */
  readonly minimum: Int32Array;
  /** 1 where the offer must be used. */
  readonly required: Uint8Array;
  /** Owner of each offer, or -1. */
  readonly owner: Int32Array;
  /** Seats each owner carries over all their offers. */
  readonly ownerCapacity: Int32Array;
  readonly pairRequest: Int32Array;
  readonly pairOffer: Int32Array;
  /** Integer fit of each pair: safe integers, or bigints where those would not be exact. */
  readonly gain: ExactIntegers;
  /** The k-th seat of an offer costs loadStep × (k − 1); not negative. */
  readonly loadStep: number | bigint;
  /** Position of the offer in the request's wishes, from 1; 0 where it is not named. */
  readonly requestRank: Int32Array;
  /** Position of the request in the offer's wishes, from 1; 0 where it is not named. */
  readonly offerRank: Int32Array;
  /** Seeded draw for each pair, 0 … 2^30 − 1: of equal plans the one with the largest sum is taken. */
  readonly tie: Int32Array;
  /** Indices of the pairs that must stay. */
  readonly fixed: Int32Array;
}

/** Integers without loss: a Float64Array of safe integers, or bigints. */
export type ExactIntegers = Float64Array | readonly bigint[];

/** What a round may be asked to make best. */
export const OBJECTIVES = ['served', 'total', 'fair', 'stable', 'greedy', 'generous', 'rank-sum'] as const;
export type Objective = (typeof OBJECTIVES)[number];

/**
 * What the solver can make best. `fair` lifts requests by the sum of their pairs, `fair-seats` each pair by
 * itself: the same where every request has one seat, and exact in any pool where some have several.
 */
export type SolverObjective = Objective | 'fair-seats';

/**
 * One level of a lexicographic objective, in the order in which levels are decided:
 * `must` fills the minima of open offers, `served` the seats (by priority), `total` the gains minus the
 * load costs, `most` makes the pairs of one wish rank as many as possible, `rank-sum` the sum of ranks
 * least, and `fewest` makes the pairs worth `at` as few as possible while those worth between `above` and
 * `at` (both exclusive) are kept at none; the worth is the gain, or minus the rank.
 */
export type Level =
  | { readonly kind: 'must' }
  | { readonly kind: 'served' }
  | { readonly kind: 'total' }
  | { readonly kind: 'most'; readonly rank: number }
  | { readonly kind: 'rank-sum' }
  | {
      readonly kind: 'fewest';
      readonly worth: 'gain' | 'minus-rank';
      readonly above: number | bigint | null;
      readonly at: number | bigint;
    };

/**
 * The dual prices that prove one level, by node: 0 is the root, then requests, offers, owners.
 * An arc u → v of cost c has reduced cost c + price[u] − price[v].
 */
export interface LevelProof {
  readonly level: Level;
  /** The nodes that `prices` lists, ascending, all others having price 0; null where it lists all nodes. */
  readonly nodes: Int32Array | null;
  readonly prices: ExactIntegers;
}

/** Which offers may be used in a plan: 1 open, 0 closed (an offer that cannot meet its minimum). */
export type OpenOffers = Uint8Array;
