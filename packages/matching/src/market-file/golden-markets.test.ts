import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Objective } from '../solver/objectives/rich-market.ts';
import { solveMarketFile } from './solve-market-file.ts';

/** A small market with what is known about its plans; `pairings` are "request offer". */
interface Golden {
  readonly about: string;
  readonly market: object;
  readonly cases: readonly {
    readonly objective: Objective;
    readonly offerOptimal?: boolean;
    readonly status?: string;
    readonly assignments?: number;
    readonly total?: string;
    readonly pairings?: readonly string[];
    readonly waiting?: Readonly<Record<string, readonly string[]>>;
    readonly causes?: readonly string[];
  }[];
}

const FOLDER = new URL('../../golden/markets/', import.meta.url);
const files = readdirSync(FOLDER);

describe.each(files)('golden market %s', (name) => {
  const golden = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Golden;

  it.each(
    golden.cases.map(
      (known) => [known.objective + (known.offerOptimal ? ' for the offers' : ''), known] as const,
    ),
  )('%s', (_, known) => {
    const result = solveMarketFile(JSON.stringify(golden.market), {
      objective: known.objective,
      isOfferOptimal: known.offerOptimal ?? false,
      seed: 1,
      withPrices: false,
    });
    expect(result.status).toBe(known.status ?? 'optimal');
    if (known.causes !== undefined) expect(result.causes).toEqual(known.causes);
    else expect(result.certificate?.ok).toBe(true);
    if (known.assignments !== undefined) expect(result.assignments).toBe(known.assignments);
    if (known.total !== undefined) expect(result.total.digits).toBe(known.total);
    if (known.pairings !== undefined) {
      expect(result.pairings.map(([request, offer]) => `${request} ${offer}`)).toEqual(known.pairings);
    }
    if (known.waiting !== undefined) {
      expect(Object.fromEntries(result.waiting.map(({ request, causes }) => [request, causes]))).toEqual(
        known.waiting,
      );
    }
  });
});

describe('a national programme of fifty people', () => {
  // Forty-four easy pairs and three knots of two: one of each knot can only meet the expert whom the
  // other likes a little better, so a matcher that takes the best pair first leaves three with nobody.
  const requests = Array.from({ length: 50 }, (_, k) => ({ id: `person ${k}` }));
  const offers = Array.from({ length: 50 }, (_, k) => ({ id: `mentor ${k}`, capacity: 1 }));
  const pairs: [string, string, number][] = [];
  for (let k = 0; k < 44; k++)
    pairs.push([`person ${k}`, `mentor ${k}`, 0.9], [`person ${k}`, `mentor ${(k + 1) % 44}`, 0.6]);
  for (let k = 44; k < 50; k += 2) {
    pairs.push(
      [`person ${k}`, `mentor ${k}`, 0.5],
      [`person ${k + 1}`, `mentor ${k}`, 0.8],
      [`person ${k + 1}`, `mentor ${k + 1}`, 0.4],
    );
  }

  it('serves all fifty where best-first leaves three', () => {
    const met = new Set<string>();
    for (const [request, offer] of [...pairs].sort((a, b) => b[2] - a[2])) {
      if (!met.has(request) && !met.has(offer)) met.add(request).add(offer);
    }
    expect(requests.filter(({ id }) => !met.has(id))).toHaveLength(3);
    for (const objective of ['served', 'fair', 'greedy', 'generous', 'rank-sum'] as const) {
      const result = solveMarketFile(JSON.stringify({ requests, offers, pairs }), {
        objective,
        isOfferOptimal: false,
        seed: 1,
        withPrices: false,
      });
      expect(result.served).toBe(50);
      expect(result.waiting).toEqual([]);
    }
  });
});
