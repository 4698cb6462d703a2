import type { LiveMarket } from '../solver/paths/live-market.ts';
import { AMONG_ALL, AMONG_CHEAPER, closeTurn, NOWHERE, type PriceSlots } from './price-slots.ts';
import type { Search } from './search.ts';

/** What a request is worth in the plan, and above which fit it has every pair there is. */
export interface Standing {
  readonly worth: number;
  readonly beyond: number;
}

/**
 * The prices of a market that is being mended, by place: what a fit has to be worth at each offer, that is the price of a seat
 * and what the load before costs. All requests are asked in a round, some of them in each turn at the prices of that moment;
 * the places are listed by their prices once a round. An offer that becomes cheaper after that is on the next round's list.
 */
export class MarketPrices {
  /** The greatest price of each place at any turn of the last round. */
  private readonly highest: Float64Array;
  /** By request, what it was worth when no left-out pair was worth more to it, at the highest prices; or infinite. */
  private readonly asked: Float64Array;
  /** What the places of a list cost when they were listed, ascending. */
  private listedAll = new Float64Array(0);
  private listedCheaper = new Float64Array(0);

  constructor(
    private readonly search: Search,
    private readonly live: LiveMarket,
    private readonly load: Int32Array,
    private readonly loadStep: number,
    private readonly slots: PriceSlots,
  ) {
    const { positionAt } = search.index;
    const { price } = search.views();
    for (let p = 0; p < positionAt.length; p++) price[p] = this.priceOf(positionAt[p]!);
    live.repriced = [];
    this.highest = new Float64Array(positionAt.length).fill(Number.POSITIVE_INFINITY);
    this.asked = new Float64Array(slots.worth.length).fill(Number.POSITIVE_INFINITY);
  }

  /** Lists the places from the cheapest up. */
  beginRound(): void {
    const { price } = this.search.views();
    const { slots, highest } = this;
    closeTurn(slots);
    const cheapFirst = Int32Array.from(price, (_, p) => p).sort((a, b) => price[a]! - price[b]! || a - b);
    const fell = cheapFirst.filter((p) => price[p]! < highest[p]!);
    slots.all.set(cheapFirst);
    slots.cheaper.set(fell);
    this.listedAll = Float64Array.from(cheapFirst, (p) => price[p]!);
    this.listedCheaper = Float64Array.from(fell, (p) => price[p]!);
    highest.set(price);
  }

  /** Writes down the prices of this moment. */
  beginTurn(): void {
    closeTurn(this.slots);
    this.slots.price.set(this.search.views().price);
  }

  /**
   * Writes down what to ask a request in this turn: only one whose worth fell since it was last asked needs to be asked about all
   * places, the others about those that became cheaper. Since left-out pairs have fits of at most `beyond`, only places that
   * were listed for less than `beyond − worth` matter.
   */
  askFor(request: number, { worth, beyond }: Standing): void {
    const { slots, asked } = this;
    const isWorse = worth < asked[request]!;
    const count = countBelow(isWorse ? this.listedAll : this.listedCheaper, beyond - worth);
    asked[request] = worth;
    slots.among[request] = count === 0 ? NOWHERE : isWorse ? AMONG_ALL : AMONG_CHEAPER;
    slots.count[request] = count;
    slots.worth[request] = worth;
  }

  /** The request has to be asked about all places in the next round. */
  askAnew(request: number): void {
    this.asked[request] = Number.POSITIVE_INFINITY;
  }

  /** Takes over what changed in the market into the search's prices. */
  update(): void {
    const { price } = this.search.views();
    for (const j of this.live.repriced ?? []) {
      const p = this.search.index.placeAt[j]!;
      price[p] = this.priceOf(j);
      this.highest[p] = Math.max(this.highest[p]!, price[p]);
    }
    this.live.repriced = [];
  }

  private priceOf(j: number): number {
    const { live, load, loadStep } = this;
    return live.capacity[j] === 0
      ? Number.POSITIVE_INFINITY
      : live.price[j]! - live.bonus + loadStep * load[j]!;
  }
}

/** How many entries of an ascending list are below a limit. */
const countBelow = (ascending: Float64Array, limit: number): number => {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
};
