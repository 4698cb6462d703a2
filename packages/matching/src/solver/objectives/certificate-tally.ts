import type { LevelProof, RichMarket, SolverObjective } from './rich-market.ts';

/** What a proof claims: under `choice` (1 must be used, -1 closed, 0 either) no plan is better than `taken`. */
export interface LevelClaim {
  readonly objective: Exclude<SolverObjective, 'stable'>;
  readonly choice: Int8Array;
  readonly taken: Int32Array;
  /** False: the claim is that the minima under `choice` cannot be met together. */
  readonly isFeasible: boolean;
  readonly proofs: readonly LevelProof[];
}

/** A claim with its pairs counted on every side. */
export interface Checked {
  readonly market: RichMarket;
  readonly claim: LevelClaim;
  readonly isTaken: Uint8Array;
  readonly isFixed: Uint8Array;
  readonly seatsLeft: Int32Array;
  readonly ownerLeft: Int32Array;
  /** New pairs (not fixed) of each request, offer, owner; and fixed pairs of each offer. */
  readonly newAtRequest: Int32Array;
  readonly newAtOffer: Int32Array;
  readonly newAtOwner: Int32Array;
  readonly fixedAtOffer: Int32Array;
}

/** Counts what a claim takes, fixed pairs apart. */
export function tally(market: RichMarket, claim: LevelClaim): Checked {
  const isTaken = new Uint8Array(market.pairRequest.length);
  const isFixed = new Uint8Array(market.pairRequest.length);
  const seatsLeft = market.seats.slice();
  const ownerLeft = market.ownerCapacity.slice();
  const fixedAtOffer = new Int32Array(market.offers);
  for (const pair of market.fixed) {
    isFixed[pair] = 1;
    seatsLeft[market.pairRequest[pair]!]!--;
    fixedAtOffer[market.pairOffer[pair]!]!++;
    if (market.owner[market.pairOffer[pair]!]! >= 0) ownerLeft[market.owner[market.pairOffer[pair]!]!]!--;
  }
  const newAtRequest = new Int32Array(market.requests);
  const newAtOffer = new Int32Array(market.offers);
  const newAtOwner = new Int32Array(market.owners);
  for (const pair of claim.taken) {
    isTaken[pair] = 1;
    if (isFixed[pair] === 1) continue;
    newAtRequest[market.pairRequest[pair]!]!++;
    newAtOffer[market.pairOffer[pair]!]!++;
    if (market.owner[market.pairOffer[pair]!]! >= 0) newAtOwner[market.owner[market.pairOffer[pair]!]!]!++;
  }
  return {
    market,
    claim,
    isTaken,
    isFixed,
    seatsLeft,
    ownerLeft,
    newAtRequest,
    newAtOffer,
    newAtOwner,
    fixedAtOffer,
  };
}

/** Seats that an offer in use must fill. */
export const leastOf = (market: RichMarket, j: number): number =>
  Math.max(market.minimum[j]!, market.required[j]!);

/** The first limit that the pairs taken break, or null. */
export function findBrokenLimit(checked: Checked): string | null {
  const { market, claim, isTaken, isFixed, seatsLeft, ownerLeft, newAtRequest, newAtOffer, newAtOwner } =
    checked;
  for (let k = 1; k < claim.taken.length; k++)
    if (claim.taken[k]! <= claim.taken[k - 1]!) return 'a pair is taken twice';
  for (const pair of market.fixed) if (isTaken[pair] === 0) return 'a fixed pair is missing';
  for (const pair of claim.taken) {
    if (isFixed[pair] === 0 && claim.choice[market.pairOffer[pair]!]! < 0) return 'a closed offer is used';
  }
  for (let i = 0; i < market.requests; i++)
    if (newAtRequest[i]! > seatsLeft[i]!) return `request ${i} has too many`;
  for (let s = 0; s < market.owners; s++)
    if (newAtOwner[s]! > ownerLeft[s]!) return `owner ${s} has too many`;
  for (let j = 0; j < market.offers; j++) {
    const filled = newAtOffer[j]! + checked.fixedAtOffer[j]!;
    if (filled > market.capacity[j]!) return `offer ${j} has too many`;
    if (claim.isFeasible && claim.choice[j]! > 0 && filled < leastOf(market, j))
      return `offer ${j} has too few`;
  }
  return null;
}
