import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { isStaff } from '@trellis/domain/members/roles';
import { asMemberSession, type MemberSession, sessionQuery } from '../api/session.ts';

interface Arrival {
  context: { queryClient: QueryClient };
  location: { href: string };
}

/** Lets members through; everyone else signs in first and comes back to where they wanted to go. */
export async function requireMember({ context, location }: Arrival): Promise<MemberSession> {
  const session = asMemberSession(await context.queryClient.ensureQueryData(sessionQuery()));
  if (!session) throw redirect({ to: '/sign-in', search: { back: location.href } });
  return session;
}

/** Lets coordinators and admins through; other members land on their own pages. The server decides again anyway. */
export async function requireStaff(arrival: Arrival): Promise<void> {
  const session = await requireMember(arrival);
  if (!isStaff(session.member.roles)) throw redirect({ to: '/me' });
}

/** The first page: staff see today's work, members their next step. */
export async function toFirstPage(arrival: Arrival): Promise<never> {
  const session = await requireMember(arrival);
  throw redirect({ to: isStaff(session.member.roles) ? '/today' : '/me' });
}

/** Signed-in members need no sign-in page. */
export async function leaveWhenSignedIn({ context }: Pick<Arrival, 'context'>): Promise<void> {
  const session = asMemberSession(await context.queryClient.ensureQueryData(sessionQuery()));
  if (session) throw redirect({ to: '/' });
}
