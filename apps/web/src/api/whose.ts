import type { MemberId } from '@trellis/domain/ids';
import { useMemberSession } from './session.ts';

/** Whose words a page shows: one's own, or somebody else's for whom staff write. */
export interface Whose {
  /** Names the half of a catalog that a page speaks with. */
  readonly voice: 'mine' | 'theirs';
  readonly memberId: MemberId;
  readonly name: string;
}

/** Whether somebody is the one who is signed in, or another person. */
export function useWhose(memberId: MemberId, name: string): Whose {
  const { member } = useMemberSession();
  return { voice: member.id === memberId ? 'mine' : 'theirs', memberId, name };
}
