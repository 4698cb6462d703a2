import { News } from './news';
import { Offers } from './offers';

/** So many lists at most for the terms a request asks for, and for its fields. */
export const MOST_LISTS: i32 = 1024;
const MINUTES_PER_WEEK: i32 = 7 * 24 * 60;

/** Answers are 0 (none) to 5, those of an offer two numbers in base six: the first four items and the rest. */
const ANSWERS: i32 = 6;
const HALF: i32 = 4;
const TWO_CODES: i32 = ANSWERS * ANSWERS;
const STYLE_CODES: i32 = TWO_CODES * TWO_CODES;
/** A gap and how many items were compared, packed: `gap × PACK + compared`. */
const PACK: i32 = 8;
const SIXTEEN: i32 = 16;
const EIGHT: i32 = 8;

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
  /** Spans of free minutes since the week's start, from and to in turn. */
  free: StaticArray<i16>;
  /** Minutes free before each minute of the week. */
  freeBefore: StaticArray<i16>;
  /** Answers by item, 0 for none, and gap and number of compared items by the two halves of an offer's answers. */
  answers: StaticArray<u8>;
  styleFirst: StaticArray<u8>;
  styleSecond: StaticArray<u8>;
  /** The same for two answers: the first two, and the two behind them. */
  styleHead: StaticArray<u8>;
  styleTail: StaticArray<u8>;
  /** For its number of fields. */
  news: News;

  constructor(offers: Offers, languages: i32) {
    this.list = new StaticArray<usize>(MOST_LISTS);
    this.share = new StaticArray<i32>(MOST_LISTS);
    this.field = new StaticArray<usize>(MOST_LISTS);
    this.languages = new StaticArray<i32>(languages);
    this.mute = new StaticArray<u8>(languages);
    this.wishPlace = new StaticArray<i32>(MOST_LISTS);
    this.wishWorth = new StaticArray<i32>(MOST_LISTS);
    this.free = new StaticArray<i16>(MINUTES_PER_WEEK + 2);
    // Written eight at a time.
    this.freeBefore = new StaticArray<i16>(MINUTES_PER_WEEK + 1 + EIGHT);
    this.answers = new StaticArray<u8>(2 * HALF);
    // Written sixteen at a time.
    this.styleFirst = new StaticArray<u8>(STYLE_CODES + SIXTEEN);
    this.styleSecond = new StaticArray<u8>(STYLE_CODES);
    this.styleHead = new StaticArray<u8>(TWO_CODES);
    this.styleTail = new StaticArray<u8>(TWO_CODES + SIXTEEN);
    this.news = new News(offers);
  }
}

/** Fills the tables for the answers of one request. */
export function prepareStyle(asked: Asked, items: i32): void {
  fillGaps(asked.styleHead, asked.answers, 0, 2);
  fillGaps(asked.styleTail, asked.answers, 2, HALF);
  const tail = changetype<usize>(asked.styleTail);
  for (let head = 0; head < TWO_CODES; head++) {
    const into = changetype<usize>(asked.styleFirst) + head * TWO_CODES;
    const before = i8x16.splat(asked.styleHead[head]);
    // What is written too far is written again with the next head.
    for (let k = 0; k < TWO_CODES; k += SIXTEEN) {
      v128.store(into + k, i8x16.add(before, v128.load(tail + k)));
    }
  }
  fillGaps(asked.styleSecond, asked.answers, HALF, items);
}

/** Digit by digit from the front: the entries of a prefix are filled from those of the prefix before. */
function fillGaps(table: StaticArray<u8>, own: StaticArray<u8>, from: i32, to: i32): void {
  table[0] = 0;
  let filled = 1;
  for (let k = from; k < to; k++) {
    const answer = i32(own[k]);
    for (let prefix = filled - 1; prefix >= 0; prefix--) {
      const before = table[prefix];
      for (let other = ANSWERS - 1; other >= 0; other--) {
        const gap = answer < other ? other - answer : answer - other;
        table[prefix * ANSWERS + other] = before + u8(answer === 0 || other === 0 ? 0 : gap * PACK + 1);
      }
    }
    filled *= ANSWERS;
  }
}

/** Adds up the request's free minutes out of so many spans, so that what is shared needs two look-ups for each span of an offer. */
export function prepareFree(asked: Asked, spans: i32): void {
  const free = asked.free;
  let passed: i16 = 0;
  let at = 0;
  for (let k = 0; k < 2 * spans; k += 2) {
    const from = i32(free[k]);
    const to = i32(free[k + 1]);
    writeMinutes(asked, at, from + 1, passed, i16x8.splat(0), 0);
    writeMinutes(asked, from + 1, to + 1, passed + 1, i16x8(0, 1, 2, 3, 4, 5, 6, 7), EIGHT);
    passed += i16(to - from);
    at = to + 1;
  }
  writeMinutes(asked, at, MINUTES_PER_WEEK + 1, passed, i16x8.splat(0), 0);
}

/** Writes `first` plus what `more` says into eight minutes from `from` on, `step` more into the next eight, and so on, up to `end` or a little too far. */
function writeMinutes(asked: Asked, from: i32, end: i32, first: i16, more: v128, step: i32): void {
  const before = changetype<usize>(asked.freeBefore);
  let value = i16x8.add(i16x8.splat(first), more);
  const next = i16x8.splat(i16(step));
  for (let at = from; at < end; at += EIGHT) {
    v128.store(before + (at << 1), value);
    value = i16x8.add(value, next);
  }
}
