/** Re-solving after one person joins, leaves or changes. */
import { assignMostServed } from '../src/solver/assign.ts';
import { verifyAssignment } from '../src/solver/certificate.ts';
import {
  changeCapacity,
  changeOffer,
  changeRequest,
  openLiveMarket,
  removeOffer,
  removeRequest,
  snapshotLive,
} from '../src/solver/paths/incremental.ts';
import type { SparseMarket } from '../src/solver/sparse-market.ts';
import { seededNumbers } from '../src/solver/testing/markets.ts';
import { secondsOf } from './runs.ts';

/** Prints median and p99 per kind of change, and whether the end equals a fresh solve. */
export function measureChanges(name: string, market: SparseMarket, rounds: number): void {
  const live = openLiveMarket(market, assignMostServed(market));
  const random = seededNumbers(11);
  const times = new Map<string, number[]>();
  const time = (kind: string, change: () => void) => {
    const kept = times.get(kind) ?? [];
    times.set(kind, kept);
    kept.push(1000 * secondsOf(change));
  };
  for (let round = 0; round < rounds; round++) {
    const i = Math.floor(random() * market.requests);
    const pairs = Array.from(live.rowOffers[i]!, (id, e) => ({ id, score: live.rowScores[i]![e]! }));
    time('request leaves', () => removeRequest(live, i));
    time('request joins', () => changeRequest(live, i, pairs));
    const j = Math.floor(random() * market.offers);
    const seats = live.capacity[j]!;
    time('one seat more', () => changeCapacity(live, j, seats + 1));
    time('one seat less', () => changeCapacity(live, j, seats));
    if (round % 10 !== 0) continue;
    const scores = live.columnScores[j]!;
    const column = live.columnRequests[j]!.map((id, e) => ({ id, score: scores[e]! }));
    time('offer leaves', () => removeOffer(live, j));
    time('offer joins', () => changeOffer(live, j, seats, column));
  }
  console.log(`\nchanges on ${name}`);
  for (const [kind, kept] of times) {
    kept.sort((a, b) => a - b);
    const at = (share: number) => kept[Math.floor(share * kept.length)]!.toFixed(3);
    console.log(`  ${kind.padEnd(16)} median ${at(0.5)} ms   p99 ${at(0.99)} ms   (${kept.length})`);
  }
  const snapshot = snapshotLive(live);
  const fresh = assignMostServed(snapshot.market);
  const same = fresh.served === snapshot.plan.served && fresh.score === snapshot.plan.score;
  const proved = verifyAssignment(snapshot.market, snapshot.plan).ok;
  console.log(
    `  ${same ? 'equal to a fresh solve' : 'DIFFERS from a fresh solve'}, ${proved ? 'proved' : 'NOT PROVED'}`,
  );
}
