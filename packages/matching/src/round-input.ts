import type { ZoneRules } from '@trellis/domain/availability/zone-rules';
import type { MemberId, OfferId, ProgramId, RequestId } from '@trellis/domain/ids';
import type { MemberStatus } from '@trellis/domain/members/roles';
import type { Offer } from '@trellis/domain/offers/offer';
import type { SeparationKind } from '@trellis/domain/pairings/separations';
import type { Profile } from '@trellis/domain/profiles/profile';
import type { Objective } from '@trellis/domain/programs/kinds';
import type { RuleSettings, Weights } from '@trellis/domain/programs/settings';
import type { Request } from '@trellis/domain/requests/request';
import type { Term } from '@trellis/domain/taxonomy/tree';
import type { Instant } from '@trellis/domain/time';

export interface RoundMember {
  readonly profile: Profile;
  readonly status: MemberStatus;
}

/** A live pairing: it holds one numbered seat on each side (numbers start at 1). */
export interface HeldSeat {
  readonly requestId: RequestId;
  readonly requestSeat: number;
  readonly offerId: OfferId;
  readonly offerSeat: number;
}

/**
 * All a round looks at, as plain JSON: the same input with the same settings gives the same plan, years later too.
 * The order of every list is without meaning. Requests and offers are those of one program, ready or not.
 */
export interface RoundInput {
  readonly programId: ProgramId;
  /** The round's date: its week is the one in which hours are compared. */
  readonly at: Instant;
  readonly terms: readonly Term[];
  /** Rules of the members' zones around the round's date. */
  readonly zones: ZoneRules;
  readonly members: readonly RoundMember[];
  readonly requests: readonly Request[];
  readonly offers: readonly Offer[];
  readonly held: readonly HeldSeat[];
  /** Pairs a coordinator decided by hand: they are in the plan, or there is no plan. */
  readonly fixed: readonly { readonly requestId: RequestId; readonly offerId: OfferId }[];
  /** Pairs for which a coordinator waived the program's rules; separations and a person's own offer cannot be waived. */
  readonly waived: readonly { readonly requestId: RequestId; readonly offerId: OfferId }[];
  readonly separations: readonly {
    readonly memberA: MemberId;
    readonly memberB: MemberId;
    readonly kind: SeparationKind;
  }[];
  /** Who was paired with whom in this program before. */
  readonly pairedBefore: readonly { readonly mentee: MemberId; readonly mentor: MemberId }[];
}

export interface RoundSettings {
  readonly objective: Objective;
  readonly weights: Weights;
  readonly rules: RuleSettings;
  /** Decides among plans that are equally good. An integer from 0 to 2^31 − 1, stored with the round. */
  readonly seed: number;
  /** What each further mentee of one mentor costs in fit (0…10000), so that load spreads. */
  readonly loadStep: number;
}

/** One hundredth of the scale: a second mentee for one mentor must be that much better than a first for another. */
export const DEFAULT_LOAD_STEP = 100;
