import { Asked } from './asked';
import { TILE } from './offers';
import { Row } from './row';

/** The sums of a single place, looked up in each list. */
export function lookUp(asked: Asked, row: Row, p: i32): void {
  const list = asked.list;
  let k = 0;
  let sum = 0;
  for (const end = asked.skills; k < end; k++) sum += asked.share[k] * valueAt(list[k], p);
  row.skills[p] = sum;
  sum = 0;
  for (const end = k + asked.goals; k < end; k++) sum += valueAt(list[k], p);
  row.goals[p] = sum;
  sum = 0;
  for (const end = k + asked.industries; k < end; k++) sum += valueAt(list[k], p);
  row.industries[p] = sum;
  row.path[p] = asked.hasPath ? u16(valueAt(list[k], p)) : 0;
  const field = asked.field;
  k = 0;
  sum = 0;
  for (const end = asked.fieldLists; k < end; k++) sum += isListed(field[k], p) ? 1 : 0;
  for (const end = k + asked.fieldMasks; k < end; k++) sum += load<u8>(field[k] + p) === 0 ? 0 : 1;
  row.shared[p] = u8(sum);
}

/** Where the entry of place p stands in a list, or the next one. */
function entryAt(list: usize, p: i32): usize {
  const t = p / TILE;
  const wanted = u32(p - t * TILE);
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
  return (entry & 0xffff) === u32(p - t * TILE) ? i32(entry >> 16) : -1;
}

function isListed(list: usize, p: i32): bool {
  return entryOf(list, p) >= 0;
}

function valueAt(list: usize, p: i32): i32 {
  const value = entryOf(list, p);
  return value < 0 ? 0 : value;
}
