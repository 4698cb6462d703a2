import { brokenRules } from '@trellis/domain/fit/broken-rules';
import type { Rule } from '@trellis/domain/programs/settings';
import type { PairTable } from '../pair-table.ts';
import type { Pool } from '../pool.ts';
import type { WaitingCause } from '../round-plan.ts';
import type { Holding, RoundStudy } from '../study.ts';

/** Beyond this many pairs the circle of all contested mentors is told instead of each request's own, and rules only where they bind. */
const MOST_PAIRS_FOLLOWED = 1_000_000;

/** Why a request is left with an empty seat: every cause that holds, the binding one first. */
export const waitingCauses = (study: RoundStudy, request: number): readonly WaitingCause[] => {
  const { pool, table, holding } = study;
  if (pool.offers.length === 0) return [{ code: 'no_offers', facts: {} }];
  const isLarge = pool.requests.length * pool.offers.length > MOST_PAIRS_FOLLOWED;
  const allowed = table.rowStart[request + 1]! - table.rowStart[request]!;
  const causes: WaitingCause[] = [];
  if (allowed > 0) {
    const circle = isLarge ? contestedCircle(study, request) : null;
    causes.push(circle ?? crowd(pool, table, holding, request));
  }
  if (allowed === 0 || !isLarge) causes.push(...ruledOut(pool, request));
  return causes;
};

/**
 * The prices of a plan that serves most mark the contested mentors: full in every such plan, and whoever they are paired with is
 * allowed only for contested ones. So Hall's condition fails for all of them together with anybody who waits.
 */
const contestedCircle = ({ pool, proof, holding }: RoundStudy, request: number): WaitingCause | null => {
  if (proof.kind !== 'prices' || proof.assignment.objective !== 'served') return null;
  let allowed = 0;
  let seats = 0;
  let rivals = pool.seats[request]!;
  proof.assignment.duals.dead.forEach((isContested, j) => {
    if (isContested === 0) return;
    allowed++;
    seats += pool.room[j]!;
    rivals += holding.atOffer[j]!.length;
  });
  return { code: 'contested', facts: { allowed, seats, rivals } };
};

/**
 * Follows the plan from the request: the mentors allowed for it, those they are paired with, the mentors allowed for
 * those, and so on. If all these mentors are full, nobody in this circle could make room: Hall's condition fails there,
 * and no plan at all could serve them all. Otherwise a seat was free, and using it would have lowered the total.
 * A request that has a seat with a mentor already cannot take a second one with the same mentor.
 */
const crowd = (pool: Pool, table: PairTable, holding: Holding, request: number): WaitingCause => {
  const seenOffer = new Uint8Array(pool.offers.length);
  const seenRequest = new Uint8Array(pool.requests.length);
  const queue = [request];
  seenRequest[request] = 1;
  let allowed = 0;
  let seats = 0;
  let hasRoom = false;
  for (let head = 0; head < queue.length; head++) {
    const i = queue[head]!;
    for (let e = table.rowStart[i]!; e < table.rowStart[i + 1]!; e++) {
      const j = table.column[e]!;
      if (seenOffer[j] === 1 || holding.atOffer[j]!.includes(i)) continue;
      seenOffer[j] = 1;
      allowed++;
      seats += pool.room[j]!;
      if (holding.atOffer[j]!.length < pool.room[j]!) hasRoom = true;
      for (const rival of holding.atOffer[j]!) {
        if (seenRequest[rival] === 1) continue;
        seenRequest[rival] = 1;
        queue.push(rival);
      }
    }
  }
  if (hasRoom) return { code: 'total_first', facts: { free: seats } };
  if (allowed === 0) return { code: 'few_mentors', facts: { seats: pool.seats[request]! } };
  let rivals = 0;
  for (const i of queue) rivals += pool.seats[i]!;
  holding.atOffer.forEach((held, j) => {
    if (seenOffer[j] === 0) rivals -= held.filter((i) => seenRequest[i] === 1).length;
  });
  return { code: 'contested', facts: { allowed, seats, rivals } };
};

const ruledOut = (pool: Pool, request: number): readonly WaitingCause[] => {
  const counts = new Map<Rule, { alone: number; all: number }>();
  let offers = 0;
  for (const offer of pool.offers) {
    const broken = brokenRules(pool.requests[request]!, offer, pool.yardstick, pool.history);
    if (broken.length > 0) offers++;
    for (const { rule } of broken) {
      const count = counts.get(rule) ?? { alone: 0, all: 0 };
      count.all++;
      if (broken.length === 1) count.alone++;
      counts.set(rule, count);
    }
  }
  const broken = [...counts].map(([rule, count]) => ({ rule, ...count }));
  broken.sort((a, b) => b.alone - a.alone || b.all - a.all || (a.rule < b.rule ? -1 : 1));
  return offers === 0 ? [] : [{ code: 'rules', facts: { offers, ready: pool.offers.length, broken } }];
};
