import { Offers } from './offers';

/** Numbers of fields that are told apart, and steps of what reach brings. */
export const NUMBERS: i32 = 16;
export const STEPS: f64 = 255;

/** What reach brings to requests with one number of fields: made once for each number. */
export class News {
  /** Reach at `row of the offer's number of fields + shared fields`, −1 for none; the same for a shared employer. Written by the caller. */
  reach: StaticArray<i32>;
  reachEmployed: StaticArray<i32>;
  /**
   * What reach brings to a fit at most, in steps: for each number of shared fields sixteen entries by number of fields. Greater
   * numbers count as the greatest.
   */
  brings: StaticArray<u8>;
  /** So many numbers of shared fields can come, from 0. */
  sharedNumbers: i32 = 0;
  /** The greatest reach of all: all steps. */
  most: f64 = 0;

  constructor(offers: Offers) {
    this.reach = new StaticArray<i32>(offers.width * offers.width);
    this.reachEmployed = new StaticArray<i32>(offers.width * offers.width);
    this.brings = new StaticArray<u8>(NUMBERS * NUMBERS);
  }
}

/** What tables of reach that have been written bring at most. */
export function prepareNews(offers: Offers, news: News): void {
  const reach = news.reach;
  const width = offers.width;
  let most = 0;
  for (let at = 0; at < reach.length; at++) if (reach[at] > most) most = reach[at];
  news.most = f64(most);
  const brings = news.brings;
  for (let fields = 1; fields < width; fields++) {
    const column = fields < NUMBERS ? fields : NUMBERS - 1;
    for (let shared = 0; shared <= fields; shared++) {
      const line = shared < NUMBERS ? shared : NUMBERS - 1;
      const steps = most > 0 ? u8(Math.ceil((STEPS * f64(reach[fields * width + shared])) / f64(most))) : 0;
      if (steps === 0) continue;
      if (steps > brings[line * NUMBERS + column]) brings[line * NUMBERS + column] = steps;
      if (line >= news.sharedNumbers) news.sharedNumbers = line + 1;
    }
  }
}
