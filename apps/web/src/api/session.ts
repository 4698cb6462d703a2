import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { CurrentSession } from '@trellis/domain/members/session';
import { trpc } from './client.ts';

/** A session of a member: what every page behind sign-in can rely on. */
export type MemberSession = { [K in keyof CurrentSession]: NonNullable<CurrentSession[K]> };

/** Who is signed in. Kept for five minutes, asked again when a call says that nobody is. */
export const sessionQuery = () =>
  queryOptions({ ...trpc.session.current.queryOptions(), staleTime: 5 * 60_000 });

/** The session as a member's, or null when nobody is signed in or the account is no member anywhere. */
export function asMemberSession(session: CurrentSession): MemberSession | null {
  const { account, member, agency } = session;
  return account && member && agency ? { account, member, agency } : null;
}

/** The signed-in member. Only for pages behind sign-in, where the routes have made sure there is one. */
export function useMemberSession(): MemberSession {
  const session = asMemberSession(useSuspenseQuery(sessionQuery()).data);
  if (!session) throw new Error('useMemberSession is used on a page that does not require sign-in');
  return session;
}
