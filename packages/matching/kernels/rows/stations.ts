import { Neighborhood } from './postings';

/** How near two terms are, as numbered levels: not comparable, nothing, sibling, parent or child, the same. */
export const LEVELS: i32 = 5;
const NOT_COMPARABLE: i32 = 0;
/** Two levels, of occupations and of industries, as one number; one more where nobody came from anywhere. */
const PLACES: i32 = LEVELS * LEVELS;
const CAME: i32 = PLACES + 1;
const NO_MOVE: i32 = -2;

/** Careers of all offers: stations stand offer by offer; −1 is unknown. Written once by the caller. */
export class Stations {
  offer: StaticArray<i32>;
  occupation: StaticArray<i32>;
  industry: StaticArray<i32>;
  /** Where the person came from by a move; −2 in both where the station was not reached by one. */
  fromOccupation: StaticArray<i32>;
  fromIndustry: StaticArray<i32>;
  /** Stations by occupation and by industry: of term t `start[t]` … `start[t + 1] − 1`. */
  occupationStart: StaticArray<i32>;
  byOccupation: StaticArray<i32>;
  industryStart: StaticArray<i32>;
  byIndustry: StaticArray<i32>;
  /** Levels of all terms for the four ends of a wished move, all 1 (nothing) between two requests. */
  toOccupation: StaticArray<u8>;
  toIndustry: StaticArray<u8>;
  fromOccupationLevel: StaticArray<u8>;
  fromIndustryLevel: StaticArray<u8>;
  /** What a station is worth by where it is and where the person came from; the same for those who may come from anywhere. */
  step: StaticArray<u16>;
  openStep: StaticArray<u16>;

  constructor(terms: i32, stations: i32, withOccupation: i32, withIndustry: i32) {
    this.offer = new StaticArray<i32>(stations);
    this.occupation = new StaticArray<i32>(stations);
    this.industry = new StaticArray<i32>(stations);
    this.fromOccupation = new StaticArray<i32>(stations);
    this.fromIndustry = new StaticArray<i32>(stations);
    this.occupationStart = new StaticArray<i32>(terms + 1);
    this.byOccupation = new StaticArray<i32>(withOccupation);
    this.industryStart = new StaticArray<i32>(terms + 1);
    this.byIndustry = new StaticArray<i32>(withIndustry);
    this.toOccupation = levels(terms);
    this.toIndustry = levels(terms);
    this.fromOccupationLevel = levels(terms);
    this.fromIndustryLevel = levels(terms);
    this.step = new StaticArray<u16>(PLACES * CAME);
    this.openStep = new StaticArray<u16>(PLACES * CAME);
  }
}

function levels(terms: i32): StaticArray<u8> {
  const level = new StaticArray<u8>(terms);
  level.fill(1);
  return level;
}

/** A wished move: its four ends as terms (−1 for unknown) and what lies near each, as levels. */
export class Move {
  toOccupation: i32 = -1;
  toIndustry: i32 = -1;
  fromOccupation: i32 = -1;
  fromIndustry: i32 = -1;
  nearToOccupation: Neighborhood;
  nearToIndustry: Neighborhood;
  nearFromOccupation: Neighborhood;
  nearFromIndustry: Neighborhood;

  constructor(terms: i32) {
    this.nearToOccupation = new Neighborhood(terms);
    this.nearToIndustry = new Neighborhood(terms);
    this.nearFromOccupation = new Neighborhood(terms);
    this.nearFromIndustry = new Neighborhood(terms);
  }
}

/** Raises `best` of the offers whose career leads near the wished place to the value of the path. */
export function markPath(stations: Stations, move: Move, best: StaticArray<u16>): void {
  setLevels(stations.toOccupation, move.nearToOccupation);
  setLevels(stations.toIndustry, move.nearToIndustry);
  setLevels(stations.fromOccupationLevel, move.nearFromOccupation);
  setLevels(stations.fromIndustryLevel, move.nearFromIndustry);
  const open = move.fromOccupation < 0 && move.fromIndustry < 0;
  markStations(
    stations,
    move,
    open,
    stations.occupationStart,
    stations.byOccupation,
    move.nearToOccupation,
    best,
  );
  markStations(stations, move, open, stations.industryStart, stations.byIndustry, move.nearToIndustry, best);
  clearLevels(stations.toOccupation, move.nearToOccupation);
  clearLevels(stations.toIndustry, move.nearToIndustry);
  clearLevels(stations.fromOccupationLevel, move.nearFromOccupation);
  clearLevels(stations.fromIndustryLevel, move.nearFromIndustry);
}

function setLevels(level: StaticArray<u8>, around: Neighborhood): void {
  for (let k = 0; k < around.count; k++) level[around.term[k]] = u8(around.nearness[k]);
}

function clearLevels(level: StaticArray<u8>, around: Neighborhood): void {
  for (let k = 0; k < around.count; k++) level[around.term[k]] = 1;
}

function markStations(
  stations: Stations,
  move: Move,
  open: bool,
  start: StaticArray<i32>,
  station: StaticArray<i32>,
  around: Neighborhood,
  best: StaticArray<u16>,
): void {
  const step = open ? stations.openStep : stations.step;
  for (let k = 0; k < around.count; k++) {
    const held = around.term[k];
    for (let at = start[held], end = start[held + 1]; at < end; at++) {
      const s = station[at];
      const to =
        levelOf(stations.toOccupation, move.toOccupation, stations.occupation[s]) * LEVELS +
        levelOf(stations.toIndustry, move.toIndustry, stations.industry[s]);
      let came = PLACES;
      if (stations.fromOccupation[s] !== NO_MOVE) {
        came =
          levelOf(stations.fromOccupationLevel, move.fromOccupation, stations.fromOccupation[s]) * LEVELS +
          levelOf(stations.fromIndustryLevel, move.fromIndustry, stations.fromIndustry[s]);
      }
      const value = step[to * CAME + came];
      const p = stations.offer[s];
      if (value > best[p]) best[p] = value;
    }
  }
}

function levelOf(level: StaticArray<u8>, wanted: i32, there: i32): i32 {
  return wanted < 0 || there < 0 ? NOT_COMPARABLE : i32(level[there]);
}
