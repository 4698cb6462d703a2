import { Asked } from './asked';
import {
  GOALS,
  HAS_FIELDS,
  HAS_GOALS,
  HAS_INDUSTRIES,
  HAS_SKILLS,
  INDUSTRIES,
  Offers,
  PATH,
  SKILLS,
  TILE,
} from './offers';
import { FIT_SCALE, mostBrought, Row } from './row';

/**
 * The sums of a single place, looked up in each list: most is told by the first ones, so it is given up, and false, as soon as
 * the fit cannot be above `need` any more. After `boundClasses`.
 */
export function lookUp(offers: Offers, asked: Asked, row: Row, p: i32, need: f64): bool {
  const weights = offers.weights;
  const c = offers.classOf[p];
  const has = offers.evidence[c];
  const factor = f64(row.factor[c]);
  const skill = asked.allSkills > 0 && (has & HAS_SKILLS) !== 0 ? factor * f64(weights[SKILLS]) : 0;
  const goal = asked.allGoals > 0 && (has & HAS_GOALS) !== 0 ? factor * f64(weights[GOALS]) : 0;
  const industry =
    asked.allIndustries > 0 && (has & HAS_INDUSTRIES) !== 0 ? factor * f64(weights[INDUSTRIES]) : 0;
  const step = (has & asked.stations) !== 0 ? factor * f64(weights[PATH]) : 0;
  let hope = f64(row.rest[c]) + ((has & HAS_FIELDS) !== 0 ? mostBrought(row) : 0);
  hope += FIT_SCALE * (skill + goal + industry + step);
  if (hope <= need) return false;
  const list = asked.list;
  const goals = asked.skills;
  const industries = goals + asked.goals;
  const path = industries + asked.industries;
  let sum = 0;
  if (skill > 0) {
    for (let k = 0; k < goals; k++) sum += asked.share[k] * valueAt(list[k], p);
    hope -= skill * (FIT_SCALE - f64(sum) / asked.allSkills);
    if (hope <= need) return false;
  }
  row.skills[p] = sum;
  sum = 0;
  if (goal > 0) {
    for (let k = goals; k < industries; k++) sum += valueAt(list[k], p);
    hope -= goal * (FIT_SCALE - f64(sum) / asked.allGoals);
    if (hope <= need) return false;
  }
  row.goals[p] = sum;
  sum = 0;
  if (step > 0) {
    if (asked.hasPath) sum = valueAt(list[path], p);
    hope -= step * (FIT_SCALE - f64(sum));
    if (hope <= need) return false;
  }
  row.path[p] = u16(sum);
  sum = 0;
  if (industry > 0) {
    for (let k = industries; k < path; k++) sum += valueAt(list[k], p);
    hope -= industry * (FIT_SCALE - f64(sum) / asked.allIndustries);
    if (hope <= need) return false;
  }
  row.industries[p] = sum;
  const field = asked.field;
  sum = 0;
  let k = 0;
  for (const end = asked.fieldLists; k < end; k++) sum += isListed(field[k], p) ? 1 : 0;
  for (const end = k + asked.fieldMasks; k < end; k++) sum += load<u8>(field[k] + p) === 0 ? 0 : 1;
  row.shared[p] = u8(sum);
  return true;
}

/** Where the entry of place p stands in a list, or the next one. */
function entryAt(list: usize, p: i32): usize {
  const t = p / TILE;
  const wanted = u32(p - t * TILE) << 2;
  let low = load<usize>(list + (t << 2));
  let high = load<usize>(list + (t << 2), 4);
  while (low < high) {
    const middle = low + (((high - low) >> 3) << 2);
    if ((load<u32>(middle) & 0xffff) < wanted) low = middle + 4;
    else high = middle;
  }
  return low;
}

/** What a list says of place p; −1 when it is not there. */
function entryOf(list: usize, p: i32): i32 {
  const t = p / TILE;
  const at = entryAt(list, p);
  if (at >= load<usize>(list + (t << 2), 4)) return -1;
  const entry = load<u32>(at);
  return (entry & 0xffff) === u32(p - t * TILE) << 2 ? i32(entry >> 16) : -1;
}

function isListed(list: usize, p: i32): bool {
  return entryOf(list, p) >= 0;
}

function valueAt(list: usize, p: i32): i32 {
  const value = entryOf(list, p);
  return value < 0 ? 0 : value;
}
