import { redirect } from '@tanstack/react-router';
import { isStaff } from '@trellis/domain/members/roles';
import { asMemberSession, sessionQuery } from '../api/session.ts';
/** Lets members through; everyone else signs in first and comes back to where they wanted to go. */
export async function requireMember({ context, location }) {
  const session = asMemberSession(await context.queryClient.ensureQueryData(sessionQuery()));
  if (!session) throw redirect({ to: '/sign-in', search: { back: location.href } });
  return session;
}
/** Lets coordinators and admins through; other members land on their own pages. The server decides again anyway. */
export async function requireStaff(arrival) {
  const session = await requireMember(arrival);
  if (!isStaff(session.member.roles)) throw redirect({ to: '/me' });
}
/** The first page: staff see today's work, members their next step. */
export async function toFirstPage(arrival) {
  const session = await requireMember(arrival);
  throw redirect({ to: isStaff(session.member.roles) ? '/today' : '/me' });
}
/** Signed-in members need no sign-in page. */
export async function leaveWhenSignedIn({ context }) {
  const session = asMemberSession(await context.queryClient.ensureQueryData(sessionQuery()));
  if (session) throw redirect({ to: '/' });
}
