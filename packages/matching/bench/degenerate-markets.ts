/** Benchmark markets that are hard on purpose: ties, chains, crowds and products. */
import type { SparseMarket } from '../src/solver/sparse-market.ts';
import { seededNumbers } from '../src/solver/testing/markets.ts';
import { collect, SCALE, uniformMarket } from './markets.ts';

/** Everybody's best are the same forty offers, the rest is far behind. */
export function sameFortyMarket(
  seed: number,
  requests: number,
  offers: number,
  perRow: number,
): SparseMarket {
  const random = seededNumbers(seed);
  const market = uniformMarket(seed, requests, offers, perRow, 1.2, 1000);
  const column = market.column.slice();
  const score = market.score.slice();
  for (let i = 0; i < requests; i++) {
    const start = market.rowStart[i]!;
    for (let k = 0; k < Math.min(40, market.rowStart[i + 1]! - start); k++) {
      if (column[start + k]! <= k || (k > 0 && column[start + k - 1] === k - 1)) {
        column[start + k] = k;
        score[start + k] = 900_000 + Math.floor(random() * 1000);
      }
    }
    sortRow(column, score, start, market.rowStart[i + 1]!);
  }
  return { ...market, column, score };
}

function sortRow(column: Int32Array, score: Int32Array, start: number, end: number): void {
  const order = Array.from(
    { length: end - start },
    (_, k) => [column[start + k]!, score[start + k]!] as const,
  );
  order.sort((a, b) => a[0] - b[0]);
  for (const [k, [offer, value]] of order.entries()) {
    column[start + k] = offer;
    score[start + k] = value;
  }
}

/** All scores equal. */
export function equalMarket(seed: number, requests: number, offers: number, perRow: number): SparseMarket {
  const market = uniformMarket(seed, requests, offers, perRow, 1);
  return { ...market, score: market.score.map(() => 500_000) };
}

/** One long alternating chain: request i may have offers i and i + 1, and prefers the one already taken. */
export function chainMarket(requests: number): SparseMarket {
  const capacity = new Int32Array(requests + 1).fill(1);
  return collect(requests, capacity, 2, (i, outOffers, outScores) => {
    outOffers[0] = i;
    outOffers[1] = i + 1;
    outScores[0] = 500_000 - (i % 7);
    outScores[1] = 500_001 + (i % 3);
    return 2;
  });
}

/** The same chain with people in no order. */
export function shuffledChainMarket(seed: number, requests: number): SparseMarket {
  const random = seededNumbers(seed);
  const link = shuffled(random, requests);
  const offer = shuffled(random, requests + 1);
  return collect(requests, new Int32Array(requests + 1).fill(1), 2, (i, outOffers, outScores) => {
    const at = link[i]!;
    outOffers[0] = offer[at]!;
    outOffers[1] = offer[at + 1]!;
    outScores[0] = 500_000 - (at % 7);
    outScores[1] = 500_001 + (at % 3);
    return 2;
  });
}

function shuffled(random: () => number, count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, k) => k);
  for (let k = count - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}

/** About half as many seats. */
export function scarce(market: SparseMarket): SparseMarket {
  return { ...market, capacity: market.capacity.map((seats) => Math.max(1, seats >> 1)) };
}

/** The classical hard case: costs are products i · j, every pair allowed. */
export function productMarket(size: number): SparseMarket {
  const capacity = new Int32Array(size).fill(1);
  return collect(size, capacity, size, (i, outOffers, outScores) => {
    for (let j = 0; j < size; j++) {
      outOffers[j] = j;
      outScores[j] = SCALE - Math.floor(((i + 1) * (j + 1) * SCALE) / (size * size));
    }
    return size;
  });
}

/** The same costs on thirty pairs a request, and the diagonal, so that all can be served. */
export function sparseProductMarket(seed: number, size: number): SparseMarket {
  return diagonalMarket(
    seed,
    size,
    30,
    (random) => Math.floor(size * random()),
    (i, j) => SCALE - Math.floor(((i + 1) * (j + 1) * SCALE) / (size * size)),
  );
}

/** Everybody would rather have what those before them need: all must move down one ladder. */
export function ladderMarket(seed: number, size: number): SparseMarket {
  return diagonalMarket(
    seed,
    size,
    20,
    (random, i) => Math.floor(i * random()),
    (i, j) => (i === j ? 0 : Math.round(SCALE * (1 - j / size))),
  );
}

/** One seat each; request i may have offer i and some others. */
function diagonalMarket(
  seed: number,
  size: number,
  others: number,
  draw: (random: () => number, i: number) => number,
  score: (i: number, j: number) => number,
): SparseMarket {
  const random = seededNumbers(seed);
  return collect(size, new Int32Array(size).fill(1), others + 1, (i, outOffers, outScores) => {
    const offers = new Set([i]);
    for (let k = 0; k < others; k++) offers.add(draw(random, i));
    let length = 0;
    for (const j of offers) {
      outOffers[length] = j;
      outScores[length++] = score(i, j);
    }
    return length;
  });
}
