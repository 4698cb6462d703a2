import { type Exact, unrankedAt } from './certificate-costs.ts';
import { checkFewest, runOfFewest } from './certificate-fewest.ts';
import { type Checked, findBrokenLimit, type LevelClaim, leastOf, tally } from './certificate-tally.ts';
import { checkLevel, freeUnits, type Units } from './certificate-units.ts';
import type { Level, RichMarket } from './rich-market.ts';

/**
 * Checks a plan and its dual prices in exact integer arithmetic: that the plan keeps every limit, and for
 * each level that every unit still free obeys complementary slackness (a unit of positive reduced cost is
 * unused, one of negative reduced cost is used to its limit). Units of reduced cost other than 0 are the
 * same in every plan that is best so far, and out of the levels after. Shares no code with the solvers.
 * @returns the first thing wrong, or null
 */
export function findFlaw(market: RichMarket, claim: LevelClaim): string | null {
  const checked = tally(market, claim);
  const limit = findBrokenLimit(checked);
  if (limit !== null) return limit;
  const units = freeUnits(checked);
  const order = findOrderFlaw(checked);
  if (order !== null) return order;
  let before: Level | null = null;
  for (let k = 0; k < claim.proofs.length; k++) {
    const { level, nodes, prices } = claim.proofs[k]!;
    const open = findOpenBefore(checked, units, before, level);
    if (open !== null) return open;
    let flaw: string | null;
    if (level.kind === 'fewest') {
      const run = runOfFewest(claim.proofs, k);
      flaw = checkFewest(checked, units, run);
      k += run.length - 1;
    } else flaw = nodes === null ? checkLevel(checked, units, level, prices) : 'prices of some nodes only';
    if (flaw !== null) return `level ${level.kind}: ${flaw}`;
    before = claim.proofs[k]!.level;
  }
  return claim.isFeasible ? findOpenBefore(checked, units, before, null) : null;
}

/**
 * Checks the limits alone: seats, capacities, owners, fixed pairs, closed offers and the minima of the
 * offers that `choice` asks for.
 */
export function findLimitFlaw(market: RichMarket, choice: Int8Array, taken: Int32Array): string | null {
  return findBrokenLimit(tally(market, { objective: 'total', choice, taken, isFeasible: true, proofs: [] }));
}

/** Whether the levels come in the order that the objective asks for, none left out (ranks apart). */
function findOrderFlaw({ market, claim, fixedAtOffer }: Checked): string | null {
  const kinds = claim.proofs.map((proof) => proof.level.kind);
  let needed = 0;
  let filled = 0;
  for (let j = 0; j < market.offers; j++) {
    if (claim.choice[j]! <= 0) continue;
    const missing = Math.max(0, leastOf(market, j) - fixedAtOffer[j]!);
    needed += missing;
    filled += Math.min(
      missing,
      claim.taken.reduce((n, pair) => n + Number(market.pairOffer[pair] === j), -fixedAtOffer[j]!),
    );
  }
  const must = needed > 0 ? 'must ' : '';
  if (!claim.isFeasible)
    return kinds.join(' ') === 'must' && filled < needed ? null : 'no proof that minima cannot be met';
  const patterns = {
    total: /^total$/,
    served: /^served total$/,
    fair: /^served( fewest)* total$/,
    'fair-seats': /^served( fewest)* total$/,
    greedy: /^served( most)*$/,
    generous: /^served( fewest)*$/,
    'rank-sum': /^served rank-sum$/,
  };
  const found = kinds.join(' ');
  if (!found.startsWith(must) || !patterns[claim.objective].test(found.slice(must.length)))
    return `levels: ${found}`;
  let above: Exact | null = null;
  for (const { level } of claim.proofs) {
    if (level.kind !== 'fewest') continue;
    if (level.worth !== (claim.objective === 'generous' ? 'minus-rank' : 'gain'))
      return 'levels by the wrong worth';
    if (level.above !== above || (above !== null && level.at <= above)) return 'levels out of order';
    above = level.at;
  }
  return null;
}

/** Whether something that should have been decided between two levels is still open. */
function findOpenBefore(
  checked: Checked,
  units: Units,
  before: Level | null,
  next: Level | null,
): string | null {
  switch (checked.claim.objective) {
    case 'greedy':
      return next === null || next.kind === 'most' ? findSkippedRank(checked, units, before, next) : null;
    case 'generous':
      return next === null ? findUnlifted(checked, units, before) : null;
    case 'fair':
    case 'fair-seats':
      return next?.kind === 'total' ? findUnlifted(checked, units, before) : null;
    default:
      return null;
  }
}

/** A rank may be passed over only if no pair of it can still change. */
function findSkippedRank(
  checked: Checked,
  units: Units,
  before: Level | null,
  next: Level | null,
): string | null {
  const { market } = checked;
  const unranked = unrankedAt(market);
  const from = before?.kind === 'most' ? before.rank : 0;
  const to = next?.kind === 'most' ? next.rank : unranked + 1;
  if (to <= from) return 'ranks out of order';
  for (let k = 0; k < units.count; k++) {
    const rank = market.requestRank[units.pairs[k]!]! || unranked;
    if (rank > from && rank < to) return `rank ${rank} is open`;
  }
  return null;
}

/** All is lifted once every pair taken above the last level is the same in all plans as good. */
function findUnlifted(checked: Checked, units: Units, before: Level | null): string | null {
  const { market, claim, isTaken } = checked;
  if (claim.objective === 'fair' && market.seats.some((seats) => seats > 1)) {
    return 'leximin levels prove nothing for requests of several seats';
  }
  const unranked = unrankedAt(market);
  const decided = before?.kind === 'fewest' ? before.at : null;
  for (let k = 0; k < units.count; k++) {
    const pair = units.pairs[k]!;
    if (isTaken[pair] === 0) continue;
    const worth =
      claim.objective === 'generous' ? -(market.requestRank[pair]! || unranked) : market.gain[pair]!;
    if (decided === null || worth > decided) return `pair ${pair} is not decided`;
  }
  return null;
}
