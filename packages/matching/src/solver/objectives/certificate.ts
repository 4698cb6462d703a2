import { costsOf, type Exact, signOf, unrankedAt } from './certificate-costs.ts';
import type { Level, LevelProof, Objective, RichMarket } from './rich-market.ts';

/** What a proof claims: under `choice` (1 must be used, -1 closed, 0 either) no plan is better than `taken`. */
export interface LevelClaim {
  readonly objective: Exclude<Objective, 'stable'>;
  readonly choice: Int8Array;
  readonly taken: Int32Array;
  /** False: the claim is that the minima under `choice` cannot be met together. */
  readonly isFeasible: boolean;
  readonly proofs: readonly LevelProof[];
}

/** Every unit that may still change: pairs (a list, `count` long), seats wanted, seats offered, owners. */
interface Units {
  readonly pairs: Int32Array;
  count: number;
  readonly requests: Uint8Array;
  readonly offers: readonly Uint8Array[];
  readonly owners: Uint8Array;
}

interface Checked {
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

/**
 * Checks a plan and its dual prices in exact integer arithmetic: that the plan keeps every limit, and for
 * each level that every unit still free obeys complementary slackness (a unit of positive reduced cost is
 * unused, one of negative reduced cost is used to its limit). Units of reduced cost other than 0 are the
 * same in every plan that is best so far, and out of the levels after. Shares no code with the solvers.
 * @returns the first thing wrong, or null
 */
export function findFlaw(market: RichMarket, claim: LevelClaim): string | null {
  const checked = tally(market, claim);
  const limit = findBrokenLimit(checked);
  if (limit !== null) return limit;
  const units = freeUnits(checked);
  const order = findOrderFlaw(checked);
  if (order !== null) return order;
  let before: Level | null = null;
  for (const proof of claim.proofs) {
    const open = findOpenBefore(checked, units, before, proof.level);
    if (open !== null) return open;
    const flaw = checkLevel(checked, units, proof);
    if (flaw !== null) return `level ${proof.level.kind}: ${flaw}`;
    before = proof.level;
  }
  return claim.isFeasible ? findOpenBefore(checked, units, before, null) : null;
}

/**
 * Checks the limits alone: seats, capacities, owners, fixed pairs, closed offers and the minima of the
 * offers that `choice` asks for.
 */
export function findLimitFlaw(market: RichMarket, choice: Int8Array, taken: Int32Array): string | null {
  return findBrokenLimit(tally(market, { objective: 'total', choice, taken, isFeasible: true, proofs: [] }));
}

function tally(market: RichMarket, claim: LevelClaim): Checked {
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

const leastOf = (market: RichMarket, j: number): number => Math.max(market.minimum[j]!, market.required[j]!);

function findBrokenLimit(checked: Checked): string | null {
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

/** All units that the choice leaves open: seats count only where a pair could fill them. */
function freeUnits(checked: Checked): Units {
  const { market, claim, isFixed, seatsLeft, ownerLeft, fixedAtOffer } = checked;
  const pairs = new Int32Array(market.pairRequest.length);
  let count = 0;
  const requests = new Uint8Array(market.requests);
  const reach = new Int32Array(market.offers);
  for (let pair = 0; pair < pairs.length; pair++) {
    const j = market.pairOffer[pair]!;
    const s = market.owner[j]!;
    if (isFixed[pair] === 1 || claim.choice[j]! < 0 || seatsLeft[market.pairRequest[pair]!]! <= 0) continue;
    if (market.capacity[j]! - fixedAtOffer[j]! <= 0 || (s >= 0 && ownerLeft[s]! <= 0)) continue;
    pairs[count++] = pair;
    requests[market.pairRequest[pair]!] = 1;
    reach[j]!++;
  }
  const offers = Array.from(reach, (count, j) => {
    const room = Math.max(0, Math.min(count, market.capacity[j]! - fixedAtOffer[j]!));
    return new Uint8Array(room).fill(1);
  });
  const owners = Uint8Array.from(ownerLeft, (left) => (left > 0 ? 1 : 0));
  return { pairs, count, requests, offers, owners };
}

/** Whether the levels come in the order that the objective asks for, none left out (ranks apart). */
function findOrderFlaw({ market, claim, fixedAtOffer }: Checked): string | null {
  const kinds = claim.proofs.map((proof) => proof.level.kind);
  let needed = 0;
  let filled = 0;
  for (let j = 0; j < market.offers; j++) {
    if (claim.choice[j]! <= 0) continue;
    const missing = Math.max(0, leastOf(market, j) - fixedAtOffer[j]!);
    needed += missing;
    filled += Math.min(
      missing,
      claim.taken.reduce((n, pair) => n + Number(market.pairOffer[pair] === j), -fixedAtOffer[j]!),
    );
  }
  const must = needed > 0 ? 'must ' : '';
  if (!claim.isFeasible)
    return kinds.join(' ') === 'must' && filled < needed ? null : 'no proof that minima cannot be met';
  const patterns = {
    total: /^total$/,
    served: /^served total$/,
    fair: /^served( fewest)* total$/,
    greedy: /^served( most)*$/,
    generous: /^served( fewest)*$/,
    'rank-sum': /^served rank-sum$/,
  };
  const found = kinds.join(' ');
  if (!found.startsWith(must) || !patterns[claim.objective].test(found.slice(must.length)))
    return `levels: ${found}`;
  let above: Exact | null = null;
  for (const { level } of claim.proofs) {
    if (level.kind !== 'fewest') continue;
    if (level.worth !== (claim.objective === 'fair' ? 'gain' : 'minus-rank'))
      return 'levels by the wrong worth';
    if (level.above !== above || (above !== null && level.at <= above)) return 'levels out of order';
    above = level.at;
  }
  return null;
}

function checkLevel(checked: Checked, units: Units, { level, prices }: LevelProof): string | null {
  const { market, isTaken, newAtRequest, newAtOffer, newAtOwner, seatsLeft, ownerLeft, fixedAtOffer } =
    checked;
  const offerNode = 1 + market.requests;
  const ownerNode = offerNode + market.offers;
  if (prices.length !== ownerNode + market.owners) return 'prices of the wrong length';
  const root = prices[0]!;
  const cost = costsOf(market, level);
  for (let i = 0; i < market.requests; i++) {
    if (units.requests[i] === 0) continue;
    const sign = signOf(cost.seat(i), root, prices[1 + i]!);
    if (sign > 0 && newAtRequest[i] !== 0) return `request ${i} should have nobody`;
    if (sign < 0 && newAtRequest[i] !== seatsLeft[i]) return `request ${i} should be filled`;
    if (sign !== 0) units.requests[i] = 0;
  }
  let kept = 0;
  for (let k = 0; k < units.count; k++) {
    const pair = units.pairs[k]!;
    const sign = signOf(
      cost.pair(pair),
      prices[1 + market.pairRequest[pair]!]!,
      prices[offerNode + market.pairOffer[pair]!]!,
    );
    if (sign > 0 && isTaken[pair] === 1) return `pair ${pair} should not be taken`;
    if (sign < 0 && isTaken[pair] === 0) return `pair ${pair} should be taken`;
    if (sign === 0) units.pairs[kept++] = pair;
  }
  units.count = kept;
  for (let j = 0; j < market.offers; j++) {
    const seats = units.offers[j]!;
    const s = market.owner[j]!;
    const lower = checked.claim.choice[j]! > 0 ? leastOf(market, j) : 0;
    for (let k = 0; k < seats.length; k++) {
      if (seats[k] === 0) continue;
      const seat = fixedAtOffer[j]! + k;
      const sign = signOf(
        cost.slot(seat, seat < lower),
        prices[offerNode + j]!,
        s >= 0 ? prices[ownerNode + s]! : root,
      );
      if (sign > 0 && k < newAtOffer[j]!) return `seat ${seat} of offer ${j} should be free`;
      if (sign < 0 && k >= newAtOffer[j]!) return `seat ${seat} of offer ${j} should be filled`;
      if (sign !== 0) seats[k] = 0;
    }
  }
  for (let s = 0; s < market.owners; s++) {
    if (units.owners[s] === 0) continue;
    const sign = signOf(0, prices[ownerNode + s]!, root);
    if (sign > 0 && newAtOwner[s] !== 0) return `owner ${s} should have nobody`;
    if (sign < 0 && newAtOwner[s] !== ownerLeft[s]) return `owner ${s} should be full`;
    if (sign !== 0) units.owners[s] = 0;
  }
  return null;
}

/** Whether something that should have been decided between two levels is still open. */
function findOpenBefore(
  checked: Checked,
  units: Units,
  before: Level | null,
  next: Level | null,
): string | null {
  switch (checked.claim.objective) {
    case 'greedy':
      return next === null || next.kind === 'most' ? findSkippedRank(checked, units, before, next) : null;
    case 'generous':
      return next === null ? findUnlifted(checked, units, before) : null;
    case 'fair':
      return next?.kind === 'total' ? findUnlifted(checked, units, before) : null;
    default:
      return null;
  }
}

/** A rank may be passed over only if no pair of it can still change. */
function findSkippedRank(
  checked: Checked,
  units: Units,
  before: Level | null,
  next: Level | null,
): string | null {
  const { market } = checked;
  const unranked = unrankedAt(market);
  const from = before?.kind === 'most' ? before.rank : 0;
  const to = next?.kind === 'most' ? next.rank : unranked + 1;
  if (to <= from) return 'ranks out of order';
  for (let k = 0; k < units.count; k++) {
    const rank = market.requestRank[units.pairs[k]!]! || unranked;
    if (rank > from && rank < to) return `rank ${rank} is open`;
  }
  return null;
}

/** All is lifted once every pair taken above the last level is the same in all plans as good. */
function findUnlifted(checked: Checked, units: Units, before: Level | null): string | null {
  const { market, claim, isTaken } = checked;
  if (claim.objective === 'fair' && market.seats.some((seats) => seats > 1)) {
    return 'leximin levels prove nothing for requests of several seats';
  }
  const unranked = unrankedAt(market);
  const decided = before?.kind === 'fewest' ? before.at : null;
  for (let k = 0; k < units.count; k++) {
    const pair = units.pairs[k]!;
    if (isTaken[pair] === 0) continue;
    const worth = claim.objective === 'fair' ? market.gain[pair]! : -(market.requestRank[pair]! || unranked);
    if (decided === null || worth > decided) return `pair ${pair} is not decided`;
  }
  return null;
}
