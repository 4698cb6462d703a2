import type { Fit } from '@trellis/domain/fit/fit';
import type { OfferNotReady, RequestNotReady } from '@trellis/domain/fit/readiness';
import type { ReasonsForAll } from '@trellis/domain/fit/reason';
import type { MemberId, OfferId, RequestId, TermId } from '@trellis/domain/ids';
import type { Objective } from '@trellis/domain/programs/kinds';
import type { Rule } from '@trellis/domain/programs/settings';

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
  /** Rules exclude every ready offer; for each rule, how many of them it alone keeps away, and how many it touches. */
  | {
      readonly code: 'rules';
      readonly facts: {
        readonly offers: number;
        readonly broken: readonly { readonly rule: Rule; readonly alone: number; readonly all: number }[];
      };
    }
  /** Mentors are allowed, but all their seats serve others: `allowed` mentors with `seats` seats, which `rivals` requests need. */
  | {
      readonly code: 'contested';
      readonly facts: { readonly allowed: number; readonly seats: number; readonly rivals: number };
    }
  /** Objective "best total": serving this request would lower the total. */
  | { readonly code: 'total_first'; readonly facts: { readonly costs: number } };

export interface WaitingSeat {
  readonly requestId: RequestId;
  readonly memberId: MemberId;
  /** How many of its seats stay empty. */
  readonly seats: number;
  readonly causes: readonly WaitingCause[];
}

/** The proof, checked before a plan is returned. */
export interface RoundCertificate {
  /** `duals`: prices prove that no plan is better. `levels`: each level of the objective is proved in turn. */
  readonly kind: 'duals' | 'levels';
  readonly ok: true;
  readonly served: number;
  /** Σ fit − load costs of this plan, and the proved upper limit for any plan that serves as many. */
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

/** What another objective would give with the same people. */
export interface ObjectivePrice {
  readonly objective: Objective;
  readonly served: number;
  readonly total: number;
  /** The lowest fit among the paired, or null when nobody is. */
  readonly worst: number | null;
}

/** "`seats` more mentors like this would serve `more` more people": true when re-run. */
export interface Scarcity {
  readonly kind: 'skill' | 'industry' | 'goal' | 'language';
  /** The term, or the language tag. */
  readonly termId: TermId | null;
  readonly language: string | null;
  readonly seats: number;
  readonly more: number;
  /** Waiting requests that ask for it. */
  readonly asking: number;
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
  /** The other objectives beside the chosen one, which is among them. */
  readonly prices: readonly ObjectivePrice[];
  readonly scarcity: readonly Scarcity[];
  /** Two people who would both rather have each other than what the plan gives them, by fit. */
  readonly stability: {
    readonly blocking: number;
    readonly examples: readonly { readonly requestId: RequestId; readonly offerId: OfferId }[];
  };
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
