/**
 * Lists of pairs, one for each person of a side, in two long arrays: nothing is allocated for a change, so nothing has to be
 * collected later. A list that outgrows its room moves to the end and takes more.
 */
export interface PairLists {
  /** By list: where it begins, how many pairs it has, and how many it has room for. */
  start: Int32Array;
  count: Int32Array;
  room: Int32Array;
  /** The other side's id and the score of each pair. */
  id: Int32Array;
  score: Int32Array;
  /** Where the next list that moves begins. */
  end: number;
}

/** Room for moves when lists are made or put together again: half of what they hold, and so many pairs. */
const SPARE = 1024;
const roomFor = (pairs: number): number => pairs + (pairs >> 1) + SPARE;
/** A list that moves gets room for a quarter more, and so many pairs. */
const MORE = 16;

/** Empty lists with room for so many pairs each. */
export function createPairLists(room: Int32Array): PairLists {
  const start = new Int32Array(room.length);
  let end = 0;
  for (let k = 0; k < room.length; k++) {
    start[k] = end;
    end += room[k]!;
  }
  const size = roomFor(end);
  const count = new Int32Array(room.length);
  return { start, count, room, id: new Int32Array(size), score: new Int32Array(size), end };
}

/** Makes lists for more people, empty ones, as many as `size` in all. */
export function extendLists(lists: PairLists, size: number): void {
  lists.start = grownInt32(lists.start, size);
  lists.count = grownInt32(lists.count, size);
  lists.room = grownInt32(lists.room, size);
}

/** Puts a pair at the end of list k. */
export function pushPair(lists: PairLists, k: number, id: number, score: number): void {
  if (lists.count[k] === lists.room[k]) moveToEnd(lists, k);
  const at = lists.start[k]! + lists.count[k]!;
  lists.id[at] = id;
  lists.score[at] = score;
  lists.count[k] = lists.count[k]! + 1;
}

/** Puts a pair before entry `at` of list k; those behind move on. */
export function insertPair(lists: PairLists, k: number, at: number, id: number, score: number): void {
  pushPair(lists, k, id, score);
  const from = lists.start[k]! + at;
  const last = lists.start[k]! + lists.count[k]! - 1;
  lists.id.copyWithin(from + 1, from, last);
  lists.score.copyWithin(from + 1, from, last);
  lists.id[from] = id;
  lists.score[from] = score;
}

/** Takes entry `at` out of list k; those behind move up. */
export function removePair(lists: PairLists, k: number, at: number): void {
  const from = lists.start[k]! + at;
  const end = lists.start[k]! + lists.count[k]!;
  lists.id.copyWithin(from, from + 1, end);
  lists.score.copyWithin(from, from + 1, end);
  lists.count[k] = lists.count[k]! - 1;
}

/** Takes entry `at` out of list k; the last one takes its place. */
export function replaceByLast(lists: PairLists, k: number, at: number): void {
  const from = lists.start[k]! + at;
  const last = lists.start[k]! + lists.count[k]! - 1;
  lists.id[from] = lists.id[last]!;
  lists.score[from] = lists.score[last]!;
  lists.count[k] = lists.count[k]! - 1;
}

/** The ids of list k: a view that is good until the next change. */
export function idsOf({ start, count, id }: PairLists, k: number): Int32Array {
  return id.subarray(start[k]!, start[k]! + count[k]!);
}

/** The entry of list k, in any order, with this id; the list's length when there is none. */
export function entryWith({ start, count, id }: PairLists, k: number, wanted: number): number {
  const from = start[k]!;
  const length = count[k]!;
  let at = 0;
  while (at < length && id[from + at] !== wanted) at++;
  return at;
}

/** The entry of an ascending list with this id, or the first one behind where it would be. */
export function placeOf({ start, count, id }: PairLists, k: number, wanted: number): number {
  const first = start[k]!;
  let from = first;
  let to = first + count[k]!;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (id[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from - first;
}

function moveToEnd(lists: PairLists, k: number): void {
  const room = lists.room[k]! + (lists.room[k]! >> 2) + MORE;
  if (lists.end + room > lists.id.length) putTogether(lists, room);
  const { start, count, id, score, end } = lists;
  const from = start[k]!;
  id.copyWithin(end, from, from + count[k]!);
  score.copyWithin(end, from, from + count[k]!);
  start[k] = end;
  lists.room[k] = room;
  lists.end = end + room;
}

/** Puts all lists one behind the other again, into longer arrays, with `more` room at the end. */
function putTogether(lists: PairLists, more: number): void {
  const { start, count, room, id, score } = lists;
  let all = 0;
  for (let k = 0; k < room.length; k++) all += room[k]!;
  const ids = new Int32Array(roomFor(all + more));
  const scores = new Int32Array(ids.length);
  let end = 0;
  for (let k = 0; k < room.length; k++) {
    const from = start[k]!;
    const to = from + count[k]!;
    ids.set(id.subarray(from, to), end);
    scores.set(score.subarray(from, to), end);
    start[k] = end;
    end += room[k]!;
  }
  lists.id = ids;
  lists.score = scores;
  lists.end = end;
}

/** The same entries in a longer array, zeros behind them. */
export function grownInt32(array: Int32Array, size: number): Int32Array {
  const grown = new Int32Array(size);
  grown.set(array);
  return grown;
}
