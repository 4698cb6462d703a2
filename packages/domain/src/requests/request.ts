import { z } from 'zod';
import type { MemberId, OfferId, ProgramId, RequestId, TermId } from '../ids.ts';
import type { Instant } from '../time.ts';

/** draft: being written · open: takes part in the next round · paused · served: all seats paired · withdrawn. */
export const REQUEST_STATUSES = ['draft', 'open', 'paused', 'served', 'withdrawn'] as const;
export const RequestStatus = z.enum(REQUEST_STATUSES);
export type RequestStatus = z.infer<typeof RequestStatus>;

/** must: without it the pair is never proposed · nice: a soft wish. */
export const NEEDS = ['must', 'nice'] as const;
export const Need = z.enum(NEEDS);
export type Need = z.infer<typeof Need>;

/** What someone seeks in a program. */
export interface Request {
  readonly id: RequestId;
  readonly programId: ProgramId;
  readonly memberId: MemberId;
  readonly status: RequestStatus;
  readonly seats: number;
  /** The wished move: from → towards. */
  readonly from: { readonly occupationId: TermId | null; readonly industryId: TermId | null };
  readonly towards: { readonly occupationId: TermId | null; readonly industryId: TermId | null };
  readonly goals: readonly TermId[];
  readonly skills: readonly { readonly termId: TermId; readonly need: Need }[];
  readonly industries: readonly TermId[];
  /** Languages this person needs to speak with the mentor; empty leaves it to the profile. */
  readonly languages: readonly string[];
  /** 0 "close to home" … 100 "new world"; null leaves it to the program's weight of reach. */
  readonly mix: number | null;
  readonly note: string | null;
  /** When it was opened: who waits longer comes first where all else is equal. */
  readonly openedAt: Instant | null;
  /** Rounds of this program it took part in and was left waiting. */
  readonly missedRounds: number;
  /** Ranked wishes, best first, at most five. */
  readonly wishes: readonly { readonly offerId: OfferId; readonly rank: number }[];
}
