import { Asked } from './asked';
import { BestFew } from './best-few';
import { Worth } from './exact';
import { ListRoom } from './lists';
import { Offers } from './offers';
import { Neighborhood, Postings } from './postings';
import { Row } from './row';
import { Move, Stations } from './stations';
import { Ordering } from './top-pairs';
import { Market } from './violators';

/** All there is in the memory of one kernel: the offers of one pool and room for one request at a time. */
export class Room {
  asked: Asked;
  row: Row;
  worth: Worth;
  lists: ListRoom;
  ordering: Ordering;
  best: BestFew;
  market: Market;
  skills: Postings;
  goals: Postings;
  industries: Postings;
  stations: Stations;
  /** Terms near an asked one, and near the ends of a wished move. */
  around: Neighborhood;
  move: Move;
  /** By class of clocks, 1 for those too far from the request's. */
  isFar: StaticArray<u8>;
  met: StaticArray<u8>;
  /** What was found, by position in the pool. */
  position: StaticArray<i32>;
  fit: StaticArray<i32>;

  constructor(
    public offers: Offers,
    public terms: i32,
    languages: i32,
    clocks: i32,
    minutes: i32,
    styles: i32,
    mostKept: f64,
    skills: i32,
    goals: i32,
    industries: i32,
    stations: i32,
    withOccupation: i32,
    withIndustry: i32,
  ) {
    this.asked = new Asked(offers, languages);
    this.row = new Row(offers);
    this.worth = new Worth(minutes, styles);
    this.lists = new ListRoom(offers, mostKept);
    this.ordering = new Ordering(offers);
    this.best = new BestFew(offers.count);
    this.market = new Market(offers);
    this.skills = new Postings(terms, skills);
    this.goals = new Postings(terms, goals);
    this.industries = new Postings(terms, industries);
    this.stations = new Stations(terms, stations, withOccupation, withIndustry);
    this.around = new Neighborhood(terms);
    this.move = new Move(terms);
    this.isFar = new StaticArray<u8>(clocks);
    this.met = new StaticArray<u8>(offers.count);
    this.position = new StaticArray<i32>(offers.count);
    this.fit = new StaticArray<i32>(offers.count);
  }
}

export let room = changetype<Room>(0);

/** Makes room for the offers of a pool and what is told of them; called once. */
export function open(
  count: i32,
  classes: i32,
  languages: i32,
  clocks: i32,
  spans: i32,
  width: i32,
  minutes: i32,
  styles: i32,
  mostKept: f64,
  terms: i32,
  skills: i32,
  goals: i32,
  industries: i32,
  stations: i32,
  withOccupation: i32,
  withIndustry: i32,
): void {
  room = new Room(
    new Offers(count, classes, spans, width),
    terms,
    languages,
    clocks,
    minutes,
    styles,
    mostKept,
    skills,
    goals,
    industries,
    stations,
    withOccupation,
    withIndustry,
  );
}
