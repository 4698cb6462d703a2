/** Benchmark markets, each made from a seed alone. */
import type { SparseMarket } from '../src/solver/sparse-market.ts';
import { seededNumbers } from '../src/solver/testing/markets.ts';

const SCALE = 1_000_000;

type RowMaker = (request: number, offers: Int32Array, scores: Int32Array) => number;

/** Collects rows; a row maker fills offers and scores (in any order, without duplicates) and says how many. */
function collect(requests: number, capacity: Int32Array, perRow: number, makeRow: RowMaker): SparseMarket {
  const rowStart = new Int32Array(requests + 1);
  const column = new Int32Array(requests * perRow);
  const score = new Int32Array(requests * perRow);
  const offers = new Int32Array(perRow);
  const scores = new Int32Array(perRow);
  const packed = new Float64Array(perRow);
  let at = 0;
  for (let i = 0; i < requests; i++) {
    const length = makeRow(i, offers, scores);
    for (let k = 0; k < length; k++) packed[k] = offers[k]! * 2 ** 21 + scores[k]!;
    packed.subarray(0, length).sort();
    for (let k = 0; k < length; k++, at++) {
      column[at] = Math.floor(packed[k]! / 2 ** 21);
      score[at] = packed[k]! % 2 ** 21;
    }
    rowStart[i + 1] = at;
  }
  return {
    requests,
    offers: capacity.length,
    capacity,
    rowStart,
    column: column.subarray(0, at),
    score: score.subarray(0, at),
    slotStep: 0,
  };
}

function capacities(offers: number, most: number, random: () => number): Int32Array {
  return Int32Array.from({ length: offers }, () => 1 + Math.floor(random() * most));
}

/**
 * People with 40 skills of 3,000, popularity falling like 1 / rank^0.7, in 60 trades. Each request lists the best
 * `perRow` of a sample of offers by weighted overlap in steps of 1/500: contested mentors and thousands of ties.
 */
export function skillMarket(
  seed: number,
  requests: number,
  offers: number,
  perRow: number,
  clustered: boolean,
): SparseMarket {
  const random = seededNumbers(seed);
  const skills = 3000;
  const has = 40;
  const trades = clustered ? 60 : 1;
  const drawSkill = (trade: number) => {
    const rank = Math.floor(skills * random() ** 2.2);
    return random() < 0.7 ? (rank + trade * 50) % skills : rank;
  };
  const people = (count: number) => {
    const sets = new Int32Array(count * has);
    for (let k = 0; k < count; k++) {
      const trade = Math.floor(trades * random() ** 1.3);
      for (let s = 0; s < has; s++) sets[k * has + s] = drawSkill(trade);
    }
    return sets;
  };
  const mentees = people(requests);
  const mentors = people(offers);
  const index: number[][] = Array.from({ length: skills }, () => []);
  for (let j = 0; j < offers; j++) {
    const own = new Set(mentors.subarray(j * has, j * has + has));
    for (const skill of own) index[skill]!.push(j);
  }
  const weight = Float64Array.from({ length: skills }, (_, s) =>
    Math.log(1 + offers / (1 + index[s]!.length)),
  );
  const appeal = Float64Array.from({ length: offers }, () => 0.7 + 0.3 * random() ** 3);
  const overlap = new Float64Array(offers);
  const touched = new Int32Array(offers);
  return collect(requests, capacities(offers, 5, random), perRow, (i, outOffers, outScores) => {
    let count = 0;
    for (let s = 0; s < has; s++) {
      const skill = mentees[i * has + s]!;
      const posting = index[skill]!;
      if (posting.length > offers / 30 && s % 4 !== 0) continue;
      for (const j of posting) {
        if (overlap[j] === 0) touched[count++] = j;
        overlap[j] = overlap[j]! + weight[skill]!;
      }
    }
    const ranked = new Float64Array(count);
    for (let k = 0; k < count; k++) {
      const j = touched[k]!;
      const fit = Math.min(500, Math.round(12 * overlap[j]! * appeal[j]!));
      ranked[k] = -(fit * 2 ** 17 + j);
      overlap[j] = 0;
    }
    ranked.sort();
    const length = Math.min(perRow, count);
    for (let k = 0; k < length; k++) {
      outOffers[k] = -ranked[k]! % 2 ** 17;
      outScores[k] = Math.floor(-ranked[k]! / 2 ** 17) * (SCALE / 500);
    }
    return length;
  });
}

/** Points in the unit square around 300 towns; the nearest offers of the same part of the map, by distance. */
export function geometricMarket(
  seed: number,
  requests: number,
  offers: number,
  perRow: number,
): SparseMarket {
  const random = seededNumbers(seed);
  const towns = Float64Array.from({ length: 600 }, random);
  const place = (count: number, skew: number) => {
    const points = new Float64Array(2 * count);
    for (let k = 0; k < count; k++) {
      const town = Math.floor(300 * random() ** skew);
      for (let axis = 0; axis < 2; axis++) {
        const spread = (random() + random() + random() - 1.5) * 0.05;
        points[2 * k + axis] = Math.min(0.9999, Math.max(0, towns[2 * town + axis]! + spread));
      }
    }
    return points;
  };
  const from = place(requests, 1.5);
  const to = place(offers, 1);
  const grid = Math.max(1, Math.floor(Math.sqrt(offers / 8)));
  const cells: number[][] = Array.from({ length: grid * grid }, () => []);
  for (let j = 0; j < offers; j++) {
    cells[Math.floor(to[2 * j]! * grid) * grid + Math.floor(to[2 * j + 1]! * grid)]!.push(j);
  }
  return collect(requests, capacities(offers, 5, random), perRow, (i, outOffers, outScores) => {
    const x = from[2 * i]!;
    const y = from[2 * i + 1]!;
    const cx = Math.floor(x * grid);
    const cy = Math.floor(y * grid);
    const near: number[] = [];
    for (let radius = 1; radius < grid && near.length < 2 * perRow; radius += 2) {
      near.length = 0;
      for (let a = Math.max(0, cx - radius); a <= Math.min(grid - 1, cx + radius); a++) {
        for (let b = Math.max(0, cy - radius); b <= Math.min(grid - 1, cy + radius); b++) {
          near.push(...cells[a * grid + b]!);
        }
      }
    }
    const distance = (j: number) => Math.hypot(to[2 * j]! - x, to[2 * j + 1]! - y);
    const ranked = near.map((j) => ({ j, far: distance(j) })).sort((a, b) => a.far - b.far);
    const length = Math.min(perRow, ranked.length);
    for (let k = 0; k < length; k++) {
      outOffers[k] = ranked[k]!.j;
      outScores[k] = Math.max(0, Math.round(SCALE * (1 - ranked[k]!.far)));
    }
    return length;
  });
}

/** Random pairs with random scores in 0 … `scale`; `seatShare` is seats per request (above 1: uncontested). */
export function uniformMarket(
  seed: number,
  requests: number,
  offers: number,
  perRow: number,
  seatShare: number,
  scale = SCALE,
): SparseMarket {
  const random = seededNumbers(seed);
  const most = Math.max(1, Math.round((2 * seatShare * requests) / offers - 1));
  const seen = new Int32Array(offers).fill(-1);
  return collect(requests, capacities(offers, most, random), perRow, (i, outOffers, outScores) => {
    let length = 0;
    for (let k = 0; k < perRow; k++) {
      const j = Math.floor(offers * random());
      if (seen[j] === i) continue;
      seen[j] = i;
      outOffers[length] = j;
      outScores[length++] = Math.floor(random() * (scale + 1));
    }
    return length;
  });
}

/** Every pair allowed, random scores. */
export function denseMarket(seed: number, requests: number, offers: number, most: number): SparseMarket {
  const random = seededNumbers(seed);
  return collect(requests, capacities(offers, most, random), offers, (_i, outOffers, outScores) => {
    for (let j = 0; j < offers; j++) {
      outOffers[j] = j;
      outScores[j] = Math.floor(random() * (SCALE + 1));
    }
    return offers;
  });
}

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
