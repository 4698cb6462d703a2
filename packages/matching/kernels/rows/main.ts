/**
 * The door to the kernel that looks for candidates. One instance keeps the offers of one pool. Lists are handed over by their
 * addresses: the caller opens the offers and writes them once, then for each request writes what it asks for, has its row
 * bounded, bars what rules keep apart, and has the best pairs, or those that would improve a plan, picked out.
 */
import { Asked } from './asked';
import { BestFew } from './best-few';
import { fitAt as exactFitAt, Worth } from './exact';
import { ListRoom } from './lists';
import { Offers } from './offers';
import { boundRow, Row } from './row';
import { topPairs as bestPairs, Ordering } from './top-pairs';
import { Market, violatorsAmong as pairsAmong, violators as pairsThatImprove } from './violators';

let offers = changetype<Offers>(0);
let asked = changetype<Asked>(0);
let row = changetype<Row>(0);
let worth = changetype<Worth>(0);
let lists = changetype<ListRoom>(0);
let ordering = changetype<Ordering>(0);
let best = changetype<BestFew>(0);
let market = changetype<Market>(0);
let position = changetype<StaticArray<i32>>(0);
let fit = changetype<StaticArray<i32>>(0);

/** Makes room for the offers of a pool; called once. */
export function open(
  count: i32,
  classes: i32,
  languages: i32,
  spans: i32,
  width: i32,
  minutes: i32,
  styleCodes: i32,
  styles: i32,
  mostKept: f64,
): void {
  offers = new Offers(count, classes, spans, width);
  asked = new Asked(offers, languages, styleCodes);
  row = new Row(offers);
  worth = new Worth(minutes, styles);
  lists = new ListRoom(offers, mostKept);
  ordering = new Ordering(offers);
  best = new BestFew(count);
  market = new Market(offers);
  position = new StaticArray<i32>(count);
  fit = new StaticArray<i32>(count);
}

export function positionAtAt(): usize {
  return changetype<usize>(offers.positionAt);
}
export function placeAtAt(): usize {
  return changetype<usize>(offers.placeAt);
}
export function classStartAt(): usize {
  return changetype<usize>(offers.classStart);
}
export function classOfAt(): usize {
  return changetype<usize>(offers.classOf);
}
export function evidenceAt(): usize {
  return changetype<usize>(offers.evidence);
}
export function spokenAt(): usize {
  return changetype<usize>(offers.spoken);
}
export function newsRowAt(): usize {
  return changetype<usize>(offers.newsRow);
}
export function offerStyleFirstAt(): usize {
  return changetype<usize>(offers.styleFirst);
}
export function offerStyleSecondAt(): usize {
  return changetype<usize>(offers.styleSecond);
}
export function freeStartAt(): usize {
  return changetype<usize>(offers.freeStart);
}
export function freeFromAt(): usize {
  return changetype<usize>(offers.freeFrom);
}
export function freeToAt(): usize {
  return changetype<usize>(offers.freeTo);
}
export function employerAtAt(): usize {
  return changetype<usize>(offers.employerAt);
}
export function weightsAt(): usize {
  return changetype<usize>(offers.weights);
}
export function worthOfMinutesAt(): usize {
  return changetype<usize>(worth.ofMinutes);
}
export function worthOfStyleAt(): usize {
  return changetype<usize>(worth.ofStyle);
}

/** Where the caller writes a list before it is kept. */
export function listPlaceAt(): usize {
  return changetype<usize>(lists.place);
}
export function listValueAt(): usize {
  return changetype<usize>(lists.value);
}
export function keepList(count: i32): usize {
  return lists.keep(count);
}
export function keepListAlways(count: i32): usize {
  return lists.keepAlways(count);
}
export function keepMask(count: i32): usize {
  return lists.keepMask(count);
}
export function forgetLists(): void {
  lists.forget();
}

export function askedListAt(): usize {
  return changetype<usize>(asked.list);
}
export function askedShareAt(): usize {
  return changetype<usize>(asked.share);
}
export function askedFieldAt(): usize {
  return changetype<usize>(asked.field);
}
export function languagesAt(): usize {
  return changetype<usize>(asked.languages);
}
export function muteAt(): usize {
  return changetype<usize>(asked.mute);
}
export function wishPlaceAt(): usize {
  return changetype<usize>(asked.wishPlace);
}
export function wishWorthAt(): usize {
  return changetype<usize>(asked.wishWorth);
}
export function freeBeforeAt(): usize {
  return changetype<usize>(asked.freeBefore);
}
export function styleFirstAt(): usize {
  return changetype<usize>(asked.styleFirst);
}
export function styleSecondAt(): usize {
  return changetype<usize>(asked.styleSecond);
}
export function reachAt(): usize {
  return changetype<usize>(asked.reach);
}
export function reachEmployedAt(): usize {
  return changetype<usize>(asked.reachEmployed);
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
  asked.skills = skills;
  asked.goals = goals;
  asked.industries = industries;
  asked.hasPath = path;
  asked.allSkills = allSkills;
  asked.allGoals = allGoals;
  asked.allIndustries = allIndustries;
}

/** The rest of a request. */
export function askBy(
  stations: u8,
  style: bool,
  free: bool,
  wishes: i32,
  employer: i32,
  mix: f64,
  fieldLists: i32,
  fieldMasks: i32,
): void {
  asked.stations = stations;
  asked.hasStyle = style;
  asked.saysFree = free;
  asked.wishes = wishes;
  asked.employer = employer;
  asked.mix = mix;
  asked.fieldLists = fieldLists;
  asked.fieldMasks = fieldMasks;
}

export function bound(): void {
  boundRow(offers, asked, row);
}
/** The bounds of all places, to be changed where the caller knows better: below zero for those that rules keep apart. */
export function boundAt(): usize {
  return changetype<usize>(row.bound);
}

export function fitAt(p: i32): i32 {
  return exactFitAt(offers, asked, row, worth, p);
}

/** What was found, by ascending position in the pool after `topPairs`. */
export function foundPositionAt(): usize {
  return changetype<usize>(position);
}
export function foundFitAt(): usize {
  return changetype<usize>(fit);
}

/** The best pairs; returns how many. */
export function topPairs(most: i32): i32 {
  best.begin(most);
  bestPairs(offers, asked, row, worth, ordering, best, most);
  return best.found(position, fit);
}

export function priceAt(): usize {
  return changetype<usize>(market.price);
}
/** Where the caller writes the offers a request has, by position in the pool. */
export function ownAt(): usize {
  return changetype<usize>(market.own);
}
export function improvesAt(): usize {
  return changetype<usize>(market.improves);
}

/** Pairs that would improve a plan, or nearly, of a request that has so many offers; returns how many. */
export function violators(own: f64, nearly: f64, most: i32, has: i32): i32 {
  market.mark(offers, has, 1);
  const found = pairsThatImprove(offers, asked, row, worth, market, own, nearly, most, position, fit);
  market.mark(offers, has, 0);
  return found;
}

/** Lists of places from the cheapest up, written by the caller: all, and those that became cheaper. */
export function allAt(): usize {
  return changetype<usize>(market.all);
}
export function cheaperAt(): usize {
  return changetype<usize>(market.cheaper);
}

/** Pairs worth more than `limit` after the price, among the first `count` of a list, for a request that is not bounded. */
export function violatorsAmong(all: bool, count: i32, limit: f64, has: i32): i32 {
  market.mark(offers, has, 1);
  const list = all ? market.all : market.cheaper;
  const found = pairsAmong(offers, asked, row, worth, market, list, count, limit, position, fit);
  market.mark(offers, has, 0);
  return found;
}
