import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Weights } from '@trellis/domain/programs/settings';
import { indexIn } from '../ascending.ts';
import type { NearList } from './near-lists.ts';
import type { OfferIndex } from './offer-index.ts';

/** A criterion that is a weighted mean over asked terms of the offer's best: one list and one share for each term. */
export interface AskedTerms {
  readonly lists: readonly NearList[];
  readonly shares: readonly number[];
  /** Σ shares; 0 when nothing is asked. */
  readonly all: number;
}

/** What lies near all that one request asks for. Criteria without weight ask for nothing. */
export interface AskedLists {
  readonly skills: AskedTerms;
  readonly goals: AskedTerms;
  readonly industries: AskedTerms;
  readonly path: NearList | null;
}

const NOTHING_ASKED: AskedTerms = { lists: [], shares: [], all: 0 };

const termsOf = (
  near: (term: number) => NearList,
  asked: readonly number[],
  shares: readonly number[] | null,
): AskedTerms => ({
  lists: asked.map(near),
  shares: shares ?? asked.map(() => 1),
  all: shares === null ? asked.length : shares.reduce((sum, share) => sum + share, 0),
});

export const askedLists = (index: OfferIndex, request: RequestSide, weights: Weights): AskedLists => ({
  skills: weights.skills > 0 ? termsOf(index.nearSkills, request.skills, request.skillWeight) : NOTHING_ASKED,
  goals: weights.goals > 0 ? termsOf(index.nearGoals, request.goals, null) : NOTHING_ASKED,
  industries:
    weights.industries > 0 ? termsOf(index.nearIndustries, request.industries, null) : NOTHING_ASKED,
  path: weights.path > 0 ? index.paths(request) : null,
});

/** What the list says of the offer at place p, 0 when it is not there. */
export const valueAt = ({ offer, value }: NearList, p: number): number => {
  const at = indexIn(offer, p);
  return at < 0 ? 0 : value[at]!;
};

/** The value of the criterion with the offer at place p, 0 when nothing is asked. */
export const meanAt = ({ lists, shares, all }: AskedTerms, p: number): number => {
  if (all === 0) return 0;
  let sum = 0;
  for (let k = 0; k < lists.length; k++) sum += shares[k]! * valueAt(lists[k]!, p);
  return Math.round(sum / all);
};
