import type { OfferId, RequestId } from '@trellis/domain/ids';
import type { CriterionValues } from '@trellis/domain/outcomes/values';
import type { AddedMentors } from '@trellis/domain/rounds/mentor-kinds';
import type { TimeZone } from '@trellis/domain/time';
import type { Change } from '@trellis/matching/change';
import type { Alternative, WhyNot } from '@trellis/matching/explain/alternatives';
import type { SmallestChange } from '@trellis/matching/explain/smallest-change';
import type { RoundInput, RoundSettings } from '@trellis/matching/round-input';
import type { RoundResult } from '@trellis/matching/round-plan';
import type { RoundProgress } from '@trellis/matching/round-watch';
import type { Difference } from '@trellis/matching/what-if';

/** What a matching thread is asked to do. Everything here survives structured cloning. */
export type MatchJob =
  | { readonly kind: 'plan'; readonly input: RoundInput; readonly settings: RoundSettings }
  | { readonly kind: 'replay'; readonly snapshot: string }
  | {
      readonly kind: 'ask';
      /** Names the snapshot; the thread keeps the last one, and the study of it. */
      readonly key: string;
      /** Null when the thread has this one already. */
      readonly snapshot: string | null;
      readonly question: Question;
    };

export type Question =
  | {
      readonly kind: 'what_if';
      readonly change: Pick<Change, 'settings' | 'capacities'>;
      readonly mentors: readonly AddedMentors[];
    }
  | { readonly kind: 'choices' }
  | { readonly kind: 'smallest_change'; readonly requestId: RequestId; readonly most: number }
  | {
      readonly kind: 'alternatives';
      readonly requestId: RequestId;
      readonly offerId: OfferId;
      readonly most: number;
    }
  | { readonly kind: 'why_not'; readonly requestId: RequestId; readonly offerId: OfferId }
  | {
      readonly kind: 'values';
      readonly pairs: readonly { readonly requestId: RequestId; readonly offerId: OfferId }[];
    };

/** The mentors of a round's snapshot, and where its people live. */
export interface RoundChoices {
  readonly offers: readonly {
    readonly offerId: OfferId;
    readonly capacity: number | null;
    readonly held: number;
  }[];
  readonly timeZones: readonly TimeZone[];
}

export interface Planned {
  readonly result: RoundResult;
  /** What was planned from, byte for byte what is to be kept. */
  readonly snapshot: string;
}

export type Answer =
  | { readonly kind: 'what_if'; readonly difference: Difference }
  | { readonly kind: 'smallest_change'; readonly change: SmallestChange }
  | {
      readonly kind: 'alternatives';
      readonly mentors: readonly Alternative[];
      readonly mentees: readonly Alternative[];
    }
  | { readonly kind: 'why_not'; readonly why: WhyNot }
  | { readonly kind: 'choices'; readonly choices: RoundChoices }
  /** By pair, in the order asked; null where the round did not know both. */
  | { readonly kind: 'values'; readonly values: readonly (CriterionValues | null)[] }
  /** Whoever asked did not wait. */
  | { readonly kind: 'stopped' }
  /** The change, or the snapshot itself, leaves no plan. */
  | { readonly kind: 'no_plan' }
  /** The pool is too large for an answer while one waits. */
  | { readonly kind: 'too_slow' };

/** What a thread says back. A fault is thrown, and ends it. */
export type MatchReport =
  | { readonly kind: 'progress'; readonly progress: RoundProgress }
  | { readonly kind: 'planned'; readonly planned: Planned }
  | { readonly kind: 'answered'; readonly answer: Answer };

/** Shared with the thread: 1 asks it to stop. */
export type StopFlag = Int32Array<SharedArrayBuffer>;
