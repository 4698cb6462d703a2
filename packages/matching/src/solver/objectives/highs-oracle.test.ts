import highsLoader from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { planTotal, planValue } from './plan-value.ts';
import type { RichMarket } from './rich-market.ts';
import { solveRichMarket } from './solve-rich-market.ts';
import { randomMarket } from './testing/random-market.ts';

let highs: Awaited<ReturnType<typeof highsLoader>>;

beforeAll(async () => {
  highs = await highsLoader();
});

/** The market as a mixed-integer program: a variable per pair, per seat with a cost, per offer that may be closed. */
function integerProgram(market: RichMarket, bonus: number): string {
  const objective: string[] = [];
  const rows: string[] = [];
  const binaries: string[] = [];
  const at = (side: Int32Array, who: number) => [...side.keys()].filter((pair) => side[pair] === who);
  const sum = (pairs: readonly number[]) => pairs.map((pair) => `x${pair}`).join(' + ');
  market.pairRequest.forEach((_, pair) => {
    objective.push(`+ ${Number(market.gain[pair]) + bonus} x${pair}`);
    binaries.push(`x${pair}`);
  });
  for (let i = 0; i < market.requests; i++) {
    const pairs = at(market.pairRequest, i);
    if (pairs.length > 0) rows.push(`${sum(pairs)} <= ${market.seats[i]}`);
  }
  for (let j = 0; j < market.offers; j++) {
    const pairs = at(market.pairOffer, j);
    const least = Math.max(market.minimum[j]!, market.required[j]!);
    if (pairs.length === 0) {
      if (market.required[j] === 1) rows.push(`0 x0 >= 1`);
      continue;
    }
    binaries.push(`y${j}`);
    if (market.required[j] === 1) rows.push(`y${j} >= 1`);
    rows.push(`${sum(pairs)} - ${market.capacity[j]} y${j} <= 0`, `${sum(pairs)} - ${least} y${j} >= 0`);
    const seats: string[] = [];
    for (let k = 0; k < market.capacity[j]!; k++) {
      objective.push(`- ${Number(market.loadStep) * k} s${j}_${k}`);
      binaries.push(`s${j}_${k}`);
      seats.push(`- s${j}_${k}`);
    }
    rows.push(`${sum(pairs)} ${seats.join(' ')} <= 0`);
  }
  for (let s = 0; s < market.owners; s++) {
    const pairs = [...market.pairOffer.keys()].filter((pair) => market.owner[market.pairOffer[pair]!] === s);
    if (pairs.length > 0) rows.push(`${sum(pairs)} <= ${market.ownerCapacity[s]}`);
  }
  for (const pair of market.fixed) rows.push(`x${pair} >= 1`);
  const constraints = rows.map((row, k) => ` c${k}: ${row}`).join('\n');
  return `Maximize\n obj: ${objective.join(' ')}\nSubject To\n${constraints}\nBinary\n ${binaries.join(' ')}\nEnd\n`;
}

describe.each(['served', 'total'] as const)(
  '%s agrees with an integer program on medium markets',
  (objective) => {
    it.each([
      [
        'plain',
        60,
        (seed: number) => ({
          requests: 40,
          offers: 15,
          density: 0.2,
          maxCapacity: 3,
          gains: [-20, 100] as const,
          loadStep: seed % 5,
        }),
      ],
      [
        'owners and seats',
        40,
        (seed: number) => ({
          requests: 25,
          offers: 15,
          density: 0.3,
          maxSeats: 3,
          maxCapacity: 4,
          owners: 5,
          gains: [-20, 50] as const,
          loadStep: seed % 3,
          fixed: seed % 3,
        }),
      ],
      [
        'minima',
        30,
        (seed: number) => ({
          requests: 14,
          offers: 7,
          density: 0.5,
          maxCapacity: 5,
          minimums: true,
          gains: [0, 50] as const,
          owners: seed % 3,
        }),
      ],
    ] as const)('%s', (name, markets, shape) => {
      for (let seed = 1; seed <= markets; seed++) {
        const market = randomMarket(seed * 31 + name.length, shape(seed));
        if (market.pairRequest.length === 0) continue;
        const bonus = objective === 'served' ? 20_000 : 0;
        const solution = highs.solve(integerProgram(market, bonus));
        const plan = solveRichMarket(market, objective);
        expect(plan.isFeasible, `${name} ${seed}`).toBe(solution.Status === 'Optimal');
        if (!plan.isFeasible) continue;
        expect(
          Number(planTotal(market, plan.taken)) + bonus * plan.taken.length,
          `${name} ${seed}`,
        ).toBeCloseTo(solution.ObjectiveValue, 3);
        expect(plan.isProved).toBe(true);
        expect(plan.certificate.flaw).toBeNull();
      }
    });
  },
);

describe('beyond safe integers', () => {
  it('gains multiplied by a huge number change no plan and lose no digit', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const market = randomMarket(seed, {
        requests: 30,
        offers: 12,
        density: 0.4,
        maxCapacity: 3,
        gains: [-50, 1000],
        loadStep: seed % 4,
      });
      const factor = 10n ** BigInt(5 + 7 * (seed % 40));
      const huge: RichMarket = {
        ...market,
        gain: Array.from<number | bigint, bigint>(market.gain, (gain) => BigInt(gain) * factor),
        loadStep: BigInt(market.loadStep) * factor,
      };
      for (const objective of ['served', 'total', 'fair'] as const) {
        const small = solveRichMarket(market, objective);
        const large = solveRichMarket(huge, objective);
        if (!small.isFeasible || !large.isFeasible) throw new Error('both have plans');
        expect(large.certificate.flaw).toBeNull();
        expect([...large.taken], `seed ${seed} ${objective}`).toEqual([...small.taken]);
      }
    }
  });

  it('decides by the last of many digits', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const market = randomMarket(seed, {
        requests: 12,
        offers: 8,
        density: 0.6,
        maxCapacity: 2,
        gains: [0, 3],
      });
      const fine = randomMarket(seed, {
        requests: 12,
        offers: 8,
        density: 0.6,
        maxCapacity: 2,
        gains: [0, 9],
      });
      const scale = 10n ** 40n;
      const mixed: RichMarket = {
        ...market,
        gain: Array.from<number | bigint, bigint>(
          market.gain,
          (gain, p) => BigInt(gain) * scale + BigInt(fine.gain[p]!),
        ),
      };
      const plan = solveRichMarket(mixed, 'total');
      if (!plan.isFeasible) throw new Error('a plan exists');
      expect(plan.certificate.flaw).toBeNull();
      const coarse = solveRichMarket(market, 'total');
      if (!coarse.isFeasible) throw new Error('a plan exists');
      expect(BigInt(planValue(mixed, 'total', plan.taken)[0]!) / scale).toBe(planTotal(market, coarse.taken));
      expect(highs.solve(integerProgram(market, 0)).ObjectiveValue).toBeCloseTo(
        Number(planTotal(market, coarse.taken)),
        6,
      );
    }
  });
});
