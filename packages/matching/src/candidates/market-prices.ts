import type { LiveMarket } from '../solver/paths/live-market.ts';
import type { Search } from './search.ts';

/** Which places are asked about: all, or those that became cheaper. */
export type PriceList = 'all' | 'cheaper';

/**
 * The prices of a market that is being mended, kept in the search's memory by place: what a fit has to be worth at each offer,
 * that is the price of a seat and what the load before costs. Lists of places from the cheapest up are made once a round; an
 * offer that becomes cheaper after that is on the next round's list.
 */
export class MarketPrices {
  /** The greatest price of each place since the last round began. */
  private readonly highest: Float64Array;
  /** What the places of a list cost when they were listed, ascending. */
  private listed: Readonly<Record<PriceList, Float64Array>>;

  constructor(
    private readonly search: Search,
    private readonly live: LiveMarket,
    private readonly load: Int32Array,
    private readonly loadStep: number,
  ) {
    const { positionAt } = search.index;
    this.highest = new Float64Array(positionAt.length).fill(Number.POSITIVE_INFINITY);
    const { price } = search.views();
    for (let p = 0; p < positionAt.length; p++) price[p] = this.priceOf(positionAt[p]!);
    this.listed = { all: new Float64Array(0), cheaper: new Float64Array(0) };
    live.repriced = [];
  }

  /** Lists the places by their prices. */
  beginRound(): void {
    const { price, all, cheaper } = this.search.views();
    const cheapFirst = Int32Array.from(price, (_, p) => p).sort((a, b) => price[a]! - price[b]! || a - b);
    const fell = cheapFirst.filter((p) => price[p]! < this.highest[p]!);
    all.set(cheapFirst);
    cheaper.set(fell);
    this.listed = {
      all: Float64Array.from(cheapFirst, (p) => price[p]!),
      cheaper: Float64Array.from(fell, (p) => price[p]!),
    };
    this.highest.set(price);
  }

  /** Takes over what changed in the market. */
  update(): void {
    const { price } = this.search.views();
    for (const j of this.live.repriced ?? []) {
      const p = this.search.index.placeAt[j]!;
      price[p] = this.priceOf(j);
      this.highest[p] = Math.max(this.highest[p]!, price[p]);
    }
    this.live.repriced = [];
  }

  /** How many places of a list, from its start, were listed for less than a limit. */
  countBelow(list: PriceList, limit: number): number {
    const listed = this.listed[list];
    let low = 0;
    let high = listed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (listed[middle]! < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private priceOf(j: number): number {
    const { live, load, loadStep } = this;
    return live.capacity[j] === 0
      ? Number.POSITIVE_INFINITY
      : live.price[j]! - live.bonus + loadStep * load[j]!;
  }
}
