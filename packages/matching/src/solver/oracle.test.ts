/** The kernels against an LP solver on markets too large for exhaustive search. */
import highsLoader from 'highs';
import { beforeAll, expect, test } from 'vitest';
import { assignBestTotal, assignMostServed } from './assign.ts';
import { verifyAssignment } from './certificate.ts';
import type { SparseMarket } from './sparse-market.ts';
import { seededMarket } from './testing/markets.ts';

let highs: Awaited<ReturnType<typeof highsLoader>>;

beforeAll(async () => {
  highs = await highsLoader();
});

/** The market as a linear program; the seats of an offer are separate variables with their costs. */
function linearProgram(market: SparseMarket, bonus: number): string {
  const objective: string[] = [];
  const rows: string[] = [];
  const columns = Array.from({ length: market.offers }, () => [] as string[]);
  for (let i = 0; i < market.requests; i++) {
    const row: string[] = [];
    for (let e = market.rowStart[i]!; e < market.rowStart[i + 1]!; e++) {
      objective.push(`+ ${market.score[e]! + bonus} x${e}`);
      row.push(`x${e}`);
      columns[market.column[e]!]!.push(`x${e}`);
    }
    if (row.length > 0) rows.push(`${row.join(' + ')} <= 1`);
  }
  const bounds: string[] = [];
  for (const [j, pairs] of columns.entries()) {
    if (pairs.length === 0) continue;
    const seats: string[] = [];
    for (let k = 0; k < market.capacity[j]!; k++) {
      objective.push(`- ${market.slotStep * k} s${j}_${k}`);
      bounds.push(`0 <= s${j}_${k} <= 1`);
      seats.push(`- s${j}_${k}`);
    }
    rows.push(`${pairs.join(' + ')} ${seats.join(' ')} <= 0`);
  }
  return `Maximize\n ${objective.join(' ')}\nSubject To\n ${rows.join('\n ')}\nBounds\n ${bounds.join('\n ')}\nEnd\n`;
}

test('the optimum of an LP solver on 300 random markets', { timeout: 60_000 }, () => {
  for (let seed = 1; seed <= 150; seed++) {
    const market = seededMarket(seed, {
      requests: 5 + (seed % 30),
      offers: 3 + (seed % 11),
      perRow: 2 + (seed % 4),
      lowest: 0,
      highest: seed % 3 === 0 ? 3 : 100,
      capacity: 1 + (seed % 4),
      slotStep: [0, 7, 30][seed % 3]!,
    });
    if (market.column.length === 0) continue;
    const bonus = 100_000;
    const served = assignMostServed(market);
    const total = assignBestTotal(market);
    expect(highs.solve(linearProgram(market, bonus)).ObjectiveValue).toBeCloseTo(
      served.score + bonus * served.served,
      3,
    );
    expect(highs.solve(linearProgram(market, 0)).ObjectiveValue).toBeCloseTo(total.score, 3);
    expect(verifyAssignment(market, served).faults).toEqual([]);
    expect(verifyAssignment(market, total).faults).toEqual([]);
  }
});
