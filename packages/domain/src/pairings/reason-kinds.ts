import type { Reason, ReasonCode } from '../fit/reason.ts';

/** What a reason is about, for finding pairings by it. */
export const REASON_KINDS = ['skill', 'move', 'industry', 'goal', 'language', 'time', 'bridge'] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/** Every reason is named, so that a new one does not compile until somebody says what it is about; null is none of these. */
const KIND_OF: Readonly<Record<ReasonCode, ReasonKind | null>> = {
  skills: 'skill',
  rare_skill: 'skill',
  near_skill: 'skill',
  same_move: 'move',
  neighboring_move: 'move',
  arrived: 'move',
  industries: 'industry',
  near_industry: 'industry',
  shared_goals: 'goal',
  near_goals: 'goal',
  languages: 'language',
  shared_time: 'time',
  bridge: 'bridge',
  style: null,
  wished: null,
  little_known: null,
  little_in_common: null,
};

/** What speaks for this pairing, by kind; a bridge counts whether or not there is a sentence about it. */
export const reasonKindsOf = (pairing: {
  readonly reasons: readonly Reason[];
  readonly bridge: boolean;
}): ReadonlySet<ReasonKind> => {
  const kinds = new Set<ReasonKind>(pairing.bridge ? ['bridge'] : []);
  for (const { code } of pairing.reasons) {
    const kind = KIND_OF[code];
    if (kind) kinds.add(kind);
  }
  return kinds;
};
