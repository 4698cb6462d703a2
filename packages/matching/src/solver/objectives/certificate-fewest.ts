import { costsOf, type Exact, heavyOf, unrankedAt } from './certificate-costs.ts';
import type { Checked } from './certificate-tally.ts';
import { checkOffer, checkRequest, checkSeats, type Units } from './certificate-units.ts';
import type { Level, LevelProof, RichMarket } from './rich-market.ts';

type FewestLevel = Level & { readonly kind: 'fewest' };

/** A proof of the level `fewest`: prices of a few nodes. */
export interface FewestProof {
  readonly level: FewestLevel;
  readonly nodes: Int32Array | null;
  readonly prices: LevelProof['prices'];
}

/** The proofs of the level `fewest` that follow one another from `start`. */
export function runOfFewest(proofs: readonly LevelProof[], start: number): FewestProof[] {
  const run: FewestProof[] = [];
  for (let k = start; k < proofs.length; k++) {
    const { level, nodes, prices } = proofs[k]!;
    if (level.kind !== 'fewest') break;
    run.push({ level, nodes, prices });
  }
  return run;
}

/** Open pairs by request, by offer, and by the level in whose range their worth lies. */
interface OpenPairs {
  readonly isOpen: Uint8Array;
  /** The first level of the run that reaches down to each pair; `levels` where none does. */
  readonly levelOf: Int32Array;
  readonly byLevel: Groups;
  readonly byRequest: Groups;
  readonly byOffer: Groups;
  readonly heavy: number;
  worthOf(pair: number): Exact;
}

/** Members of group g: `member[start[g]] … member[end[g] − 1]`. */
interface Groups {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly member: Int32Array;
}

/** Prices that sums cannot carry beyond exact numbers. */
const LARGEST_PRICE = 2 ** 50;

/**
 * Checks a run of levels `fewest` in time for what each touches: between nodes of price 0 a pair above the
 * level costs nothing, as before, so only pairs in the level's own range and pairs of priced nodes are read.
 */
export function checkFewest(checked: Checked, units: Units, run: readonly FewestProof[]): string | null {
  const open = groupOpen(checked.market, units, run);
  const price = new Float64Array(1 + checked.market.requests + checked.market.offers + checked.market.owners);
  for (let k = 0; k < run.length; k++) {
    const { nodes, prices, level } = run[k]!;
    if (nodes === null || nodes.length !== prices.length) return 'prices of the wrong length';
    for (let n = 0; n < nodes.length; n++) {
      const node = nodes[n]!;
      const value = Number(prices[n]!);
      if (!(node >= 0 && node < price.length) || price[node] !== 0) return 'prices of unknown nodes';
      if (!Number.isInteger(value) || Math.abs(value) > LARGEST_PRICE) return 'prices out of range';
      price[node] = value;
    }
    const flaw =
      checkPricedPairs(checked, open, nodes, price, k) ??
      checkOwnRange(checked, open, price, k, level) ??
      checkPricedSeats(checked, units, nodes, price, level);
    if (flaw !== null) return flaw;
    for (const node of nodes) price[node] = 0;
  }
  let kept = 0;
  for (let k = 0; k < units.count; k++) {
    if (open.isOpen[units.pairs[k]!] === 1) units.pairs[kept++] = units.pairs[k]!;
  }
  units.count = kept;
  return null;
}

function groupOpen(market: RichMarket, units: Units, run: readonly FewestProof[]): OpenPairs {
  const pairs = units.pairs.subarray(0, units.count);
  const unranked = unrankedAt(market);
  const worthOf =
    run[0]!.level.worth === 'gain'
      ? (pair: number) => market.gain[pair]!
      : (pair: number) => -(market.requestRank[pair]! || unranked);
  const ats = run.map(({ level }) => level.at);
  const isOpen = new Uint8Array(market.pairRequest.length);
  const levelOf = new Int32Array(market.pairRequest.length);
  for (let k = 0; k < pairs.length; k++) {
    const pair = pairs[k]!;
    isOpen[pair] = 1;
    levelOf[pair] = firstReaching(ats, worthOf(pair));
  }
  return {
    isOpen,
    levelOf,
    byLevel: group(pairs, levelOf, run.length + 1),
    byRequest: group(pairs, market.pairRequest, market.requests),
    byOffer: group(pairs, market.pairOffer, market.offers),
    heavy: heavyOf(market),
    worthOf,
  };
}

function firstReaching(ats: readonly Exact[], worth: Exact): number {
  let low = 0;
  let high = ats.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ats[middle]! < worth) low = middle + 1;
    else high = middle;
  }
  return low;
}

function group(pairs: Int32Array, groupOf: Int32Array, groups: number): Groups {
  const start = new Int32Array(groups + 1);
  for (let k = 0; k < pairs.length; k++) start[groupOf[pairs[k]!]! + 1]!++;
  for (let g = 0; g < groups; g++) start[g + 1]! += start[g]!;
  const end = start.slice(0, groups);
  const member = new Int32Array(pairs.length);
  for (let k = 0; k < pairs.length; k++) member[end[groupOf[pairs[k]!]!]!++] = pairs[k]!;
  return { start, end, member };
}

/** Pairs of priced nodes outside the level's own range cost nothing. */
function checkPricedPairs(
  checked: Checked,
  open: OpenPairs,
  nodes: Int32Array,
  price: Float64Array,
  own: number,
): string | null {
  const { requests, offers } = checked.market;
  for (const node of nodes) {
    if (node === 0 || node > requests + offers) continue;
    const isRequest = node <= requests;
    const groups = isRequest ? open.byRequest : open.byOffer;
    const g = isRequest ? node - 1 : node - 1 - requests;
    let kept = groups.start[g]!;
    for (let e = kept; e < groups.end[g]!; e++) {
      const pair = groups.member[e]!;
      if (open.isOpen[pair] === 0) continue;
      groups.member[kept++] = pair;
      if (open.levelOf[pair] === own) continue;
      const flaw = checkPair(checked, open, price, pair, 0);
      if (flaw !== null) return flaw;
    }
    groups.end[g] = kept;
  }
  return null;
}

function checkOwnRange(
  checked: Checked,
  open: OpenPairs,
  price: Float64Array,
  own: number,
  level: FewestLevel,
): string | null {
  for (let e = open.byLevel.start[own]!; e < open.byLevel.end[own]!; e++) {
    const pair = open.byLevel.member[e]!;
    if (open.isOpen[pair] === 0) continue;
    const flaw = checkPair(checked, open, price, pair, open.worthOf(pair) < level.at ? open.heavy : 1);
    if (flaw !== null) return flaw;
  }
  return null;
}

function checkPair(
  { market, isTaken }: Checked,
  open: OpenPairs,
  price: Float64Array,
  pair: number,
  cost: number,
): string | null {
  const offerNode = 1 + market.requests;
  const sum = cost + price[1 + market.pairRequest[pair]!]! - price[offerNode + market.pairOffer[pair]!]!;
  if (sum === 0) return null;
  open.isOpen[pair] = 0;
  if (sum > 0 && isTaken[pair] === 1) return `pair ${pair} should not be taken`;
  if (sum < 0 && isTaken[pair] === 0) return `pair ${pair} should be taken`;
  return null;
}

/** Seats cost nothing, so only those of priced nodes are read; all of them where the root or an owner is priced. */
function checkPricedSeats(
  checked: Checked,
  units: Units,
  nodes: Int32Array,
  price: Float64Array,
  level: FewestLevel,
): string | null {
  const { requests, offers } = checked.market;
  const cost = costsOf(checked.market, level);
  if (nodes.some((node) => node === 0 || node > requests + offers)) {
    return checkSeats(checked, units, cost, price);
  }
  for (const node of nodes) {
    const flaw =
      node <= requests
        ? checkRequest(checked, units, node - 1, cost, price)
        : checkOffer(checked, units, node - 1 - requests, cost, price);
    if (flaw !== null) return flaw;
  }
  return null;
}
