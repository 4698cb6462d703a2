/** Benchmark markets in which every pair is allowed. */
import type { SparseMarket } from '../src/solver/sparse-market.ts';
import { seededNumbers } from '../src/solver/testing/markets.ts';
import { capacities, collect, SCALE } from './markets.ts';

/** Random scores; 1 … `most` seats an offer. */
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

const TASTES = 8;
const FIT_STEPS = 500;

/** Scores as fits are: few things count, everybody agrees who is good, and thousands of pairs are equal. */
export function alikeMarket(seed: number, requests: number, offers: number, most: number): SparseMarket {
  const random = seededNumbers(seed);
  const wanted = Float64Array.from({ length: requests * TASTES }, () => random() ** 3);
  const given = Float64Array.from({ length: offers * TASTES }, () => random() ** 3);
  const appeal = Float64Array.from({ length: offers }, () => 0.7 + 0.3 * random() ** 3);
  return collect(requests, capacities(offers, most, random), offers, (i, outOffers, outScores) => {
    for (let j = 0; j < offers; j++) {
      let fit = 0;
      for (let k = 0; k < TASTES; k++) fit += wanted[i * TASTES + k]! * given[j * TASTES + k]!;
      outOffers[j] = j;
      outScores[j] =
        Math.min(FIT_STEPS, Math.round((fit / 2) * appeal[j]! * FIT_STEPS)) * (SCALE / FIT_STEPS);
    }
    return offers;
  });
}
