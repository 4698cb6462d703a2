/** Re-solving after one person joins, leaves or changes. */
import { assignMostServed } from '../src/solver/assign.ts';
import { verifyAssignment } from '../src/solver/certificate.ts';
import {
  addOffer,
  addRequest,
  changeCapacity,
  changeOffer,
  changeRequest,
  marketOf,
  openLiveMarket,
  planOf,
  removeOffer,
  removeRequest,
} from '../src/solver/paths/incremental.ts';
import type { LivePair } from '../src/solver/paths/live-lists.ts';
import type { PairLists } from '../src/solver/paths/pair-lists.ts';
import type { SparseMarket } from '../src/solver/sparse-market.ts';
import { seededNumbers } from '../src/solver/testing/markets.ts';
import { processorSecondsOf, secondsOf } from './runs.ts';

/** Prints median and p99 per kind of change, and whether the end equals a fresh solve. */
export function measureChanges(name: string, market: SparseMarket, rounds: number): void {
  const live = openLiveMarket(market, assignMostServed(market));
  const random = seededNumbers(11);
  const times = new Map<string, { clock: number[]; processor: number[] }>();
  const time = (kind: string, change: () => void) => {
    const kept = times.get(kind) ?? { clock: [], processor: [] };
    times.set(kind, kept);
    kept.processor.push(1000 * processorSecondsOf(() => kept.clock.push(1000 * secondsOf(change))));
  };
  for (let round = 0; round < rounds; round++) {
    const i = Math.floor(random() * market.requests);
    const row = pairsOf(live.rows, i);
    time('request leaves', () => removeRequest(live, i));
    time('request is back', () => changeRequest(live, i, row));
    const otherRow = moved(row, market.offers, random);
    time('request changes', () => changeRequest(live, i, otherRow));
    time('request changes', () => changeRequest(live, i, row));
    const j = Math.floor(random() * market.offers);
    const seats = live.capacity[j]!;
    time('one seat more', () => changeCapacity(live, j, seats + 1));
    time('one seat less', () => changeCapacity(live, j, seats));
    if (round % 3 !== 0) continue;
    const column = pairsOf(live.columns, j);
    time('offer leaves', () => removeOffer(live, j));
    time('offer is back', () => changeOffer(live, j, seats, column));
    const otherColumn = moved(column, market.requests, random);
    time('offer changes', () => changeOffer(live, j, seats, otherColumn));
    time('offer changes', () => changeOffer(live, j, seats, column));
    if (round % 30 !== 0) continue;
    time('request is new', () => void addRequest(live, row));
    time('offer is new', () => void addOffer(live, seats, column));
  }
  console.log(`\nchanges on ${name}`);
  for (const [kind, { clock, processor }] of times) {
    console.log(
      `  ${kind.padEnd(16)} median ${shareOf(clock, 0.5)} ms   p99 ${shareOf(clock, 0.99)} ms   ` +
        `p99 of processor time ${shareOf(processor, 0.99)} ms   (${clock.length})`,
    );
  }
  const [now, plan] = [marketOf(live), planOf(live)];
  const fresh = assignMostServed(now);
  const same = fresh.served === plan.served && fresh.score === plan.score;
  const proved = verifyAssignment(now, plan).ok;
  console.log(
    `  ${same ? 'equal to a fresh solve' : 'DIFFERS from a fresh solve'}, ${proved ? 'proved' : 'NOT PROVED'}`,
  );
}

function shareOf(times: number[], share: number): string {
  times.sort((a, b) => a - b);
  return times[Math.floor(share * times.length)]!.toFixed(3);
}

function pairsOf({ start, count, id, score }: PairLists, k: number): LivePair[] {
  return Array.from({ length: count[k]! }, (_, e) => ({
    id: id[start[k]! + e]!,
    score: score[start[k]! + e]!,
  }));
}

/** Another score for each pair, and now and then another person. */
function moved(pairs: readonly LivePair[], others: number, random: () => number): LivePair[] {
  const ids = new Set(pairs.map(({ id }) => id));
  return pairs.map(({ id, score }) => {
    const other = Math.floor(random() * others);
    const goes = random() < 0.1 && !ids.has(other);
    if (goes) ids.add(other);
    return { id: goes ? other : id, score: Math.max(0, score + Math.floor(20_000 * (random() - 0.5))) };
  });
}
