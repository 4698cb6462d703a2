import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Weights } from '@trellis/domain/programs/settings';
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
