import { useLocation } from '@tanstack/react-router';
import type { MemberId } from '@trellis/domain/ids';
import { useMemberSession } from './session.ts';

/** Whose words a page shows: one's own, or somebody else's for whom staff write. */
export interface Whose {
  /** Names the half of a catalog that a page speaks with. */
  readonly voice: 'mine' | 'theirs';
  /** Where the page stands, and its links with it: among one's own pages, or among the staff's about a person. */
  readonly house: 'own' | 'staff';
  readonly memberId: MemberId;
  readonly name: string;
}

/** Whether somebody is the one who is signed in, or another person. */
export function useWhose(memberId: MemberId, name: string): Whose {
  const { member } = useMemberSession();
  const house = useLocation({
    select: ({ pathname }) => (pathname.startsWith('/people/') ? 'staff' : 'own'),
  });
  return { voice: member.id === memberId ? 'mine' : 'theirs', house, memberId, name };
}
