import { z } from 'zod';

/** Roles are added to a member, never a new person for a new role. */
export const ROLES = ['mentee', 'mentor', 'consultant', 'coordinator', 'admin'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Coordinators work the pairings; admins also manage people, settings and data. */
export const isStaff = (roles: readonly Role[]): boolean =>
  roles.includes('coordinator') || roles.includes('admin');

export const MEMBER_STATUSES = ['active', 'paused', 'withdrawn', 'erased'] as const;
export const MemberStatus = z.enum(MEMBER_STATUSES);
export type MemberStatus = z.infer<typeof MemberStatus>;

/** Whether somebody in this status is gone: nothing of theirs can be open. */
export const hasLeft = (status: MemberStatus): boolean => status === 'withdrawn' || status === 'erased';
