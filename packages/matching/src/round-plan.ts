import type { Fit } from '@trellis/domain/fit/fit';
import type { OfferNotReady, RequestNotReady } from '@trellis/domain/fit/readiness';
import type { ReasonsForAll } from '@trellis/domain/fit/reason';
import type { MemberId, OfferId, RequestId, TermId } from '@trellis/domain/ids';
import type { Objective } from '@trellis/domain/programs/kinds';
import type { Rule } from '@trellis/domain/programs/settings';
import type { DayPart } from '@trellis/domain/rounds/mentor-kinds';
import type { TimeZone } from '@trellis/domain/time';

export interface PlannedPairing {
  readonly requestId: RequestId;
  /** Seat numbers start at 1; seats of live pairings are left out. */
  readonly requestSeat: number;
  readonly offerId: OfferId;
  readonly offerSeat: number;
  readonly menteeId: MemberId;
  readonly mentorId: MemberId;
  /** Decided by hand before the round. */
  readonly fixed: boolean;
  readonly fit: Fit;
  readonly reasons: ReasonsForAll;
}

/** Why a seat of a request stays empty. Only causes that hold; the first is the binding one. */
export type WaitingCause =
  /** No mentor of this program is ready. */
  | { readonly code: 'no_offers'; readonly facts: Record<never, never> }
  /**
   * Rules keep away `offers` of the `ready` mentors; for each rule, how many it alone keeps away, and how many it touches.
   */
  | {
      readonly code: 'rules';
      readonly facts: {
        readonly offers: number;
        readonly ready: number;
        readonly broken: readonly { readonly rule: Rule; readonly alone: number; readonly all: number }[];
      };
    }
  /**
   * Hall's condition fails around this request: the `allowed` mentors it could be served by, directly or by moving others,
   * have `seats` seats in all, and `rivals` seats of requests that cannot go elsewhere need them.
   */
  | {
      readonly code: 'contested';
      readonly facts: { readonly allowed: number; readonly seats: number; readonly rivals: number };
    }
  /** Each of its `seats` seats needs another mentor, and every allowed one is among them already. */
  | { readonly code: 'few_mentors'; readonly facts: { readonly seats: number } }
  /** Objective "best total": room could be made, and making it would lower the total. */
  | { readonly code: 'total_first'; readonly facts: { readonly free: number } };

export interface WaitingSeat {
  readonly requestId: RequestId;
  readonly memberId: MemberId;
  /** How many of its seats stay empty. */
  readonly seats: number;
  readonly causes: readonly WaitingCause[];
}

/** The proof, checked before a plan is returned. */
export interface RoundCertificate {
  /** `prices`: one set of prices proves that no plan is better. `levels`: each level of the objective was proved in turn. */
  readonly kind: 'prices' | 'levels';
  readonly ok: true;
  readonly served: number;
  /** Σ fit − load costs of the pairs that were free to choose, and the proved upper limit for it. */
  readonly total: number;
  readonly bound: number;
  readonly requests: number;
  readonly offers: number;
  /** Allowed pairs: the plan is best over all of them. */
  readonly pairs: number;
  /** What one more seat of each offer is worth in fit; contested ones would serve one more request. Offers at 0 left out. */
  readonly prices: readonly {
    readonly offerId: OfferId;
    readonly price: number;
    readonly contested: boolean;
  }[];
}

/** What another objective would give with the same people: the price of the choice. */
export interface ObjectivePrice {
  readonly objective: Objective;
  readonly served: number;
  readonly total: number;
  /** The lowest fit among the paired, or null when nobody is. */
  readonly worst: number | null;
}

/**
 * "`mentors` more mentors of this kind, with `seats` seats each, would serve `more` more people": true when re-run with
 * people who name just this and leave all else blank (`kindOf`). The kind `any` is a mentor who names nothing at all.
 */
export interface Scarcity {
  readonly kind: 'any' | 'skill' | 'industry' | 'language' | 'hours' | 'zone';
  /** Of the kinds `skill` and `industry`. */
  readonly termId: TermId | null;
  readonly language: string | null;
  /** Of the kind `hours`, on the clock of `timeZone`. */
  readonly dayPart: DayPart | null;
  /** Of the kinds `hours` and `zone`. */
  readonly timeZone: TimeZone | null;
  readonly mentors: number;
  readonly seats: number;
  readonly more: number;
  /** Waiting requests that ask for it, or have time then; for `any` all that wait. */
  readonly asking: number;
}

/** Two who would both rather have each other than what the plan gives them, measured by fit. */
export interface Stability {
  readonly blocking: number;
  readonly examples: readonly { readonly requestId: RequestId; readonly offerId: OfferId }[];
}

export interface RoundReport {
  readonly objective: Objective;
  readonly seats: number;
  readonly room: number;
  readonly served: number;
  readonly total: number;
  readonly worst: number | null;
  /** Mean share of evidence among the paired, 0…10000. */
  readonly evidence: number;
  readonly bridges: number;
  /** The other objectives beside the chosen one, which is among them; in large pools only those that are quick to find. */
  readonly prices: readonly ObjectivePrice[];
  readonly scarcity: readonly Scarcity[];
  readonly stability: Stability;
}

export interface RoundPlan {
  readonly status: 'planned';
  readonly pairings: readonly PlannedPairing[];
  readonly waiting: readonly WaitingSeat[];
  readonly notReady: {
    readonly requests: readonly {
      readonly requestId: RequestId;
      readonly memberId: MemberId;
      readonly reason: RequestNotReady;
    }[];
    readonly offers: readonly {
      readonly offerId: OfferId;
      readonly memberId: MemberId;
      readonly reason: OfferNotReady;
    }[];
  };
  readonly certificate: RoundCertificate;
  readonly report: RoundReport;
}

export type InfeasibleCause =
  | {
      readonly code: 'fixed_not_ready';
      readonly facts: {
        readonly requestId: RequestId;
        readonly offerId: OfferId;
        readonly reason: RequestNotReady | OfferNotReady | 'unknown';
      };
    }
  | {
      readonly code: 'fixed_breaks_rules';
      readonly facts: {
        readonly requestId: RequestId;
        readonly offerId: OfferId;
        readonly rules: readonly Rule[];
      };
    }
  | {
      readonly code: 'fixed_over_capacity';
      readonly facts: { readonly offerId: OfferId; readonly fixed: number; readonly room: number };
    }
  | {
      readonly code: 'fixed_over_seats';
      readonly facts: { readonly requestId: RequestId; readonly fixed: number; readonly seats: number };
    };

export interface Infeasible {
  readonly status: 'infeasible';
  readonly causes: readonly InfeasibleCause[];
}
export interface Cancelled {
  readonly status: 'cancelled';
}
/** The certificate did not hold: nothing may be saved. A bug, reported instead of a wrong plan. */
export interface NotProved {
  readonly status: 'not_proved';
  readonly reason: string;
}
export type RoundResult = RoundPlan | Infeasible | Cancelled | NotProved;
