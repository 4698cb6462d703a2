/**
 * The cheap beginnings of Jonker & Volgenant (1987), which seat most rows before any path is searched. Between
 * steps every seated row sits on a column that is best for it: value less price, and a free column of a table
 * with more columns than rows costs 0.
 */
import { nobody } from '../lists';
import { Table } from './table';

export class DensePlan {
  price: StaticArray<f64>;
  /** The column of each row and the row of each column, −1 for none. */
  columnOf: StaticArray<i32>;
  rowOf: StaticArray<i32>;

  constructor(public table: Table) {
    this.price = new StaticArray<f64>(table.columns);
    this.columnOf = nobody(table.rows);
    this.rowOf = nobody(table.columns);
  }
}

/**
 * For tables with as many rows as columns: every column costs what it is worth at most, and goes to the row that
 * it is worth most to. Returns how many rows got a column.
 */
export function reduceColumns(plan: DensePlan): i32 {
  const rows = plan.table.rows;
  const columnOf = plan.columnOf;
  const keenest = priceColumns(plan);
  const shared = new StaticArray<u8>(rows);
  let seated = 0;
  for (let c = plan.table.columns - 1; c >= 0; c--) {
    const r = keenest[c];
    if (columnOf[r] === -1) {
      columnOf[r] = c;
      plan.rowOf[c] = r;
      seated++;
    } else shared[r] = 1;
  }
  for (let r = 0; r < rows; r++) {
    if (columnOf[r] !== -1 && shared[r] === 0) transferReduction(plan, r, columnOf[r]);
  }
  return seated;
}

function priceColumns(plan: DensePlan): StaticArray<i32> {
  const columns = plan.table.columns;
  const value = plan.table.value;
  const price = plan.price;
  const keenest = new StaticArray<i32>(columns);
  for (let c = 0; c < columns; c++) price[c] = f64(value[c]);
  for (let r = 1, at = columns; r < plan.table.rows; r++) {
    for (let c = 0; c < columns; c++, at++) {
      if (f64(value[at]) <= price[c]) continue;
      price[c] = f64(value[at]);
      keenest[c] = r;
    }
  }
  return keenest;
}

/** A row with a column of its own would rather pay more than take its second best: others may know. */
function transferReduction(plan: DensePlan, r: i32, own: i32): void {
  const columns = plan.table.columns;
  const value = plan.table.value;
  const price = plan.price;
  const row = r * columns;
  let second = -plan.table.largestStep;
  for (let c = 0; c < columns; c++) {
    const gain = f64(value[row + c]) - price[c];
    if (gain > second && c !== own) second = gain;
  }
  price[own] -= second;
}

/**
 * Seats free rows on their best columns, driving others out as long as that raises the price; a few rounds, and no
 * more steps than `stepsPerRow` for each row. Writes the rows still without a column and returns how many.
 */
export function reduceRows(plan: DensePlan, stepsPerRow: i32, free: StaticArray<i32>): i32 {
  const rows = plan.table.rows;
  let count = 0;
  for (let r = 0; r < rows; r++) if (plan.columnOf[r] === -1) free[count++] = r;
  let steps = stepsPerRow * rows;
  for (let round = 0; round < ROUNDS; round++) {
    let kept = 0;
    let k = 0;
    while (k < count) {
      const loser = takeBest(plan, free[k++]);
      if (loser === NOBODY) continue;
      if (loser >= 0 && steps-- > 0) free[--k] = loser;
      else free[kept++] = loser >= 0 ? loser : -2 - loser;
    }
    count = kept;
  }
  return count;
}

const ROUNDS: i32 = 4;
const NOBODY: i32 = -1;

/**
 * Seats a row on its best column. Returns who sat there, as −2 − row when the price did not move (it would only
 * come back), or NOBODY.
 */
function takeBest(plan: DensePlan, r: i32): i32 {
  const columns = plan.table.columns;
  const value = plan.table.value;
  const price = plan.price;
  const rowOf = plan.rowOf;
  const row = r * columns;
  let best: f64 = -Infinity;
  let second: f64 = -Infinity;
  let bestAt = -1;
  let secondAt = -1;
  for (let c = 0; c < columns; c++) {
    const gain = f64(value[row + c]) - price[c];
    if (gain <= second) continue;
    if (gain <= best) {
      second = gain;
      secondAt = c;
    } else {
      second = best;
      secondAt = bestAt;
      best = gain;
      bestAt = c;
    }
  }
  let taken = bestAt;
  let loser = rowOf[taken];
  const rises = best > second && secondAt >= 0;
  if (rises) price[taken] += min<f64>(best - second, plan.table.largestStep);
  else if (loser >= 0 && secondAt >= 0) {
    taken = secondAt;
    loser = rowOf[taken];
  }
  plan.columnOf[r] = taken;
  rowOf[taken] = r;
  if (loser < 0) return NOBODY;
  plan.columnOf[loser] = -1;
  return rises ? loser : -2 - loser;
}
