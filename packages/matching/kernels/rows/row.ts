import { Asked } from './asked';
import { addTimes, countListed, countMasked, setValues } from './lists';
import { News, NUMBERS, STEPS } from './news';
import {
  GOALS,
  HAS_FIELDS,
  HAS_GOALS,
  HAS_INDUSTRIES,
  HAS_SKILLS,
  HAS_STYLE,
  INDUSTRIES,
  LANGUAGES,
  Offers,
  PATH,
  SAYS_FREE,
  SKILLS,
  STYLE,
  TILE,
  TIME,
} from './offers';

export const FIT_SCALE: f64 = 10_000;
/** Roundings of the single criteria and of 32-bit sums stay below this much. */
const SLACK: f64 = 2;
/** Stays below zero whatever reach brings. */
export const BELOW_ALL: f64 = -2 * FIT_SCALE;

/** Sums and bounds of one request with all offers, by place; room for whole tiles. */
export class Row {
  /** Σ share × best over the asked terms. */
  skills: StaticArray<i32>;
  goals: StaticArray<i32>;
  industries: StaticArray<i32>;
  /** The value of the path, 0 where no station is near. */
  path: StaticArray<u16>;
  /** Fields in common. */
  shared: StaticArray<u8>;
  /** No fit is above its bound; far below zero where rules exclude the offer. */
  bound: StaticArray<f32>;
  /** By class: the bound is what the sums give times `factor`, plus `rest` and what reach brings. */
  factor: StaticArray<f32>;
  rest: StaticArray<f32>;
  /** By class: the weights of the criteria with evidence, style and time aside, and what languages add to the sum. */
  known: StaticArray<i32>;
  spoken: StaticArray<i32>;
  /** What reach brings to a fit is counted in steps of so much. */
  step: f32 = 0;
  /** What reach brings to the places of one tile. */
  brought: StaticArray<u8>;

  constructor(offers: Offers) {
    // Bounds are written four at a time.
    const room = offers.tiles * TILE + 4;
    this.skills = new StaticArray<i32>(room);
    this.goals = new StaticArray<i32>(room);
    this.industries = new StaticArray<i32>(room);
    this.path = new StaticArray<u16>(room);
    this.shared = new StaticArray<u8>(room);
    this.bound = new StaticArray<f32>(room);
    this.factor = new StaticArray<f32>(offers.classes);
    this.rest = new StaticArray<f32>(offers.classes);
    this.known = new StaticArray<i32>(offers.classes);
    this.spoken = new StaticArray<i32>(offers.classes);
    this.brought = new StaticArray<u8>(TILE + 4);
  }
}

/**
 * Bounds the fit of one request with every offer from above: skills, goals, industries and the path are added up over the
 * inverted indexes, languages are known by class, reach by the number of shared fields; style and time are taken at their
 * best. Renormalization is no obstacle, since its divisor depends on the class alone.
 */
export function boundRow(offers: Offers, asked: Asked, row: Row): void {
  boundClasses(offers, asked, row);
  let first = 0;
  for (let t = 0; t < offers.tiles; t++) {
    addUp(asked, row, t);
    bringNews(offers, asked.news, row, t);
    first = boundTile(offers, asked, row, t, first);
  }
}

/** What bounds and fits have in common by class. */
export function boundClasses(offers: Offers, asked: Asked, row: Row): void {
  row.step = f32((asked.mix / FIT_SCALE) * (asked.news.most / STEPS));
  const weights = offers.weights;
  const skills = asked.allSkills > 0 ? weights[SKILLS] : 0;
  const goals = asked.allGoals > 0 ? weights[GOALS] : 0;
  const industries = asked.allIndustries > 0 ? weights[INDUSTRIES] : 0;
  const style = asked.hasStyle ? weights[STYLE] : 0;
  const time = asked.saysFree ? weights[TIME] : 0;
  for (let c = 0; c < offers.classes; c++) {
    const has = offers.evidence[c];
    const language = asked.languages[offers.spoken[c]];
    const reaches = asked.mix > 0 && (has & HAS_FIELDS) !== 0;
    const trust = reaches ? 1 - asked.mix / FIT_SCALE : 1;
    const open = ((has & HAS_STYLE) !== 0 ? style : 0) + ((has & SAYS_FREE) !== 0 ? time : 0);
    const known =
      ((has & HAS_SKILLS) !== 0 ? skills : 0) +
      ((has & HAS_GOALS) !== 0 ? goals : 0) +
      ((has & HAS_INDUSTRIES) !== 0 ? industries : 0) +
      ((has & asked.stations) !== 0 ? weights[PATH] : 0) +
      (language >= 0 ? weights[LANGUAGES] : 0);
    const spoken = language >= 0 ? language * weights[LANGUAGES] : 0;
    const all = f64(known + open);
    row.known[c] = known;
    row.spoken[c] = spoken;
    if (asked.mute[offers.spoken[c]] === 1) {
      row.factor[c] = 0;
      row.rest[c] = f32(BELOW_ALL);
    } else if (all === 0) {
      row.factor[c] = 0;
      row.rest[c] = f32(FIT_SCALE);
    } else {
      const factor = trust / all;
      row.factor[c] = f32(factor);
      row.rest[c] = f32(factor * (f64(spoken) + f64(open) * FIT_SCALE) + SLACK);
    }
  }
}

/** What reach brings to any fit at most. */
export function mostBrought(row: Row): f64 {
  return STEPS * f64(row.step);
}

/** What reach brings to the places of tile t, sixteen at a time. */
function bringNews(offers: Offers, news: News, row: Row, t: i32): void {
  const shared = changetype<usize>(row.shared) + t * TILE;
  const fields = changetype<usize>(offers.fields) + t * TILE;
  const brought = changetype<usize>(row.brought);
  const brings = changetype<usize>(news.brings);
  const greatest = i8x16.splat(i8(NUMBERS - 1));
  const numbers = row.step > 0 ? news.sharedNumbers : 0;
  for (let k: usize = 0; k < <usize>TILE; k += 16) {
    const line = i8x16.min_u(v128.load(shared + k), greatest);
    const column = v128.load(fields + k);
    let all = i64x2.splat(0);
    for (let s = 0; s < numbers; s++) {
      const steps = i8x16.swizzle(v128.load(brings + s * NUMBERS), column);
      all = v128.or(all, v128.and(steps, i8x16.eq(line, i8x16.splat(i8(s)))));
    }
    v128.store(brought + k, all);
  }
}

/** The sums for the places of tile t. */
function addUp(asked: Asked, row: Row, t: i32): void {
  const from: usize = t * TILE;
  const skills = changetype<usize>(row.skills) + (from << 2);
  const goals = changetype<usize>(row.goals) + (from << 2);
  const industries = changetype<usize>(row.industries) + (from << 2);
  const path = changetype<usize>(row.path) + (from << 1);
  const shared = changetype<usize>(row.shared) + from;
  // What is not asked for counts nothing, whatever stands there.
  if (asked.skills > 0) memory.fill(skills, 0, TILE << 2);
  if (asked.goals > 0) memory.fill(goals, 0, TILE << 2);
  if (asked.industries > 0) memory.fill(industries, 0, TILE << 2);
  memory.fill(path, 0, TILE << 1);
  memory.fill(shared, 0, TILE);
  const list = asked.list;
  let k = 0;
  for (const end = asked.skills; k < end; k++) addTimes(list[k], t, skills, asked.share[k]);
  for (const end = k + asked.goals; k < end; k++) addTimes(list[k], t, goals, 1);
  for (const end = k + asked.industries; k < end; k++) addTimes(list[k], t, industries, 1);
  if (asked.hasPath) setValues(list[k], t, path);
  const field = asked.field;
  k = 0;
  for (const end = asked.fieldLists; k < end; k++) countListed(field[k], t, shared);
  for (const end = k + asked.fieldMasks; k < end; k++) countMasked(field[k], t, shared);
}

/**
 * The bounds for the places of tile t, after its sums; `c` is the class of its first place, answered is that of the next tile's.
 * Four at a time: what is written beyond the last of a class belongs to the next one, or to nobody.
 */
function boundTile(offers: Offers, asked: Asked, row: Row, t: i32, c: i32): i32 {
  const weights = offers.weights;
  const ofSkill = f32x4.splat(asked.allSkills > 0 ? f32(f64(weights[SKILLS]) / asked.allSkills) : 0);
  const ofGoal = f32x4.splat(asked.allGoals > 0 ? f32(f64(weights[GOALS]) / asked.allGoals) : 0);
  const ofIndustry = f32x4.splat(
    asked.allIndustries > 0 ? f32(f64(weights[INDUSTRIES]) / asked.allIndustries) : 0,
  );
  const ofStep = f32x4.splat(f32(weights[PATH]));
  const perStep = f32x4.splat(row.step);
  const skills = changetype<usize>(row.skills);
  const goals = changetype<usize>(row.goals);
  const industries = changetype<usize>(row.industries);
  const path = changetype<usize>(row.path);
  const brought = changetype<usize>(row.brought);
  const bound = changetype<usize>(row.bound);
  const start = offers.classStart;
  let from = t * TILE;
  const end = from + TILE < offers.count ? from + TILE : offers.count;
  while (from < end) {
    const to: usize = start[c + 1] < end ? start[c + 1] : end;
    const factor = f32x4.splat(row.factor[c]);
    const rest = f32x4.splat(row.rest[c]);
    for (let p: usize = from; p < to; p += 4) {
      const at = p << 2;
      let sum = f32x4.mul(ofSkill, f32x4.convert_i32x4_s(v128.load(skills + at)));
      sum = f32x4.add(sum, f32x4.mul(ofGoal, f32x4.convert_i32x4_s(v128.load(goals + at))));
      sum = f32x4.add(sum, f32x4.mul(ofIndustry, f32x4.convert_i32x4_s(v128.load(industries + at))));
      sum = f32x4.add(sum, f32x4.mul(ofStep, f32x4.convert_i32x4_s(v128.load_ext<u16>(path + (p << 1)))));
      sum = f32x4.add(f32x4.mul(sum, factor), rest);
      const four = v128.load32_zero(brought + (p & (TILE - 1)));
      const steps = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(four)));
      v128.store(bound + at, f32x4.add(sum, f32x4.mul(perStep, steps)));
    }
    if (to === start[c + 1]) c++;
    from = to;
  }
  return c;
}
