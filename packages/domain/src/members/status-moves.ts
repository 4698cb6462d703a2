import type { MemberStatus } from './roles.ts';

/** What a member's status can be moved to; erasing is a use case of its own, since it cannot be taken back. */
export const MEMBER_MOVES = ['active', 'paused', 'withdrawn'] as const satisfies readonly MemberStatus[];
export type MemberMove = (typeof MEMBER_MOVES)[number];

const FROM: Readonly<Record<MemberMove | 'erased', readonly MemberStatus[]>> = {
  active: ['paused', 'withdrawn'],
  paused: ['active'],
  withdrawn: ['active', 'paused'],
  erased: ['active', 'paused', 'withdrawn'],
};

/** The statuses a member may come from on the way to this one. */
export const memberMovesFrom = (to: MemberMove | 'erased'): readonly MemberStatus[] => FROM[to];

/** What staff can do with a member in this status, in the order of the list above. */
export const memberMoves = (from: MemberStatus): readonly MemberMove[] =>
  MEMBER_MOVES.filter((to) => FROM[to].includes(from));
