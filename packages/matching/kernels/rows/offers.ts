/** Places that are gone through together: what is added up for them stays in the nearest cache. */
export const TILE: i32 = 1024;

/** The criteria of trust, as weights are numbered. */
export const SKILLS: i32 = 0;
export const GOALS: i32 = 1;
export const INDUSTRIES: i32 = 2;
export const PATH: i32 = 3;
export const STYLE: i32 = 4;
export const TIME: i32 = 5;
export const LANGUAGES: i32 = 6;
export const WISHES: i32 = 7;

/** What a class of offers gives evidence for, as bits. */
export const HAS_SKILLS: u8 = 1;
export const HAS_GOALS: u8 = 2;
export const HAS_INDUSTRIES: u8 = 4;
export const HAS_OCCUPATION_STATION: u8 = 8;
export const HAS_INDUSTRY_STATION: u8 = 16;
export const HAS_STYLE: u8 = 32;
export const SAYS_FREE: u8 = 64;
export const HAS_FIELDS: u8 = 128;

/** All offers of a pool by place, as the index lays them out. Written once by the caller. */
export class Offers {
  tiles: i32;
  /** Place by place the position in the pool, and the other way round. */
  positionAt: StaticArray<i32>;
  placeAt: StaticArray<i32>;
  /** Class c stands at `classStart[c]` … `classStart[c + 1] − 1`. */
  classStart: StaticArray<i32>;
  classOf: StaticArray<i32>;
  evidence: StaticArray<u8>;
  /** By class, which list of languages. */
  spoken: StaticArray<i32>;
  /** By place, where the row for its number of fields begins in the tables of reach. */
  newsRow: StaticArray<u16>;
  /** By place, its number of fields; 15 for more. Room for whole tiles. */
  fields: StaticArray<u8>;
  styleFirst: StaticArray<u16>;
  styleSecond: StaticArray<u16>;
  /** Spans of free minutes of place p: `freeStart[p]` … `freeStart[p + 1] − 1`. */
  freeStart: StaticArray<i32>;
  freeFrom: StaticArray<i16>;
  freeTo: StaticArray<i16>;
  employerAt: StaticArray<i32>;
  clockClass: StaticArray<i32>;
  weights: StaticArray<i32>;

  constructor(
    public count: i32,
    public classes: i32,
    spans: i32,
    /** One more than the most fields an offer has. */
    public width: i32,
  ) {
    const tiles = (count + TILE - 1) / TILE;
    this.tiles = tiles;
    this.positionAt = new StaticArray<i32>(count);
    this.placeAt = new StaticArray<i32>(count);
    this.classStart = new StaticArray<i32>(classes + 1);
    this.classOf = new StaticArray<i32>(count);
    this.evidence = new StaticArray<u8>(classes);
    this.spoken = new StaticArray<i32>(classes);
    this.newsRow = new StaticArray<u16>(count);
    this.fields = new StaticArray<u8>(tiles * TILE);
    this.styleFirst = new StaticArray<u16>(count);
    this.styleSecond = new StaticArray<u16>(count);
    this.freeStart = new StaticArray<i32>(count + 1);
    this.freeFrom = new StaticArray<i16>(spans);
    this.freeTo = new StaticArray<i16>(spans);
    this.employerAt = new StaticArray<i32>(count);
    this.clockClass = new StaticArray<i32>(count);
    this.weights = new StaticArray<i32>(WISHES + 1);
  }
}
