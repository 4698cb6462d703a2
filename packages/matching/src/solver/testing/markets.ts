/** Markets for tests: from listed pairs, and at random by fast-check. */
import fc from 'fast-check';
import type { SparseMarket } from '../sparse-market.ts';

export interface MarketShape {
  readonly requests: number;
  readonly offers: number;
  readonly lowest: number;
  readonly highest: number;
  readonly capacity: number;
  readonly slotStep: number;
}

/** A market from a table of scores, null where a pair is not allowed. */
export function marketOfTable(
  table: readonly (readonly (number | null)[])[],
  capacity: readonly number[],
  slotStep = 0,
): SparseMarket {
  const rowStart = [0];
  const column: number[] = [];
  const score: number[] = [];
  for (const row of table) {
    for (const [j, value] of row.entries()) {
      if (value === null) continue;
      column.push(j);
      score.push(value);
    }
    rowStart.push(column.length);
  }
  return {
    requests: table.length,
    offers: capacity.length,
    capacity: Int32Array.from(capacity),
    rowStart: Int32Array.from(rowStart),
    column: Int32Array.from(column),
    score: Int32Array.from(score),
    slotStep,
  };
}

/** Random markets up to a shape: empty rows, offers without seats, ties and slot costs all occur. */
export function anyMarket(shape: MarketShape): fc.Arbitrary<SparseMarket> {
  const scores = fc.oneof(
    fc.integer({ min: shape.lowest, max: shape.highest }),
    fc.integer({ min: Math.max(shape.lowest, -1), max: Math.min(shape.highest, 2) }),
  );
  return fc
    .record({
      requests: fc.integer({ min: 0, max: shape.requests }),
      offers: fc.integer({ min: 0, max: shape.offers }),
      density: fc.constantFrom(1, 2, 5),
      slotStep: fc.constantFrom(0, 0, 1, shape.slotStep),
    })
    .chain(({ requests, offers, density, slotStep }) =>
      fc
        .record({
          table: fc.array(
            fc.array(fc.option(scores, { freq: density }), { minLength: offers, maxLength: offers }),
            { minLength: requests, maxLength: requests },
          ),
          capacity: fc.array(fc.integer({ min: 0, max: shape.capacity }), {
            minLength: offers,
            maxLength: offers,
          }),
        })
        .map(({ table, capacity }) => marketOfTable(table, capacity, slotStep)),
    );
}

/** A small deterministic stream of numbers in 0 … 1 (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A random market of a given size, `perRow` distinct offers a request. */
export function seededMarket(seed: number, shape: MarketShape & { readonly perRow: number }): SparseMarket {
  const random = seededNumbers(seed);
  const table: (number | null)[][] = [];
  for (let i = 0; i < shape.requests; i++) {
    const row = new Array<number | null>(shape.offers).fill(null);
    for (let k = 0; k < shape.perRow; k++) {
      row[Math.floor(random() * random() * shape.offers)] =
        shape.lowest + Math.floor(random() * (shape.highest - shape.lowest + 1));
    }
    table.push(row);
  }
  const capacity = Array.from({ length: shape.offers }, () => Math.floor(random() * (shape.capacity + 1)));
  return marketOfTable(table, capacity, shape.slotStep);
}
