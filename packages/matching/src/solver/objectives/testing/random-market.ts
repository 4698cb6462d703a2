import type { RichMarket } from '../rich-market.ts';

/** A small deterministic source of numbers for tests (mulberry32): 0 ≤ x < 1. */
export function drawFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What a random market may contain. */
export interface MarketShape {
  readonly requests: number;
  readonly offers: number;
  readonly density: number;
  readonly maxSeats?: number;
  readonly maxCapacity?: number;
  readonly priorities?: number;
  readonly gains?: readonly [number, number];
  readonly owners?: number;
  readonly minimums?: boolean;
  readonly loadStep?: number;
  readonly wishes?: boolean;
  readonly fixed?: number;
}

/** A random market of a shape; the same seed gives the same market. */
export function randomMarket(seed: number, shape: MarketShape): RichMarket {
  const draw = drawFrom(seed);
  const upTo = (n: number) => Math.floor(draw() * (n + 1));
  const { requests, offers } = shape;
  const owners = shape.owners ?? 0;
  const [low, high] = shape.gains ?? [0, 9];
  const pairRequest: number[] = [];
  const pairOffer: number[] = [];
  for (let i = 0; i < requests; i++) {
    for (let j = 0; j < offers; j++) {
      if (draw() >= shape.density) continue;
      pairRequest.push(i);
      pairOffer.push(j);
    }
  }
  const pairs = pairRequest.length;
  const seats = Int32Array.from({ length: requests }, () => 1 + upTo((shape.maxSeats ?? 1) - 1));
  const capacity = Int32Array.from({ length: offers }, () => upTo(shape.maxCapacity ?? 1));
  const minimum = Int32Array.from({ length: offers }, () => (shape.minimums ? upTo(3) : 0));
  const required = Uint8Array.from({ length: offers }, () => (shape.minimums && draw() < 0.15 ? 1 : 0));
  const owner = Int32Array.from({ length: offers }, () => (owners > 0 ? upTo(owners) - 1 : -1));
  const market: RichMarket = {
    requests,
    offers,
    owners,
    seats,
    priority: Float64Array.from({ length: requests }, () => upTo((shape.priorities ?? 1) - 1)),
    capacity,
    minimum,
    required,
    owner,
    ownerCapacity: Int32Array.from({ length: owners }, () => upTo(3)),
    pairRequest: Int32Array.from(pairRequest),
    pairOffer: Int32Array.from(pairOffer),
    gain: Float64Array.from({ length: pairs }, () => low + upTo(high - low)),
    loadStep: shape.loadStep ?? 0,
    requestRank: shape.wishes ? randomRanks(pairRequest, requests, draw) : new Int32Array(pairs),
    offerRank: shape.wishes ? randomRanks(pairOffer, offers, draw) : new Int32Array(pairs),
    tie: Int32Array.from({ length: pairs }, () => Math.floor(draw() * 2 ** 30)),
    fixed: new Int32Array(0),
  };
  const fixed = new Set<number>();
  for (let k = 0; k < (shape.fixed ?? 0) && pairs > 0; k++) fixed.add(Math.floor(draw() * pairs));
  return { ...market, fixed: Int32Array.from(fixed).sort() };
}

function randomRanks(side: readonly number[], people: number, draw: () => number): Int32Array {
  const rank = new Int32Array(side.length);
  for (let person = 0; person < people; person++) {
    const own = side.flatMap((at, pair) => (at === person && draw() < 0.8 ? [pair] : []));
    let place = 0;
    for (const { pair } of own.map((pair) => ({ pair, at: draw() })).sort((a, b) => a.at - b.at)) {
      place += draw() < 0.2 ? 2 : 1;
      rank[pair] = place;
    }
  }
  return rank;
}
