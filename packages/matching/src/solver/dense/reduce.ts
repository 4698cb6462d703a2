/**
 * The cheap beginnings of Jonker & Volgenant (1987), which seat most rows before any path is searched. Between
 * steps every seated row sits on a column that is best for it: value less price, and a free column of a table
 * with more columns than rows costs 0.
 */
import type { DenseTable } from './table.ts';

export interface DensePlan {
  readonly table: DenseTable;
  readonly price: Float64Array;
  /** The column of each row and the row of each column, −1 for none. */
  readonly columnOf: Int32Array;
  readonly rowOf: Int32Array;
}

export function createDensePlan(table: DenseTable): DensePlan {
  return {
    table,
    price: new Float64Array(table.columns),
    columnOf: new Int32Array(table.rows).fill(-1),
    rowOf: new Int32Array(table.columns).fill(-1),
  };
}

/**
 * For tables with as many rows as columns: every column costs what it is worth at most, and goes to the row that
 * it is worth most to. Returns how many rows got a column.
 */
export function reduceColumns(plan: DensePlan): number {
  const { rows, columns } = plan.table;
  const { columnOf, rowOf } = plan;
  const keenest = priceColumns(plan);
  const shared = new Uint8Array(rows);
  let seated = 0;
  for (let c = columns - 1; c >= 0; c--) {
    const r = keenest[c]!;
    if (columnOf[r] === -1) {
      columnOf[r] = c;
      rowOf[c] = r;
      seated++;
    } else shared[r] = 1;
  }
  for (let r = 0; r < rows; r++) {
    if (columnOf[r] !== -1 && shared[r] === 0) transferReduction(plan, r, columnOf[r]!);
  }
  return seated;
}

function priceColumns({ table, price }: DensePlan): Int32Array {
  const { rows, columns, value } = table;
  const keenest = new Int32Array(columns);
  for (let c = 0; c < columns; c++) price[c] = value[c]!;
  for (let r = 1, at = columns; r < rows; r++) {
    for (let c = 0; c < columns; c++, at++) {
      if (value[at]! <= price[c]!) continue;
      price[c] = value[at]!;
      keenest[c] = r;
    }
  }
  return keenest;
}

/** A row with a column of its own would rather pay more than take its second best: others may know. */
function transferReduction(plan: DensePlan, r: number, own: number): void {
  const { columns, value, largestStep } = plan.table;
  const { price } = plan;
  const row = r * columns;
  let second = -largestStep;
  for (let c = 0; c < columns; c++) {
    const gain = value[row + c]! - price[c]!;
    if (gain > second && c !== own) second = gain;
  }
  price[own] = price[own]! - second;
}

/**
 * Seats free rows on their best columns, driving others out as long as that raises the price; a few rounds, and no
 * more steps than `stepsPerRow` for each row. Returns the rows still without a column.
 */
export function reduceRows(plan: DensePlan, stepsPerRow: number): Int32Array {
  const { rows } = plan.table;
  const { columnOf } = plan;
  const free = new Int32Array(rows);
  let count = 0;
  for (let r = 0; r < rows; r++) if (columnOf[r] === -1) free[count++] = r;
  let steps = stepsPerRow * rows;
  for (let round = 0; round < ROUNDS; round++) {
    let kept = 0;
    let k = 0;
    while (k < count) {
      const loser = takeBest(plan, free[k++]!);
      if (loser === NOBODY) continue;
      if (loser >= 0 && steps-- > 0) free[--k] = loser;
      else free[kept++] = loser >= 0 ? loser : -2 - loser;
    }
    count = kept;
  }
  return free.subarray(0, count);
}

const ROUNDS = 4;
const NOBODY = -1;

/**
 * Seats a row on its best column. Returns who sat there, as −2 − row when the price did not move (it would only
 * come back), or NOBODY.
 */
function takeBest(plan: DensePlan, r: number): number {
  const { columns, value, largestStep } = plan.table;
  const { price, columnOf, rowOf } = plan;
  const row = r * columns;
  let best = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  let bestAt = -1;
  let secondAt = -1;
  for (let c = 0; c < columns; c++) {
    const gain = value[row + c]! - price[c]!;
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
  let loser = rowOf[taken]!;
  const rises = best > second && secondAt >= 0;
  if (rises) price[taken] = price[taken]! + Math.min(best - second, largestStep);
  else if (loser >= 0 && secondAt >= 0) {
    taken = secondAt;
    loser = rowOf[taken]!;
  }
  columnOf[r] = taken;
  rowOf[taken] = r;
  if (loser < 0) return NOBODY;
  columnOf[loser] = -1;
  return rises ? loser : -2 - loser;
}
