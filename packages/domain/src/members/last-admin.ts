import type { MemberId } from '../ids.ts';
import type { MemberStatus, Role } from './roles.ts';

/**
 * Whether an agency would be left without anybody who can manage it, when one member becomes what `after` says.
 * @param admins active members who hold the role `admin`, locked, so that of two who leave at once the second sees the first
 */
export const leavesNoAdmin = (
  admins: readonly MemberId[],
  memberId: MemberId,
  after: { readonly roles: readonly Role[]; readonly status: MemberStatus },
): boolean =>
  admins.includes(memberId) &&
  admins.length === 1 &&
  !(after.status === 'active' && after.roles.includes('admin'));
