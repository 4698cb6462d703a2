import { Offers } from './offers';

/** So many lists at most for the terms a request asks for, and for its fields. */
export const MOST_LISTS: i32 = 1024;
const MINUTES_PER_WEEK: i32 = 7 * 24 * 60;

/** What one request asks for, written by the caller for each. */
export class Asked {
  /** Lists near the asked skills, then goals, industries and the path; how many of each. */
  list: StaticArray<usize>;
  /** How much each skill counts. */
  share: StaticArray<i32>;
  skills: i32 = 0;
  goals: i32 = 0;
  industries: i32 = 0;
  hasPath: bool = false;
  /** Lists, then masks, of those with a field of the request. */
  field: StaticArray<usize>;
  fieldLists: i32 = 0;
  fieldMasks: i32 = 0;
  /** Σ shares; 0 when nothing is asked. */
  allSkills: f64 = 0;
  allGoals: f64 = 0;
  allIndustries: f64 = 0;
  /** What careers it can be compared with, as bits of evidence. */
  stations: u8 = 0;
  hasStyle: bool = false;
  saysFree: bool = false;
  /** The share of reach, 0…10000. */
  mix: f64 = 0;
  employer: i32 = 0;
  /** By list of languages: what languages are worth (−1 for no evidence), and 1 where rules exclude those who speak them. */
  languages: StaticArray<i32>;
  mute: StaticArray<u8>;
  /** Wished places and what the wish is worth. */
  wishes: i32 = 0;
  wishPlace: StaticArray<i32>;
  wishWorth: StaticArray<i32>;
  /** Minutes free before each minute of the week. */
  freeBefore: StaticArray<i16>;
  /** Gap and number of compared items by the two halves of an offer's answers. */
  styleFirst: StaticArray<u8>;
  styleSecond: StaticArray<u8>;
  /** Reach at `row of the offer's number of fields + shared fields`, −1 for none; the same for a shared employer. */
  reach: StaticArray<i32>;
  reachEmployed: StaticArray<i32>;

  constructor(offers: Offers, languages: i32, styleCodes: i32) {
    this.list = new StaticArray<usize>(MOST_LISTS);
    this.share = new StaticArray<i32>(MOST_LISTS);
    this.field = new StaticArray<usize>(MOST_LISTS);
    this.languages = new StaticArray<i32>(languages);
    this.mute = new StaticArray<u8>(languages);
    this.wishPlace = new StaticArray<i32>(MOST_LISTS);
    this.wishWorth = new StaticArray<i32>(MOST_LISTS);
    this.freeBefore = new StaticArray<i16>(MINUTES_PER_WEEK + 1);
    this.styleFirst = new StaticArray<u8>(styleCodes);
    this.styleSecond = new StaticArray<u8>(styleCodes);
    this.reach = new StaticArray<i32>(offers.width * offers.width);
    this.reachEmployed = new StaticArray<i32>(offers.width * offers.width);
  }
}
