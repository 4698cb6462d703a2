import type { LiveMarket } from '../solver/paths/live-market.ts';
import { AMONG_ALL, AMONG_CHEAPER, closeTurn, leftOutOf, NOWHERE, type PriceSlots } from './price-slots.ts';
import type { Search } from './search.ts';

/** Places are asked about that are by so much too dear to gain now. */
const TO_SPARE = 100;

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
  /** By request, what a left-out pair is worth at most, at the highest prices; infinite where that is not known. */
  private readonly leftOut: Float64Array;
  /** The same for the places that are not asked about in this turn. */
  private readonly rest: Float64Array;
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
    const { price } = search.views;
    for (let p = 0; p < positionAt.length; p++) price[p] = this.priceOf(positionAt[p]!);
    live.repriced = [];
    this.highest = price.slice();
    this.leftOut = new Float64Array(slots.worth.length).fill(Number.POSITIVE_INFINITY);
    this.rest = new Float64Array(slots.worth.length);
  }

  /** Lists the places from the cheapest up, and those that became cheaper. */
  beginRound(): void {
    const { price } = this.search.views;
    const { slots, highest } = this;
    closeTurn(slots);
    const cheapFirst = Int32Array.from(price, (_, p) => p).sort((a, b) => price[a]! - price[b]! || a - b);
    const fell = cheapFirst.filter((p) => price[p]! < highest[p]!);
    slots.all.set(cheapFirst);
    slots.cheaper.set(fell);
    slots.fall.fill(0);
    for (const p of fell) slots.fall[p] = highest[p]! - price[p]!;
    Atomics.add(slots.lists, 0, 1);
    this.listedAll = Float64Array.from(cheapFirst, (p) => price[p]!);
    this.listedCheaper = Float64Array.from(fell, (p) => price[p]!);
    highest.set(price);
  }

  /** Writes down the prices of this moment. */
  beginTurn(): void {
    closeTurn(this.slots);
    this.slots.price.set(this.search.views.price);
  }

  /**
   * Writes down what to ask a request in this turn: about all places, or, if its left-out pairs were worth less than the request,
   * about those that became cheaper by more than what was missing. Since left-out pairs have fits of at most `beyond`, only places
   * that were listed for little matter. Asking about more than has to be asked about leaves more to spare for the next round.
   */
  askFor(request: number, { worth, beyond }: Standing): void {
    const { slots } = this;
    const most = this.leftOut[request]!;
    const isAskedAll = most > worth;
    const listed = isAskedAll ? this.listedAll : this.listedCheaper;
    const count = countBelow(listed, beyond - worth + (isAskedAll ? TO_SPARE : 0));
    const fallen = isAskedAll ? -1 : (worth - most) / 2;
    slots.worth[request] = worth;
    slots.beyond[request] = beyond;
    slots.among[request] = count === 0 ? NOWHERE : isAskedAll ? AMONG_ALL : AMONG_CHEAPER;
    slots.count[request] = count;
    slots.fallen[request] = fallen;
    const dearer = count < listed.length ? beyond - listed[count]! : Number.NEGATIVE_INFINITY;
    this.rest[request] = isAskedAll ? dearer : Math.max(dearer, most + fallen);
  }

  /** Takes the answer of a turn: whether the request may gain by a left-out pair. It is asked about all places again then. */
  mayGain(request: number, turn: number): boolean {
    const answer = leftOutOf(this.slots, turn, request);
    const gains = answer > this.slots.worth[request]!;
    this.leftOut[request] = gains ? Number.POSITIVE_INFINITY : Math.max(answer, this.rest[request]!);
    return gains;
  }

  /** Takes over what changed in the market into the search's prices. */
  update(): void {
    const { price } = this.search.views;
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
