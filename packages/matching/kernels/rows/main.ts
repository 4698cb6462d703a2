/**
 * The door to the kernel that looks for candidates. One instance keeps the offers of one pool. Lists are handed over by their
 * addresses: the caller opens the room and writes the offers once, then for each request writes what it asks for, has its row
 * bounded, bars what rules keep apart, and has the fits, the best pairs, or those that would improve a plan, picked out.
 */
import { prepareFree, prepareStyle } from './asked';
import { barBusy, barFar, barWithout } from './bar';
import { fitAt } from './exact';
import { News, prepareNews } from './news';
import { markNear } from './postings';
import { room } from './room';
import { boundRow } from './row';
import { markPath } from './stations';
import { topPairs as bestPairs } from './top-pairs';
import {
  gatherAsked as gatherPlaces,
  mostLeftOut as leftOut,
  mostLeftOutAmong as leftOutAmong,
  violators as pairsThatImprove,
} from './violators';

export * from './addresses';
export { open } from './room';

/** Kinds of terms. */
const SKILLS: i32 = 0;
const GOALS: i32 = 1;

/**
 * Keeps the offers that have something near an asked term, with the best each has: the terms around it and their nearness were
 * written before. 0 when there is no room.
 */
export function keepNear(kind: i32, around: i32): usize {
  room.around.count = around;
  const postings = kind === SKILLS ? room.skills : kind === GOALS ? room.goals : room.industries;
  markNear(postings, room.around, room.lists.best);
  return room.lists.keep();
}

/** Keeps the offers whose career leads near a wished place. What lies around its four ends was written before. 0 when there is no room. */
export function keepPath(
  toOccupation: i32,
  toIndustry: i32,
  fromOccupation: i32,
  fromIndustry: i32,
  aroundToOccupation: i32,
  aroundToIndustry: i32,
  aroundFromOccupation: i32,
  aroundFromIndustry: i32,
): usize {
  const move = room.move;
  move.toOccupation = toOccupation;
  move.toIndustry = toIndustry;
  move.fromOccupation = fromOccupation;
  move.fromIndustry = fromIndustry;
  move.nearToOccupation.count = aroundToOccupation;
  move.nearToIndustry.count = aroundToIndustry;
  move.nearFromOccupation.count = aroundFromOccupation;
  move.nearFromIndustry.count = aroundFromIndustry;
  markPath(room.stations, move, room.lists.best);
  return room.lists.keep();
}

/** Keeps the places written last for good. */
export function keepList(count: i32): usize {
  return room.lists.keepAlways(count);
}
export function keepMask(count: i32): usize {
  return room.lists.keepMask(count);
}
export function forgetLists(): void {
  room.lists.forget();
}

/** The terms of a request: how many lists were written of each kind, and what their shares come to. */
export function askFor(
  skills: i32,
  goals: i32,
  industries: i32,
  path: bool,
  allSkills: f64,
  allGoals: f64,
  allIndustries: f64,
): void {
  const asked = room.asked;
  asked.skills = skills;
  asked.goals = goals;
  asked.industries = industries;
  asked.hasPath = path;
  asked.allSkills = allSkills;
  asked.allGoals = allGoals;
  asked.allIndustries = allIndustries;
}

/** The rest of a request; answers (items, 0 for none) and spans of free minutes (−1 for not said) were written before. */
export function askBy(
  stations: u8,
  items: i32,
  spans: i32,
  wishes: i32,
  employer: i32,
  mix: f64,
  fieldLists: i32,
  fieldMasks: i32,
): void {
  const asked = room.asked;
  asked.stations = stations;
  asked.hasStyle = items > 0;
  if (items > 0) prepareStyle(asked, items);
  asked.saysFree = spans >= 0;
  if (spans >= 0) prepareFree(asked, spans);
  asked.wishes = wishes;
  asked.employer = employer;
  asked.mix = mix;
  asked.fieldLists = fieldLists;
  asked.fieldMasks = fieldMasks;
}

/** Room for the tables of reach for another number of fields, which the next requests have. */
export function openNews(): usize {
  room.asked.news = new News(room.offers);
  return changetype<usize>(room.asked.news);
}
/** After the tables have been written. */
export function newsWritten(): void {
  prepareNews(room.offers, room.asked.news);
}
/** The next requests have the number of fields for which these tables were written. */
export function useNews(news: usize): void {
  room.asked.news = changetype<News>(news);
}

/** Bounds the request's fit with every offer; what is below zero is not allowed, and the caller may bar more. */
export function bound(): void {
  boundRow(room.offers, room.asked, room.row);
}

/** Bars the offers without any of the terms written last. */
export function barWithoutAny(terms: i32): void {
  room.around.count = terms;
  barWithout(room.offers, room.row, room.skills, room.around, room.met);
}
export function barFarClocks(): void {
  barFar(room.offers, room.row, room.isFar);
}
export function barBusyOffers(fewestMinutes: i32): void {
  barBusy(room.offers, room.asked, room.row, fewestMinutes);
}

/** The fits with all offers by position in the pool, −1 for those not allowed. */
export function scoreAll(): void {
  const bound = room.row.bound;
  const positionAt = room.offers.positionAt;
  for (let p = 0; p < room.offers.count; p++) {
    room.fit[positionAt[p]] =
      bound[p] < 0 ? -1 : fitAt(room.offers, room.asked, room.row, room.worth, p, f32.MAX_VALUE);
  }
}

/** The best pairs, by ascending position in the pool; returns how many. */
export function topPairs(most: i32): i32 {
  const best = room.best;
  best.begin(most);
  bestPairs(room.offers, room.asked, room.row, room.worth, room.ordering, best, most);
  return best.found(room.position, room.fit);
}

/** Pairs that would improve a plan, or nearly, of a request that has so many offers; returns how many. */
export function violators(own: f64, nearly: f64, most: i32, has: i32): i32 {
  const market = room.market;
  market.mark(room.offers, has, 1);
  const found = pairsThatImprove(
    room.offers,
    room.asked,
    room.row,
    room.worth,
    market,
    own,
    nearly,
    most,
    room.position,
    room.fit,
  );
  market.mark(room.offers, has, 0);
  return found;
}

/** What left-out pairs are worth at most after the price, of a request that has so many offers. */
export function mostLeftOut(own: f64, nearly: f64, has: i32): f64 {
  const market = room.market;
  market.mark(room.offers, has, 1);
  const most = leftOut(room.offers, room.asked, room.row, room.worth, market, own, nearly);
  market.mark(room.offers, has, 0);
  return most;
}

/** Gathers places of a list that a request is asked about; how many. */
export function gatherAsked(all: bool, count: i32, fallen: f64, limit: f64): i32 {
  const market = room.market;
  return gatherPlaces(market, all ? market.all : market.cheaper, count, fallen, limit);
}

/** The same among the places gathered last, for a request that is not bounded and without asking rules. */
export function mostLeftOutAmong(count: i32, own: f64, nearly: f64, has: i32): f64 {
  const market = room.market;
  market.mark(room.offers, has, 1);
  const most = leftOutAmong(
    room.offers,
    room.asked,
    room.row,
    room.worth,
    market,
    count,
    own,
    nearly,
    room.position,
  );
  market.mark(room.offers, has, 0);
  return most;
}

/** How many pairs worth more were listed by it. */
export function listed(): i32 {
  return room.market.found;
}
