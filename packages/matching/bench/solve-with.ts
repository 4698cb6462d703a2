/**
 * Solves one MMI1 file with a package of the npm registry, cold, and prints one line for machines: `total` is the
 * package's own call, without loading it and without writing the market down in its terms.
 *   solve-with PACKAGE FILE
 */
import { readFileSync } from 'node:fs';
import { readMmi } from '../src/mmi.ts';
import type { SparseMarket } from '../src/solver/sparse-market.ts';
import { peakMemory } from './peak-memory.ts';

/** Reads the answer of a package's call: the offer of each request, or −1. */
type Answer = () => Int32Array;
/** Loads a package, puts a market into its terms and hands back the call to be measured. */
type Prepare = (market: SparseMarket) => Promise<() => Answer>;

/** One column for each seat, of no more seats than could be filled. */
function seatsOf(market: SparseMarket): { owner: number[]; first: number[] } {
  const owner: number[] = [];
  const first: number[] = [];
  for (let j = 0; j < market.offers; j++) {
    first.push(owner.length);
    for (let k = 0; k < market.capacity[j]!; k++) owner.push(j);
  }
  return { owner, first };
}

/** A matrix with a row for each request and a column for each seat; pairs not listed are far below 0. */
function matrixOf(market: SparseMarket, sign: 1 | -1): { matrix: number[][]; owner: number[] } {
  const { owner, first } = seatsOf(market);
  const matrix = Array.from({ length: market.requests }, (_, i) => {
    const row = new Array<number>(owner.length).fill(-sign * 1e10);
    for (let e = market.rowStart[i]!; e < market.rowStart[i + 1]!; e++) {
      const j = market.column[e]!;
      for (let k = 0; k < market.capacity[j]!; k++) row[first[j]! + k] = sign * market.score[e]!;
    }
    return row;
  });
  return { matrix, owner };
}

function seated(market: SparseMarket, pairs: Iterable<readonly [number, number]>): Int32Array {
  const mate = new Int32Array(market.requests).fill(-1);
  for (const [i, j] of pairs) if (pairOf(market, i, j) >= 0) mate[i] = j;
  return mate;
}

function pairOf(market: SparseMarket, i: number, j: number): number {
  for (let e = market.rowStart[i]!; e < market.rowStart[i + 1]!; e++) if (market.column[e] === j) return e;
  return -1;
}

const packages: Readonly<Record<string, Prepare>> = {
  munkres: async (market) => {
    const { default: munkres } = await import('munkres');
    const { matrix, owner } = matrixOf(market, -1);
    return () => {
      const pairs = munkres(matrix);
      return () =>
        seated(
          market,
          pairs.map(([i, seat]) => [i, owner[seat]!] as const),
        );
    };
  },
  'linear-sum-assignment': async (market) => {
    const { linearSumAssignment } = await import('linear-sum-assignment');
    const { matrix, owner } = matrixOf(market, 1);
    return () => {
      const { rowAssignments } = linearSumAssignment(matrix, { maximaze: true });
      return () =>
        seated(
          market,
          Array.from(rowAssignments, (seat, i) => [i, owner[seat] ?? -1] as const),
        );
    };
  },
  'min-cost-flow': async (market) => {
    const { minCostFlowForNumberNodes } = await import('min-cost-flow');
    const { requests, offers } = market;
    const sink = requests + offers + 1;
    const graph: { from: number; to: number; capacity: number; cost: number }[] = [];
    for (let i = 0; i < requests; i++) {
      graph.push({ from: 0, to: 1 + i, capacity: 1, cost: 0 });
      for (let e = market.rowStart[i]!; e < market.rowStart[i + 1]!; e++) {
        const to = 1 + requests + market.column[e]!;
        graph.push({ from: 1 + i, to, capacity: 1, cost: -market.score[e]! });
      }
    }
    for (let j = 0; j < offers; j++) {
      graph.push({ from: 1 + requests + j, to: sink, capacity: market.capacity[j]!, cost: 0 });
    }
    return () => {
      const edges = minCostFlowForNumberNodes(graph);
      const used = edges.filter(({ from, to, flow }) => from !== 0 && to !== sink && flow > 0);
      return () =>
        seated(
          market,
          used.map(({ from, to }) => [from - 1, to - 1 - requests] as const),
        );
    };
  },
  highs: async (market) => {
    const { default: load } = await import('highs');
    const highs = await load();
    const program = programOf(market);
    return () => {
      const { Columns } = highs.solve(program);
      return () => {
        const mate = new Int32Array(market.requests).fill(-1);
        for (let i = 0; i < market.requests; i++) {
          for (let e = market.rowStart[i]!; e < market.rowStart[i + 1]!; e++) {
            const column = Columns[`x${e}`];
            if (column !== undefined && 'Primal' in column && column.Primal > 0.5)
              mate[i] = market.column[e]!;
          }
        }
        return mate;
      };
    };
  },
};

/** A linear program with a bonus for every request served. */
function programOf(market: SparseMarket): string {
  const bonus = 10_000_000;
  const objective: string[] = [];
  const rows: string[] = [];
  const columns = Array.from({ length: market.offers }, () => [] as string[]);
  for (let i = 0; i < market.requests; i++) {
    const row: string[] = [];
    for (let e = market.rowStart[i]!; e < market.rowStart[i + 1]!; e++) {
      objective.push(`${market.score[e]! + bonus} x${e}`);
      row.push(`x${e}`);
      columns[market.column[e]!]!.push(`x${e}`);
    }
    if (row.length > 0) rows.push(`${row.join(' + ')} <= 1`);
  }
  for (const [j, column] of columns.entries()) {
    if (column.length > 0) rows.push(`${column.join(' + ')} <= ${market.capacity[j]}`);
  }
  return `Maximize\n ${objective.join('\n + ')}\nSubject To\n ${rows.join('\n ')}\nEnd\n`;
}

const [name = '', file = ''] = process.argv.slice(2);
const prepare = packages[name];
if (prepare === undefined) throw new Error(`unknown package ${name}`);
const market = readMmi(readFileSync(file));
const call = await prepare(market);
const start = process.hrtime.bigint();
const cpu = process.cpuUsage();
const answer = call();
const used = process.cpuUsage(cpu);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const peak = peakMemory();
const mate = answer();
let card = 0;
let score = 0;
for (let i = 0; i < market.requests; i++) {
  if (mate[i]! < 0) continue;
  card++;
  score += market.score[pairOf(market, i, mate[i]!)]!;
}
const processor = (used.user + used.system) / 1e6;
console.log(
  `total=${seconds.toFixed(5)} cpu=${processor.toFixed(5)} card=${card} score=${score} peakMB=${peak.toFixed(1)}`,
);
