/** The packages of the npm registry that solve assignment problems, each through its own front door. */
import highsLoader from 'highs';
import { linearSumAssignment } from 'linear-sum-assignment';
import { minCostFlowForNumberNodes } from 'min-cost-flow';
import munkres from 'munkres';
import { assignMostServed } from '../src/solver/assign.ts';
import type { SparseMarket } from '../src/solver/sparse-market.ts';
import { denseMarket, uniformMarket } from './markets.ts';
import { median, secondsOf } from './runs.ts';

type Solve = (market: SparseMarket) => number;

/** A square matrix of scores; pairs not listed score far below 0. */
function matrixOf(market: SparseMarket, sign: 1 | -1): number[][] {
  return Array.from({ length: market.requests }, (_, i) => {
    const row = new Array<number>(market.offers).fill(-sign * 1e10);
    for (let e = market.rowStart[i]!; e < market.rowStart[i + 1]!; e++)
      row[market.column[e]!] = sign * market.score[e]!;
    return row;
  });
}

const byMunkres: Solve = (market) => {
  const costs = matrixOf(market, -1);
  return munkres(costs).reduce((sum, [i, j]) => sum + Math.max(0, -costs[i]![j]!), 0);
};

const byLinearSum: Solve = (market) => {
  const scores = matrixOf(market, 1);
  const { rowAssignments } = linearSumAssignment(scores, { maximaze: true });
  return scores.reduce((sum, row, i) => sum + Math.max(0, row[rowAssignments[i]!] ?? 0), 0);
};

/** Source 0, requests, offers, sink. */
const byFlow: Solve = (market) => {
  const { requests, offers } = market;
  const sink = requests + offers + 1;
  const graph: { from: number; to: number; capacity: number; cost: number }[] = [];
  for (let i = 0; i < requests; i++) {
    graph.push({ from: 0, to: 1 + i, capacity: 1, cost: 0 });
    for (let e = market.rowStart[i]!; e < market.rowStart[i + 1]!; e++) {
      graph.push({ from: 1 + i, to: 1 + requests + market.column[e]!, capacity: 1, cost: -market.score[e]! });
    }
  }
  for (let j = 0; j < offers; j++) {
    graph.push({ from: 1 + requests + j, to: sink, capacity: market.capacity[j]!, cost: 0 });
  }
  return minCostFlowForNumberNodes(graph).reduce((sum, edge) => sum - edge.cost * edge.flow, 0);
};

/** As a linear program with a bonus for every request served. */
function programOf(market: SparseMarket, bonus: number): string {
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

/** Prints each package's time beside ours; dense and sparse, from 200 × 200 up. */
export async function compareWithNpm(full: boolean): Promise<void> {
  const highs = await highsLoader();
  const bonus = 10_000_000;
  const byHighs: Solve = (market) => {
    const { Columns } = highs.solve(programOf(market, bonus));
    let sum = 0;
    for (let e = 0; e < market.score.length; e++) {
      const column = Columns[`x${e}`];
      if (column !== undefined && 'Primal' in column) sum += market.score[e]! * Math.round(column.Primal);
    }
    return sum;
  };
  const dense = {
    munkres: byMunkres,
    'linear-sum-assignment': byLinearSum,
    'min-cost-flow': byFlow,
    highs: byHighs,
  };
  const sparse = { 'min-cost-flow': byFlow, highs: byHighs };
  compare('200 × 200, every pair', denseMarket(1, 200, 200, 1), dense, 3);
  compare('200 × 200 × 10', uniformMarket(2, 200, 200, 10, 1), sparse, 3);
  compare('500 × 500, every pair', denseMarket(3, 500, 500, 1), { 'linear-sum-assignment': byLinearSum }, 3);
  compare('1,000 × 300 × 20', uniformMarket(4, 1000, 300, 20, 1), { highs: byHighs }, 3);
  if (!full) return;
  compare('500 × 500, every pair', denseMarket(3, 500, 500, 1), { munkres: byMunkres }, 1);
  compare(
    '2,000 × 2,000, every pair',
    denseMarket(5, 2000, 2000, 1),
    { 'linear-sum-assignment': byLinearSum },
    1,
  );
  compare('10,000 × 3,000 × 50', uniformMarket(6, 10_000, 3000, 50, 1), { highs: byHighs }, 1);
}

function compare(name: string, market: SparseMarket, packages: Record<string, Solve>, repeats: number): void {
  console.log(`\n${name}`);
  for (const [packageName, solve] of Object.entries(packages)) {
    const ours: number[] = [];
    const theirs: number[] = [];
    let equal = true;
    for (let k = 0; k < repeats; k++) {
      let ourScore = 0;
      let theirScore = 0;
      theirs.push(secondsOf(() => (theirScore = solve(market))));
      ours.push(secondsOf(() => (ourScore = assignMostServed(market).score)));
      equal &&= ourScore === theirScore;
    }
    const ratio = median(theirs) / median(ours);
    console.log(
      `  ${packageName.padEnd(22)} ${milliseconds(median(theirs))}   ours ${milliseconds(median(ours))}   ` +
        `${ratio.toFixed(1)} × ours   ${equal ? 'same optimum' : 'OTHER RESULT'}`,
    );
  }
}

function milliseconds(seconds: number): string {
  return `${(1000 * seconds).toFixed(1).padStart(9)} ms`;
}
