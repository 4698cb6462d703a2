import { Asked } from './asked';
import {
  GOALS,
  HAS_FIELDS,
  HAS_STYLE,
  INDUSTRIES,
  Offers,
  PATH,
  SAYS_FREE,
  SKILLS,
  STYLE,
  TIME,
  WISHES,
} from './offers';
import { FIT_SCALE, Row } from './row';

/** What depends on neither request nor offer, written once by the caller. */
export class Worth {
  /** What so many shared minutes are worth. */
  ofMinutes: StaticArray<i16>;
  /** What answers are worth by gap and number of items compared, as packed by the caller; −1 for no evidence. */
  ofStyle: StaticArray<i16>;

  constructor(minutes: i32, styles: i32) {
    this.ofMinutes = new StaticArray<i16>(minutes);
    this.ofStyle = new StaticArray<i16>(styles);
  }
}

/**
 * The exact fit with the offer at place p, whose sums are in the row: the same integer as `scoreOf`. −1 where it turns out on the
 * way that the fit is further below its bound than `spare`.
 */
export function fitAt(offers: Offers, asked: Asked, row: Row, worth: Worth, p: i32, spare: f32): i32 {
  const weights = offers.weights;
  const c = offers.classOf[p];
  const has = offers.evidence[c];
  let weight = row.known[c];
  let sum = row.spoken[c] + weights[PATH] * i32(row.path[p]);
  // Whoever gives no evidence is in no list, so its sum is 0.
  if (asked.allSkills > 0) sum += weights[SKILLS] * rounded(f64(row.skills[p]) / asked.allSkills);
  if (asked.allGoals > 0) sum += weights[GOALS] * rounded(f64(row.goals[p]) / asked.allGoals);
  if (asked.allIndustries > 0)
    sum += weights[INDUSTRIES] * rounded(f64(row.industries[p]) / asked.allIndustries);
  if (asked.hasStyle && (has & HAS_STYLE) !== 0 && weights[STYLE] > 0) {
    const gap = i32(asked.styleFirst[offers.styleFirst[p]]) + i32(asked.styleSecond[offers.styleSecond[p]]);
    const value = worth.ofStyle[gap];
    if (value >= 0) {
      const lost = f64(row.factor[c]) * f64(weights[STYLE]) * (FIT_SCALE - f64(value));
      // A wish may lift what is lost.
      if (f32(lost) > spare && !isWished(asked, p)) return -1;
      sum += weights[STYLE] * i32(value);
      weight += weights[STYLE];
    }
  }
  if (asked.saysFree && (has & SAYS_FREE) !== 0 && weights[TIME] > 0) {
    sum += weights[TIME] * i32(worth.ofMinutes[minutesAt(offers, asked, p)]);
    weight += weights[TIME];
  }
  for (let k = 0; k < asked.wishes; k++) {
    if (asked.wishPlace[k] !== p) continue;
    const value = asked.wishWorth[k];
    // A wish counts only where it lifts.
    if (value < 0 || value * weight < sum) break;
    sum += weights[WISHES] * value;
    weight += weights[WISHES];
    break;
  }
  const trust = weight === 0 ? -1 : rounded(f64(sum) / f64(weight));
  if (asked.mix === 0 || (has & HAS_FIELDS) === 0) return trust < 0 ? i32(FIT_SCALE / 2) : trust;
  const at = i32(offers.newsRow[p]) + i32(row.shared[p]);
  const reach = offers.employerAt[p] === asked.employer ? asked.news.reachEmployed[at] : asked.news.reach[at];
  if (trust < 0) return reach;
  return rounded(((FIT_SCALE - asked.mix) * f64(trust) + asked.mix * f64(reach)) / FIT_SCALE);
}

export function isWished(asked: Asked, p: i32): bool {
  for (let k = 0; k < asked.wishes; k++) if (asked.wishPlace[k] === p) return true;
  return false;
}

/** Minutes that both have free. */
export function minutesAt(offers: Offers, asked: Asked, p: i32): i32 {
  let shared = 0;
  for (let k = offers.freeStart[p], end = offers.freeStart[p + 1]; k < end; k++) {
    shared += i32(asked.freeBefore[offers.freeTo[k]]) - i32(asked.freeBefore[offers.freeFrom[k]]);
  }
  return shared;
}

function rounded(value: f64): i32 {
  return i32(Math.round(value));
}
