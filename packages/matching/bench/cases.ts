import type { SparseMarket } from '../src/solver/sparse-market.ts';
import {
  chainMarket,
  equalMarket,
  ladderMarket,
  productMarket,
  sameFortyMarket,
  scarce,
  shuffledChainMarket,
  sparseProductMarket,
} from './degenerate-markets.ts';
import { denseMarket } from './dense-markets.ts';
import { geometricMarket, skillMarket, uniformMarket } from './markets.ts';

/** A benchmark market by name. `quick` ones run in `--quick` too. */
export interface BenchCase {
  readonly name: string;
  readonly about: string;
  readonly quick: boolean;
  readonly repeats: number;
  readonly make: () => SparseMarket;
}

const K = 1000;
const M = 10_000;
const L = 100_000;

export const benchCases: readonly BenchCase[] = [
  entry('contested-10k', '10k × 3k × 50, skills, one crowd', true, 5, () =>
    skillMarket(1, M, 3000, 50, 5, false),
  ),
  entry('clustered-10k', '10k × 3k × 50, skills in trades', true, 5, () =>
    skillMarket(2, M, 3000, 50, 7, true),
  ),
  entry('geometric-10k', '10k × 3k × 50, by distance', true, 5, () => geometricMarket(3, M, 3000, 50, 5)),
  entry('open-10k', '10k × 3k × 50, uniform, seats for all', true, 5, () =>
    uniformMarket(4, M, 3000, 50, 1.5),
  ),
  entry('dense-2k', '2k × 700, every pair', true, 3, () => denseMarket(5, 2000, 700, 5)),
  entry('forty', '10k × 3k × 80, all want the same forty', true, 3, () => sameFortyMarket(6, M, 3000, 80)),
  entry('forty-scarce', 'the same with half the seats', false, 3, () =>
    scarce(sameFortyMarket(6, M, 3000, 80)),
  ),
  entry('equal', '10k × 3k × 50, all scores equal', true, 3, () => equalMarket(7, M, 3000, 50)),
  entry('equal-scarce', 'the same with half the seats', false, 3, () => scarce(equalMarket(7, M, 3000, 50))),
  entry('chain', '20k × 20k, one long alternating chain', true, 3, () => chainMarket(20_000)),
  entry('chain-shuffled', '20k × 20k, the same in no order', false, 3, () => shuffledChainMarket(8, 20_000)),
  entry('ladder', '10k × 10k × 20, all must move down one ladder', false, 3, () => ladderMarket(5, M)),
  entry('forty-1k', '1k × 300 × 60, all want the same forty', true, 5, () => sameFortyMarket(6, K, 300, 60)),
  entry('equal-1k', '1k × 300 × 50, all scores equal', true, 5, () => equalMarket(7, K, 300, 50)),
  entry('chain-1k', '1k × 1k, one long alternating chain', true, 5, () => chainMarket(K)),
  entry('ladder-1k', '1k × 1k × 20, all must move down one ladder', true, 5, () => ladderMarket(5, K)),
  entry('product-300', '300 × 300, costs i × j', true, 5, () => productMarket(300)),
  entry('product-sparse-1k', '1k × 1k × 30, costs i × j', true, 5, () => sparseProductMarket(5, K)),
  entry('product', '1k × 1k, costs i × j', true, 3, () => productMarket(1000)),
  entry('product-2k', '2k × 2k, costs i × j', false, 3, () => productMarket(2000)),
  entry('product-sparse', '10k × 10k × 30, costs i × j', false, 3, () => sparseProductMarket(5, M)),
  entry('contested-100k', '100k × 30k × 50, skills, one crowd', false, 3, () =>
    skillMarket(1, L, 30_000, 50, 5, false),
  ),
  entry('clustered-100k', '100k × 30k × 50, skills in trades', false, 3, () =>
    skillMarket(2, L, 30_000, 50, 7, true),
  ),
  entry('geometric-100k', '100k × 30k × 50, by distance', false, 3, () =>
    geometricMarket(3, L, 30_000, 50, 5),
  ),
  entry('open-100k', '100k × 30k × 100, uniform, seats for all', false, 3, () =>
    uniformMarket(4, L, 30_000, 100, 1.5),
  ),
];

function entry(
  name: string,
  about: string,
  quick: boolean,
  repeats: number,
  make: () => SparseMarket,
): BenchCase {
  return { name, about, quick, repeats, make };
}
