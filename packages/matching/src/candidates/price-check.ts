/** Some places in the order from the cheapest up, by the prices (of all places) they had when they were listed. */
export interface PriceList {
  readonly listed: Float64Array;
  readonly cheapFirst: Int32Array;
}

export const priceList = (price: Float64Array, places: Int32Array): PriceList => {
  const listed = price.slice();
  return { listed, cheapFirst: places.slice().sort((a, b) => listed[a]! - listed[b]! || a - b) };
};

/** How many of the places, from the cheapest up, cost less than a limit. */
export const countBelow = (price: Float64Array, cheapFirst: Int32Array, limit: number): number => {
  let low = 0;
  let high = cheapFirst.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (price[cheapFirst[middle]!]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
};
