import type { ExactIntegers, RichMarket } from '../solver/objectives/rich-market.ts';
import { scaleDecimal } from './decimal.ts';
import type { MarketFile } from './read-market-file.ts';

/** A market file in numbers, people in order of their ids whatever the order of rows. */
export interface NumberedMarket {
  readonly market: RichMarket;
  /** Ids by number. */
  readonly requestIds: readonly string[];
  readonly offerIds: readonly string[];
  readonly ownerIds: readonly string[];
  /** Decimal places of all gains: a gain of 1 stands for 10^-places. */
  readonly places: number;
  /** Offers and owners whose capacity is not known: they take nobody but their fixed pairs. */
  readonly unknownOffers: ReadonlySet<number>;
  readonly unknownOwners: ReadonlySet<number>;
  /** Fixed pairs that are not among the allowed pairs, by number. */
  readonly forbiddenFixed: readonly { readonly request: number; readonly offer: number }[];
}

/** Numbers a market file. The seed sets the draw that decides between plans that are otherwise equal. */
export function richMarketOf(file: MarketFile, seed: number): NumberedMarket {
  const requests = inOrder(file.requests);
  const offers = inOrder(file.offers);
  const owners = inOrder(file.owners);
  const pairs = file.pairs
    .map(({ request, offer, fit }) => ({
      request: requests.numberOf[request]!,
      offer: offers.numberOf[offer]!,
      fit,
    }))
    .sort((a, b) => a.request - b.request || a.offer - b.offer);
  const places = pairs.reduce((most, { fit }) => Math.max(most, fit.places), file.loadStep.places);
  const keyOf = (request: number, offer: number) => request * file.offers.length + offer;
  const isNamed = file.fixed.length + file.wishes.size + file.offerWishes.size > 0;
  const pairAt = new Map((isNamed ? pairs : []).map((row, pair) => [keyOf(row.request, row.offer), pair]));
  const fixed = new Set<number>();
  const forbiddenFixed: { request: number; offer: number }[] = [];
  for (const row of file.fixed) {
    const request = requests.numberOf[row.request]!;
    const offer = offers.numberOf[row.offer]!;
    const pair = pairAt.get(keyOf(request, offer));
    if (pair === undefined) forbiddenFixed.push({ request, offer });
    else fixed.add(pair);
  }
  const fixedAt = (isThere: (offer: number) => boolean) =>
    [...fixed].filter((pair) => isThere(pairs[pair]!.offer)).length;
  const owner = Int32Array.from(offers.people, (offer) =>
    offer.owner === null ? -1 : owners.numberOf[offer.owner]!,
  );
  const drawOf = seededDraw(seed);
  const requestDraws = requests.people.map(({ id }) => textHash(id));
  const offerDraws = offers.people.map(({ id }) => textHash(id));
  const market: RichMarket = {
    requests: requests.people.length,
    offers: offers.people.length,
    owners: owners.people.length,
    seats: Int32Array.from(requests.people, ({ seats }) => seats),
    priority: Float64Array.from(requests.people, ({ priority }) => priority),
    capacity: Int32Array.from(
      offers.people,
      ({ capacity }, j) => capacity ?? fixedAt((offer) => offer === j),
    ),
    minimum: Int32Array.from(offers.people, ({ min }) => min),
    required: Uint8Array.from(offers.people, ({ required }) => (required ? 1 : 0)),
    owner,
    ownerCapacity: Int32Array.from(
      owners.people,
      ({ capacity }, s) => capacity ?? fixedAt((offer) => owner[offer] === s),
    ),
    pairRequest: Int32Array.from(pairs, ({ request }) => request),
    pairOffer: Int32Array.from(pairs, ({ offer }) => offer),
    gain: exactIntegers(pairs.map(({ fit }) => scaleDecimal(fit, places))),
    loadStep: scaleDecimal(file.loadStep, places),
    requestRank: ranksOf(pairs.length, file.wishes, requests.numberOf, (request, wished) =>
      pairAt.get(keyOf(request, offers.numberOf[wished]!)),
    ),
    offerRank: ranksOf(pairs.length, file.offerWishes, offers.numberOf, (offer, wished) =>
      pairAt.get(keyOf(requests.numberOf[wished]!, offer)),
    ),
    tie: Int32Array.from(pairs, ({ request, offer }) => drawOf(requestDraws[request]!, offerDraws[offer]!)),
    fixed: Int32Array.from(fixed).sort(),
  };
  return {
    market,
    requestIds: requests.people.map(({ id }) => id),
    offerIds: offers.people.map(({ id }) => id),
    ownerIds: owners.people.map(({ id }) => id),
    places,
    unknownOffers: unknownOf(offers.people),
    unknownOwners: unknownOf(owners.people),
    forbiddenFixed,
  };
}

function inOrder<T extends { readonly id: string }>(
  people: readonly T[],
): { people: T[]; numberOf: Int32Array } {
  const order = people.map((_, k) => k).sort((a, b) => (people[a]!.id < people[b]!.id ? -1 : 1));
  const numberOf = new Int32Array(people.length);
  order.forEach((k, number) => {
    numberOf[k] = number;
  });
  return { people: order.map((k) => people[k]!), numberOf };
}

function unknownOf(people: readonly { readonly capacity: number | null }[]): ReadonlySet<number> {
  return new Set(people.flatMap(({ capacity }, k) => (capacity === null ? [k] : [])));
}

function exactIntegers(values: readonly (number | bigint)[]): ExactIntegers {
  return values.every((value) => typeof value === 'number') ? Float64Array.from(values) : values.map(BigInt);
}

function ranksOf(
  pairs: number,
  wishes: ReadonlyMap<number, readonly number[]>,
  numberOf: Int32Array,
  pairOf: (who: number, wished: number) => number | undefined,
): Int32Array {
  const rank = new Int32Array(pairs);
  for (const [who, list] of wishes) {
    list.forEach((wished, k) => {
      const pair = pairOf(numberOf[who]!, wished);
      if (pair !== undefined) rank[pair] = k + 1;
    });
  }
  return rank;
}

/** FNV-1a over the UTF-16 units of a text. */
function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  return hash >>> 0;
}

/** A draw from 0 … 2^30 − 1 for every pair of ids under a seed, the same wherever the rows stand. */
function seededDraw(seed: number): (request: number, offer: number) => number {
  const base = textHash(`seed ${seed}`);
  return (request, offer) => {
    let x = Math.imul(request ^ base, 0x85ebca6b) ^ Math.imul(offer + 0x9e3779b9, 0xc2b2ae35);
    x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
    x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
    return ((x ^ (x >>> 16)) >>> 2) & 0x3fffffff;
  };
}
