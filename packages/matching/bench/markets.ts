/** Benchmark markets, each made from a seed alone. */
import type { SparseMarket } from '../src/solver/sparse-market.ts';
import { seededNumbers } from '../src/solver/testing/markets.ts';

export const SCALE = 1_000_000;

type RowMaker = (request: number, offers: Int32Array, scores: Int32Array) => number;

/** Collects rows; a row maker fills offers and scores (in any order, without duplicates) and says how many. */
export function collect(
  requests: number,
  capacity: Int32Array,
  perRow: number,
  makeRow: RowMaker,
): SparseMarket {
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

export function capacities(offers: number, most: number, random: () => number): Int32Array {
  return Int32Array.from({ length: offers }, () => 1 + Math.floor(random() * most));
}

const SKILLS = 3000;
const SKILLS_EACH = 40;
const TRADES = 60;
const FIT_STEPS = 500;
/** A request looks at its rarest skills only, as an index over sparse features would. */
const SKILLS_READ = 14;

/**
 * People with 40 skills of 3,000, few of them common to many, in 60 trades when `clustered`; mentees crowd into
 * other trades than mentors. Each request lists its best `perRow` offers by weighted overlap and appeal in steps
 * of 1/500: contested mentors and thousands of ties. Seats are 1 … `mostSeats` an offer.
 */
export function skillMarket(
  seed: number,
  requests: number,
  offers: number,
  perRow: number,
  mostSeats: number,
  clustered: boolean,
): SparseMarket {
  const random = seededNumbers(seed);
  const mentees = drawPeople(random, requests, clustered ? 1.5 : 0);
  const mentors = drawPeople(random, offers, clustered ? 1 : 0);
  const postings: number[][] = Array.from({ length: SKILLS }, () => []);
  for (let j = 0; j < offers; j++) {
    for (const skill of new Set(skillsOf(mentors, j))) postings[skill]!.push(j);
  }
  const weight = Float64Array.from(postings, (list) => Math.log(1 + offers / (1 + list.length)));
  const appeal = Float64Array.from({ length: offers }, () => 0.7 + 0.3 * random() ** 3);
  const overlap = new Float64Array(offers);
  const touched = new Int32Array(offers);
  const fits = new Int32Array(offers);
  const histogram = new Int32Array(FIT_STEPS + 1);
  return collect(requests, capacities(offers, mostSeats, random), perRow, (i, outOffers, outScores) => {
    const rarest = [...new Set(skillsOf(mentees, i))].sort(
      (a, b) => postings[a]!.length - postings[b]!.length,
    );
    let count = 0;
    for (const skill of rarest.slice(0, SKILLS_READ)) {
      for (const j of postings[skill]!) {
        if (overlap[j] === 0) touched[count++] = j;
        overlap[j] = overlap[j]! + weight[skill]!;
      }
    }
    histogram.fill(0);
    for (let k = 0; k < count; k++) {
      const j = touched[k]!;
      fits[k] = Math.min(FIT_STEPS, Math.round(14 * overlap[j]! * appeal[j]!));
      histogram[fits[k]!] = histogram[fits[k]!]! + 1;
      overlap[j] = 0;
    }
    let cutoff = FIT_STEPS;
    for (let above = histogram[cutoff]!; above < perRow && cutoff > 0; above += histogram[cutoff]!) cutoff--;
    let length = 0;
    for (const ties of [false, true]) {
      for (let k = 0; k < count && length < perRow; k++) {
        if (ties ? fits[k] !== cutoff : fits[k]! <= cutoff) continue;
        outOffers[length] = touched[k]!;
        outScores[length++] = fits[k]! * (SCALE / FIT_STEPS);
      }
    }
    return length;
  });
}

function skillsOf(people: Int32Array, k: number): Int32Array {
  return people.subarray(k * SKILLS_EACH, (k + 1) * SKILLS_EACH);
}

/** Skill sets; with `skew` 0 one trade for all, otherwise trades fall off like uniform^skew. */
function drawPeople(random: () => number, count: number, skew: number): Int32Array {
  const people = new Int32Array(count * SKILLS_EACH);
  for (let k = 0; k < count; k++) {
    const trade = skew === 0 ? 0 : Math.floor(TRADES * random() ** skew);
    for (let s = 0; s < SKILLS_EACH; s++) {
      const rank = Math.floor(SKILLS * random() ** 2.2);
      people[k * SKILLS_EACH + s] = random() < 0.7 ? (rank + (trade * SKILLS) / TRADES) % SKILLS : rank;
    }
  }
  return people;
}

/** Points in the unit square around 300 towns; the nearest offers of the same part of the map, by distance. */
export function geometricMarket(
  seed: number,
  requests: number,
  offers: number,
  perRow: number,
  mostSeats: number,
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
  return collect(requests, capacities(offers, mostSeats, random), perRow, (i, outOffers, outScores) => {
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
